import type { ReviewedRule, Status } from '../model/checklist.js';
import type { ConnectorReview, Review } from '../model/review.js';
import { connectorBlock } from '../rules/connector-block.js';
import { shown } from '../rules/shown.js';
import type { JudgedRules } from './extracted.js';

/** A rule of a checklist, with how it was judged if this program did. */
export interface JudgedReview {
  readonly reviewed: ReviewedRule;
  readonly review?: Review | undefined;
}

/**
 * The review of a rule, by its group id, which a review is named for, and its status: a group may have two rules, each judged by its own text.
 */
export const judgedReview = (reviewed: ReviewedRule, reviews: readonly Review[] = []): JudgedReview => ({
  reviewed,
  review: reviews.find(({ vulnId, status }) => vulnId === reviewed.rule.groupId && status === reviewed.status),
});

/** A rule's result for one connector, for formats that list connectors. */
export interface ConnectorCase {
  /** On one line, without anything invisible; never empty. */
  readonly name: string;
  readonly status: Status;
  /** The lines of the finding details about it. */
  readonly text: string;
  /** The paths of the exports with its records. */
  readonly files: readonly string[];
}

/**
 * The connectors of a rule that was judged, in the order of the evidence; none where it was not, or where there are none. Of a rule that does not
 * apply no connector fails.
 */
export const connectorCases = (
  { reviewed, review }: JudgedReview,
  judged: JudgedRules | undefined,
): readonly ConnectorCase[] =>
  (review?.connectors ?? []).map((connector, i, { length: total }) => ({
    name: nameOf(connector, i),
    status: reviewed.status === 'not_applicable' ? 'not_applicable' : connector.status,
    text: connectorBlock(connector, { n: i + 1, total }, judged?.evidence ?? []).join('\n'),
    files: [
      ...new Set(connector.evidence.records.flatMap(({ place }) => (place.file === undefined ? [] : [place.file]))),
    ],
  }));

const nameOf = ({ name, identity }: ConnectorReview, i: number): string => {
  const said = shown(name || identity)
    .replace(/\s+/g, ' ')
    .trim();
  return said === '' ? `Send connector ${i + 1}` : said;
};
