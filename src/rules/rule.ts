import type { Benchmark } from '../model/benchmark.js';
import type { ReadPropertyName, SendConnector } from '../model/connector.js';
import type { ConnectorReview, Note, Truth } from '../model/review.js';
import type { ConnectorNote } from './connector-note.js';

/** One condition that a rule puts on a connector. */
export interface Clause {
  readonly id: string;
  /** The properties that it asks for. */
  readonly properties: readonly ReadPropertyName[];
  /** What it requires, as the evidence says it. */
  readonly expected: string;
  readonly holds: (connector: SendConnector) => Truth;
  /** Where a breach is a finding by this project's reading, not by the check's own words: the sentence that says so. */
  readonly reading?: string | undefined;
}

/** A rule as this program can judge it: a row of the registry. */
export interface RuleModule {
  readonly vulnId: string;
  readonly clauses: readonly Clause[];
  readonly connectorNotes: readonly ConnectorNote[];
  readonly hostNotes: (reviews: readonly ConnectorReview[]) => readonly Note[];
  /** Its STIG with this rule alone in each release, oldest first, where the rule's text is built in. */
  readonly builtIn?: readonly Benchmark[] | undefined;
}
