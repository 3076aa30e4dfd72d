import type { SendConnector } from '../model/connector.js';
import type { ClauseResult, ConnectorReview, Truth } from '../model/review.js';

/** One condition that a rule puts on a connector. */
export interface Clause {
  readonly id: string;
  readonly judge: (connector: SendConnector) => ClauseResult;
  /** Names of the properties that the clause asks for and the connector's export does not tell. */
  readonly unknownProperties: (connector: SendConnector) => readonly string[];
}

/** A rule as this program can judge it. */
export interface RuleModule {
  readonly vulnId: string;
  /** What is judged one by one, in the singular. */
  readonly subject: string;
  readonly clauses: readonly Clause[];
  /** The properties that the clauses ask for, with their values, in one line. */
  readonly show: (connector: SendConnector) => string;
  /** Clauses whose breach is a finding by this project's reading, not by the check's own words. */
  readonly readingOf: ReadonlySet<string>;
  /** Whether a connector meets the rule, from its clauses. */
  readonly holds: (results: readonly ClauseResult[]) => Truth;
  readonly connectorNotes: (connector: SendConnector) => readonly string[];
  readonly hostNotes: (reviews: readonly ConnectorReview[]) => readonly string[];
}
