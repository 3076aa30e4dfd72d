import { type Benchmark, releaseOf } from '../../model/benchmark.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule } from '../../model/checklist.js';
import { countsMore } from '../../rules/status-words.js';
import { uuidV5 } from '../../text/uuid.js';
import { checklistBaseName } from '../file-name.js';
import type { Report, Spot } from './report.js';

/** A review as a reader found it, with its place; without a UUID where the file has none. */
export interface ReadReview extends Omit<ReviewedRule, 'uuid'> {
  readonly uuid: string;
  readonly spot: Spot;
}

export interface ReadStig {
  readonly uuid: string;
  readonly benchmark: Omit<Benchmark, 'rules'>;
  readonly reviews: readonly ReadReview[];
  readonly classification?: string | undefined;
}

export interface ReadChecklist {
  readonly id: string;
  readonly title: string;
  readonly asset: Asset;
  readonly stigs: readonly ReadStig[];
  readonly assessedAt: string;
}

/**
 * Makes the checklist of what a reader found: one review for each rule (`keepWorst`), and UUIDs, where the file has none or
 * something else, that follow from its text.
 *
 * @param seed the file's text
 */
export const finishChecklist = (read: ReadChecklist, seed: string, report: Report): Checklist => {
  const derived = uuidV5(seed);
  const id = uuidOr(read.id, derived);
  const first = read.stigs[0]?.benchmark;
  const named = {
    hostName: read.asset.hostName,
    benchmarkId: first?.id ?? '',
    release: first === undefined ? '' : releaseOf(first),
  };
  return {
    id,
    title: read.title === '' ? checklistBaseName(named, 'cklb') : read.title,
    asset: read.asset,
    stigs: read.stigs.map((stig, i) => finishStig(stig, `${i} ${stig.benchmark.id}`, derived, report)),
    assessedAt: read.assessedAt,
  };
};

const finishStig = (stig: ReadStig, name: string, derived: string, report: Report): ChecklistStig => ({
  ...stig,
  uuid: uuidOr(stig.uuid, uuidV5(`stig ${name}`, derived)),
  reviews: keepWorst(stig.reviews, report).map(({ spot: _, ...review }, i) => ({
    ...review,
    uuid: uuidOr(review.uuid, uuidV5(`rule ${name} ${i} ${review.rule.ruleId}`, derived)),
  })),
});

const uuidOr = (found: string, derived: string): string =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found) ? found : derived;

/**
 * One review for each rule: of several the one with the worst status, the first of those; it stands where the rule was met first.
 * The others are named in `reading-rule-twice`. Rules without an id are told apart by their group; without either
 * (`reading-rule-nameless`) each is one of its own.
 */
const keepWorst = (reviews: readonly ReadReview[], report: Report): readonly ReadReview[] => {
  const byRule = new Map<string, ReadReview[]>();
  for (const [i, review] of reviews.entries()) {
    const { ruleId, groupId } = review.rule;
    if (ruleId === '') report.say('reading-rule-nameless', review.spot, { element: 'rule id' });
    else if (groupId === '') report.say('reading-rule-nameless', review.spot, { element: 'group id (V-…)' });
    const key = ruleId || groupId || `${i}`;
    const same = byRule.get(key);
    if (same === undefined) byRule.set(key, [review]);
    else same.push(review);
  }
  return [...byRule].map(([key, same]) => worstOf(key, same, report));
};

const worstOf = (key: string, same: readonly ReadReview[], report: Report): ReadReview => {
  const kept = same.reduce((first, next) => (countsMore(next.status, first.status) ? next : first));
  if (same.length > 1)
    report.say('reading-rule-twice', () => ({ ...kept.spot(), property: key }), {
      kept: `${kept.status}${lineOf(kept)}`,
      times: `${same.length} times, also as ${same
        .filter((review) => review !== kept)
        .map((review) => `${review.status}${lineOf(review)}${textNote(review, kept)}`)
        .join(', ')}`,
    });
  return kept;
};

const lineOf = (review: ReadReview): string => {
  const { line } = review.spot();
  return line === undefined ? '' : ` (line ${line})`;
};

const textNote = (review: ReadReview, kept: ReadReview): string =>
  review.findingDetails === kept.findingDetails && review.comments === kept.comments ? '' : ' with other texts';
