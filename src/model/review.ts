import type { Status } from './checklist.js';
import type { ConnectorEvidence, SendConnector } from './connector.js';
import type { Reported } from './reported.js';

/** A value of Kleene's three-valued logic. */
export type Truth = 'true' | 'false' | 'unknown';

/** One clause of a rule, judged for one connector. `expected` and `actual` are texts for the evidence. */
export interface ClauseResult {
  readonly id: string;
  readonly truth: Truth;
  /** False where the clause holds because its condition is known not to: it asks nothing of this connector. */
  readonly applies: boolean;
  /** The result in a sentence, without its outcome. */
  readonly words: string;
  readonly expected: string;
  readonly actual: string;
  /** If the site's word decides: whose it is, since when and until when. */
  readonly bySite?: readonly string[] | undefined;
  /** If an export of Get-TransportConfig decides: its value and its file. */
  readonly byTransportConfig?: string | undefined;
  /** If this project's reading of the check decides, not its wording: the sentence that says so. */
  readonly reading?: string | undefined;
}

/**
 * What an assessor must know besides the verdict; no note ever changes it.
 * - `integrity`: Exchange's cmdlets refuse to save this, so the export was edited, damaged or put together from parts, or
 *   an attribute was edited directly in the directory.
 * - `collision`: the rule's text meets another rule, or what Exchange allows.
 * - `hint`: what helps to decide where the rule leaves it to people.
 */
export interface Note {
  readonly code: string;
  readonly kind: 'integrity' | 'collision' | 'hint';
  readonly text: string;
}

/** A rule's result for one connector. */
export interface ConnectorReview {
  readonly evidence: ConnectorEvidence;
  /** The record with the worst verdict; `clauses` are its results. */
  readonly decidedBy: SendConnector;
  /** Empty if no record has it. */
  readonly identity: string;
  readonly name: string;
  readonly status: Status;
  readonly clauses: readonly ClauseResult[];
  readonly notes: readonly Note[];
  /** The rule's properties in each record. */
  readonly says: readonly string[];
  /** Names of the properties whose absence or unreadability keeps a clause unknown. */
  readonly missing: readonly string[];
  /** What the site would have to state, if the export alone does not decide a clause. */
  readonly asks: readonly string[];
  /** For an open connector: the risks that the site accepts; they change no status. */
  readonly accepted?: readonly string[] | undefined;
}

/** A rule's result for a host. */
export interface Review {
  readonly vulnId: string;
  readonly status: Status;
  /**
   * `rule`: it follows from the connectors; `when-empty`: an export held none, and that decided; `doubt`: a pass was withheld; `enclave`:
   * the rule does not apply where the site says that the host is.
   */
  readonly decidedBy: 'rule' | 'when-empty' | 'doubt' | 'enclave';
  /** With a site's word: the status without it. */
  readonly without?: Status | undefined;
  /** Of a host without connectors, where a collection says so: the command that ran without error and returned none, and where. */
  readonly empty?: string | undefined;
  /** The enclave, and who stated it. */
  readonly enclave?: string | undefined;
  /** What withholds a pass, whatever the status; empty where the evidence is whole. */
  readonly doubts: readonly Reported[];
  readonly connectors: readonly ConnectorReview[];
  /** The notes on the whole host. */
  readonly notes: readonly Note[];
  /** How the check was read, if nothing else makes a connector open. */
  readonly readings: readonly string[];
}
