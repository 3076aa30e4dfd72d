/** A command of a collection: what was run, and its outcome. */
export interface CollectedCommand {
  /** The cmdlet, `Get-SendConnector`. */
  readonly command: string;
  /** The pipeline whose output was saved. */
  readonly text: string;
  readonly file: string;
  /** ISO 8601 in UTC with `Z`. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** The number of objects that it returned. */
  readonly count: number;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** How exports were collected, as `collection.json` says (schemas/collection.schema.json). */
export interface Collection {
  readonly collector: { readonly name: string; readonly version: string; readonly powershell: string };
  readonly endedAt: string;
  readonly host: {
    readonly name: string;
    readonly fqdn: string | undefined;
    readonly ipAddresses: readonly string[];
    readonly macAddresses: readonly string[];
    readonly domainRole: string | undefined;
    readonly exchangeVersion: string | undefined;
  };
  readonly user: string;
  readonly commands: readonly CollectedCommand[];
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/** What is reported about the collection of some exports. */
export interface CollectionEvidence {
  readonly path: string;
  /** SHA-256 of `collection.json`, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly host: string;
  readonly user: string;
  /** `Export-StigEvidence.ps1 1`. */
  readonly collector: string;
  readonly exchangeVersion?: string | undefined;
  /** When the last of its commands ended: ISO 8601 in UTC with `Z`. */
  readonly collectedAt: string;
  readonly commands: readonly Pick<CollectedCommand, 'command' | 'count' | 'errors' | 'warnings'>[];
}
