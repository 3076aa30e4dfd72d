import type { ReadExportFile } from '../../assess/export-file.js';
import type { HostJob } from '../../fleet/host-job.js';
import type { OutputFile } from '../../node/place-files.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import type { AssessOptions } from '../assess-host.js';

/** What all hosts of a run have in common; plain data that a thread can be told. */
export interface FleetSettings {
  readonly options: AssessOptions & {
    readonly role?: string | undefined;
    readonly marking?: string | undefined;
    readonly replaceDetails?: true | undefined;
    readonly allowOtherHost?: true | undefined;
  };
  readonly outDir: string;
  readonly layout: Layout;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  /** Whether the user asked for that very time: then what tells another is not up to date. */
  readonly isTimeGiven: boolean;
  readonly resume: boolean;
  /** The names of all hosts of the plan. */
  readonly hosts: readonly string[];
}

/** All files in one folder, or a folder for each host. */
export type Layout = 'flat' | 'host';

/** A host to assess, its paths as the system has them. */
export interface FleetItem {
  /** Its place in the plan. */
  readonly index: number;
  readonly job: HostJob;
  /** Its part of an export that was read for all its hosts. */
  readonly file?: ReadExportFile | undefined;
  /** What an earlier run made of it. */
  readonly earlier?: EarlierFiles | undefined;
}

/** The files of a host that an earlier run has done. */
export interface EarlierFiles {
  /** Of all that they follow from, but for the time. */
  readonly key: string;
  readonly assessedAt: string;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** What a thread answers: a host's files are up to date, or here they are; none where it was refused. */
export type FleetAnswer =
  | { readonly index: number; readonly kind: 'kept' }
  | { readonly index: number; readonly kind: 'refused' | 'lost'; readonly host: WrittenHost }
  | {
      readonly index: number;
      readonly kind: 'judged';
      readonly key: string;
      /** As it is once the files are written. */
      readonly host: WrittenHost;
      readonly files: readonly OutputFile[];
    };
