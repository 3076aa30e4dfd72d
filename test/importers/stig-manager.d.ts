/** What this suite uses of STIG Manager's client modules, whose own declarations are not a module's. */
declare module '@nuwcdivnpt/stig-manager-client-modules' {
  export interface ParsedReview {
    readonly ruleId: string;
    readonly result: string;
    readonly detail: string | null;
    readonly comment: string | null;
    readonly status: string | null;
  }

  export interface ParsedChecklist {
    readonly benchmarkId: string;
    readonly revisionStr: string | null;
    readonly reviews: readonly ParsedReview[];
    readonly stats: Readonly<Record<string, number>>;
  }

  export interface ParseResult {
    readonly target: {
      readonly name: string;
      readonly description: string | null;
      readonly fqdn?: string | null;
      readonly ip?: string | null;
      readonly mac?: string | null;
      readonly noncomputing: boolean;
      readonly metadata: Readonly<Record<string, string>>;
    };
    readonly checklists: readonly ParsedChecklist[];
    readonly errors?: readonly string[];
  }

  export interface ParserParams {
    /** A Buffer: of any other array the text would be its numbers. */
    readonly data: Buffer;
    readonly fieldSettings: object;
    readonly allowAccept: boolean;
    readonly importOptions: object;
    readonly scapBenchmarkMap: ReadonlyMap<string, string>;
    readonly sourceRef: string;
  }

  export const reviewsFromCkl: (params: ParserParams) => ParseResult;
  export const reviewsFromCklb: (params: ParserParams) => ParseResult;
  export const reviewsFromXccdf: (params: ParserParams) => ParseResult;

  export class TaskObject {
    constructor(params: {
      readonly apiAssets: readonly object[];
      readonly apiStigs: readonly { readonly benchmarkId: string; readonly revisionStrs: readonly string[] }[];
      readonly parsedResults: readonly ParseResult[];
      readonly options: object;
    });
    readonly errors: readonly object[];
    readonly taskAssets: ReadonlyMap<
      string,
      {
        readonly assetProps: { readonly name: string };
        readonly newAssignments: readonly string[];
        readonly checklists: ReadonlyMap<string, readonly ParsedChecklist[]>;
        readonly checklistsIgnored: readonly ParsedChecklist[];
      }
    >;
  }
}
