import type { FillInChange } from '../checklist/fill-in-change.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist } from '../model/checklist.js';
import type { CollectionEvidence } from '../model/collection.js';
import type { Evidence, SendConnector } from '../model/connector.js';
import type { OutputName } from '../model/format-names.js';
import type { Review } from '../model/review.js';
import type { SiteEvidence, SiteWord } from '../model/site-word.js';
import type { TransportEvidence } from '../model/transport-config.js';
import type { RuleModule } from '../rules/rule.js';

/** A file to write for a host, named without its folder. */
export interface HostFile {
  readonly format: OutputName;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The checklist to write, with all rules of its benchmark, and how those of them were judged that were. */
export interface Judged {
  readonly checklist: Checklist;
  readonly reviews: readonly Review[];
  /** For judging again, such as a connector as it would be after a change. */
  readonly judging?: Judging | undefined;
}

/** What a host was judged by. */
export interface Judging {
  /** In the order of the reviews. */
  readonly modules: readonly RuleModule[];
  /** What the site and exports of Get-TransportConfig state about a connector for a rule. */
  readonly wordFor: (rule: RuleModule) => (connector: SendConnector) => SiteWord;
}

/** The result of one host's evidence: judged, or refused for the reasons in the diagnostics. */
export interface JudgedHost {
  /** Empty if unknown. */
  readonly host: string;
  /** The benchmark's; empty texts if it could not be read. */
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
  /** The exports of Get-TransportConfig. */
  readonly transportConfigs?: readonly TransportEvidence[] | undefined;
  /** The collections that exports came with. */
  readonly collections?: readonly CollectionEvidence[] | undefined;
  /** The site file, if there is one. */
  readonly site?: SiteEvidence | undefined;
  /** If there are several hosts: entries of the site file about connectors that this one does not have. */
  readonly unmatched?: readonly Diagnostic[] | undefined;
  /** As in the input, ISO 8601 in UTC; none without a benchmark. */
  readonly assessedAt?: string | undefined;
  readonly collectedAt?: string | undefined;
  /** None if the host was refused. */
  readonly judged?: Judged | undefined;
  /** None until they are made, and for a host that was refused. */
  readonly files: readonly HostFile[];
  /** The changes to a checklist that is filled in; none if a new one is made. */
  readonly changes?: readonly FillInChange[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A host with nothing judged and nothing to write. */
export const refusedHost = (host: string, diagnostics: readonly Diagnostic[]): JudgedHost => ({
  host,
  stig: { id: '', release: '' },
  evidence: [],
  files: [],
  diagnostics,
});
