import type { FillInChange } from '../checklist/fill-in.js';
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
  /** For who judges again, such as a connector as it is after a change. */
  readonly judging?: Judging | undefined;
}

/** By what a host was judged. */
export interface Judging {
  /** In the order of the reviews. */
  readonly modules: readonly RuleModule[];
  /** What the site and exports of Get-TransportConfig say of a connector to a rule. */
  readonly wordFor: (rule: RuleModule) => (connector: SendConnector) => SiteWord;
}

/** What was made of the evidence of one host: judged, or refused for the reasons in the diagnostics. */
export interface JudgedHost {
  /** Empty where it could not be told. */
  readonly host: string;
  /** The benchmark's; empty texts where it could not be read. */
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
  /** The exports of Get-TransportConfig. */
  readonly transportConfigs?: readonly TransportEvidence[] | undefined;
  /** The collections that exports came with. */
  readonly collections?: readonly CollectionEvidence[] | undefined;
  /** The site file, where there is one. */
  readonly site?: SiteEvidence | undefined;
  /** Of one of several hosts: entries of the site file whose connectors it does not have. */
  readonly unmatched?: readonly Diagnostic[] | undefined;
  /** As the input says, ISO 8601 in UTC; none where there was no benchmark. */
  readonly assessedAt?: string | undefined;
  readonly collectedAt?: string | undefined;
  /** None where the host was refused. */
  readonly judged?: Judged | undefined;
  /** None until they are made, and of a host that was refused. */
  readonly files: readonly HostFile[];
  /** What filling in a checklist changes in it; none where a checklist was made. */
  readonly changes?: readonly FillInChange[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A host of which nothing was judged and there is nothing to write. */
export const refusedHost = (host: string, diagnostics: readonly Diagnostic[]): JudgedHost => ({
  host,
  stig: { id: '', release: '' },
  evidence: [],
  files: [],
  diagnostics,
});
