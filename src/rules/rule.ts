import type { ReadPropertyName, SendConnector } from '../model/connector.js';
import type { ConnectorReview, Note, Truth } from '../model/review.js';
import type { SiteField, SiteWord } from '../model/site-word.js';
import type { TransportWord } from '../model/transport-config.js';
import type { ConnectorNote } from './connector-note.js';
import type { RuleIdentity } from './rule-identity.js';
import { not, or } from './truth.js';
import type { Settings } from './what-exchange-allows.js';

/** On what a clause depends: where it is known not to hold, the clause does not apply. */
export interface Condition {
  /** To stand after "when": `DomainSecureEnabled is True`. */
  readonly words: string;
  readonly properties: readonly ReadPropertyName[];
  readonly holds: (connector: SendConnector, site: SiteWord) => Truth;
}

/** One condition that a rule puts on a connector. */
export interface Clause {
  readonly id: string;
  /** The properties that it asks for, those of its condition among them. */
  readonly properties: readonly ReadPropertyName[];
  /** What the one property has to be that is not its condition's (`True`, `set`); of several, all that is required in words. */
  readonly required: string | ((site: SiteWord) => string);
  /** Without it the clause applies to every connector. */
  readonly when?: Condition | undefined;
  readonly holds: (connector: SendConnector, site: SiteWord) => Truth;
  /** What it takes from the site's word. */
  readonly takes?: readonly SiteField[] | undefined;
  /** What the site would have to say, where the export tells all that is asked for and the clause is not known all the same. */
  readonly asks?: string | undefined;
  /**
   * The sentence that says so where this project's reading decides, not the check's own words. As a text it is said where the
   * clause does not hold.
   */
  readonly reading?:
    | string
    | ((connector: SendConnector, site: SiteWord, truth: Truth) => string | undefined)
    | undefined;
}

/** What a clause has that is kept where its condition is not met or what it requires is so. */
export const onlyWhen = (when: Condition, holds: Clause['holds']): Pick<Clause, 'when' | 'holds'> => ({
  when,
  holds: (connector, site) => or(not(when.holds(connector, site)), holds(connector, site)),
});

/** What makes a connector that fails a rule meet it. */
export interface Remedy {
  /** The values that it takes, without those that Exchange demands beside them. */
  readonly set: Settings;
  /** What somebody has to say or do first; without it the values are all that it takes. */
  readonly needs?: string | undefined;
}

/** How a rule is judged, as its family's folder says it. */
export interface Judgement {
  readonly clauses: readonly Clause[];
  readonly connectorNotes?: readonly ConnectorNote[] | undefined;
  /** What to change on a connector that is open; without it there is no command that does. */
  readonly remedy?: ((connector: SendConnector, site: SiteWord) => Remedy) | undefined;
  /** Whether the rule does not apply to hosts of an enclave. */
  readonly exempts?: ((enclave: string) => boolean) | undefined;
  readonly hostNotes?:
    | ((reviews: readonly ConnectorReview[], transport?: TransportWord) => readonly Note[])
    | undefined;
}

/** The rules of a family by their STIG IDs; one judgement for each text that a rule had, oldest first, or one for all of them. */
export type Family = Readonly<Record<string, Judgement | readonly Judgement[]>>;

/** A rule as this program can judge it, by one of the texts that it had. */
export interface RuleModule extends Judgement {
  readonly identity: RuleIdentity;
  /** The digests of the check texts that the clauses were written for. */
  readonly checks: readonly string[];
}
