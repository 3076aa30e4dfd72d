import type { Status } from './checklist.js';
import type { ConnectorEvidence, SendConnector } from './connector.js';

/** A value of Kleene's three-valued logic. */
export type Truth = 'true' | 'false' | 'unknown';

/** One clause of a rule, judged for one connector. `expected` and `actual` are texts for the evidence. */
export interface ClauseResult {
  readonly id: string;
  readonly truth: Truth;
  readonly expected: string;
  readonly actual: string;
}

/** What a rule says of one connector. */
export interface ConnectorReview {
  readonly evidence: ConnectorEvidence;
  /** The record whose verdict is the worst: the clauses are its. */
  readonly decidedBy: SendConnector;
  /** Empty where no record tells it. */
  readonly identity: string;
  readonly name: string;
  readonly status: Status;
  readonly clauses: readonly ClauseResult[];
  /** Codes of the notes (../rules/notes.ts): integrity, collisions; they never change the status. */
  readonly notes: readonly string[];
  /** Names of the properties whose absence or unreadability keeps a clause unknown. */
  readonly missing: readonly string[];
}

/** What a rule says of a host. */
export interface Review {
  readonly vulnId: string;
  readonly status: Status;
  /** `rule`: it follows from the connectors; `when-empty`: an export held none, and that decided. */
  readonly decidedBy: 'rule' | 'when-empty';
  readonly connectors: readonly ConnectorReview[];
  /** Codes of the notes that concern the whole host. */
  readonly notes: readonly string[];
}
