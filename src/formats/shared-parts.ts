import type { Rule } from '../model/benchmark.js';
import type { ReviewedRule } from '../model/checklist.js';
import { uuidV5 } from '../text/uuid.js';

/**
 * Texts that many checklists share: what a format writes for a rule that nobody reviewed differs from host to host only in
 * UUIDs, so that it is written once with others in their places and cut there. By the rule, then by all else it depends on
 * (`key`): of each rule the last is kept.
 */
export type SharedParts = WeakMap<Rule, { readonly key: string; readonly pieces: readonly Piece[] }>;

/** A text, and which of the values follows it; none at the end. */
type Piece = readonly [text: string, value: number | undefined];

/** No review's UUID: they are made from a checklist's. */
const stand = (value: number): string => uuidV5(`stands for value ${value} of a shared part`);

/**
 * The text of a rule with the given values in their places.
 *
 * @param key everything that `write` depends on beside the rule and the values
 * @param values UUIDs, each written as it is
 * @param write makes the text with other values in their places
 */
export const sharedPart = (
  cache: SharedParts,
  rule: Rule,
  key: string,
  values: readonly string[],
  write: (values: readonly string[]) => string,
): string => {
  let shared = cache.get(rule);
  if (shared?.key !== key) {
    shared = { key, pieces: cut(write(values.map((_, i) => stand(i)))) };
    cache.set(rule, shared);
  }
  let text = '';
  for (const [before, value] of shared.pieces) text += value === undefined ? before : before + (values[value] ?? '');
  return text;
};

const cut = (text: string): readonly Piece[] => {
  const stands = new Map([0, 1].map((value) => [stand(value), value]));
  return text.split(new RegExp(`(${[...stands.keys()].join('|')})`)).reduce<Piece[]>((pieces, part, i, parts) => {
    if (i % 2 === 0) pieces.push([part, stands.get(parts[i + 1] ?? '')]);
    return pieces;
  }, []);
};

/** Whether the rule has no review yet. */
export const isUntouched = (review: ReviewedRule): boolean =>
  review.status === 'not_reviewed' &&
  review.findingDetails === '' &&
  review.comments === '' &&
  review.severityOverride === undefined;

/** The same, and no file said anything else of it: only then every checklist has the same text for it. */
export const isUnreviewed = (review: ReviewedRule): boolean =>
  isUntouched(review) && review.assessedAt === undefined && review.classification === undefined;
