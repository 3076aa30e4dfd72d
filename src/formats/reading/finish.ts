import { idWithoutPrefix } from '../../benchmark/xccdf-source.js';
import { type Benchmark, withRelease } from '../../model/benchmark.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule } from '../../model/checklist.js';
import { countsMore } from '../../rules/status-words.js';
import { groupBy } from '../../text/group-by.js';
import { namesOf } from '../../text/names.js';
import { uuidV5 } from '../../text/uuid.js';
import { checklistBaseName, fileNameParts } from '../file-name.js';
import { readGroupId } from '../group-id.js';
import type { Report, Spot } from './report.js';

/** A review as a reader found it, with its place; without a UUID where the file has none. */
export interface ReadReview extends Omit<ReviewedRule, 'uuid'> {
  readonly uuid: string;
  readonly spot: Spot;
  /** The reader has already reported that the group's id is missing. */
  readonly groupIsTold?: true | undefined;
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
  readonly assessor?: string | undefined;
}

/**
 * Makes the checklist of what a reader found: one review for each rule (`keepWorst`), and UUIDs, where the file has none or
 * something else, that follow from its text.
 *
 * @param seed the file's text, asked for where a UUID is missing
 */
export const finishChecklist = (read: ReadChecklist, seed: () => string, report: Report): Checklist => {
  let made: string | undefined;
  const derived = () => {
    made ??= uuidV5(seed());
    return made;
  };
  const id = uuidOr(read.id, derived);
  const named = fileNameParts(read.asset.hostName, read.stigs[0]?.benchmark);
  return {
    id,
    title: read.title === '' ? checklistBaseName(named, 'cklb') : read.title,
    asset: read.asset,
    stigs: read.stigs.map((stig, i) => finishStig(stig, `${i} ${stig.benchmark.id}`, derived, report)),
    assessedAt: read.assessedAt,
    ...(read.assessor === undefined ? {} : { assessor: read.assessor }),
  };
};

const finishStig = (stig: ReadStig, name: string, derived: () => string, report: Report): ChecklistStig => ({
  ...stig,
  benchmark: { ...stig.benchmark, ...withRelease(stig.benchmark), id: idWithoutPrefix(stig.benchmark.id) },
  uuid: uuidOr(stig.uuid, () => uuidV5(`stig ${name}`, derived())),
  reviews: keepWorst(stig.reviews.map(withPlainIds), report).map(({ spot: _, groupIsTold: __, ...review }, i) => ({
    ...review,
    uuid: uuidOr(review.uuid, () => uuidV5(`rule ${name} ${i} ${review.rule.ruleId}`, derived())),
  })),
});

/** Ids without the prefix of XCCDF, which some programs write into checklists too. */
const withPlainIds = (review: ReadReview): ReadReview => {
  const ruleId = idWithoutPrefix(review.rule.ruleId);
  const groupId = readGroupId({ groupId: idWithoutPrefix(review.rule.groupId), ruleId });
  const { rule } = review;
  return ruleId === rule.ruleId && groupId === rule.groupId
    ? review
    : { ...review, rule: { ...rule, ruleId, groupId } };
};

const uuidOr = (found: string, derived: () => string): string =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found) ? found : derived();

/**
 * One review for each rule: of several the one with the worst status, the first of those; it stands where the rule was met first.
 * The others are named in `reading-rule-twice`. Rules without an id (`reading-rule-nameless`) are told apart by their group;
 * without either each is one of its own.
 */
const keepWorst = (reviews: readonly ReadReview[], report: Report): readonly ReadReview[] => {
  const byRule = groupBy(reviews, ({ rule: { ruleId, groupId } }, i) => ruleId || groupId || `${i}`);
  sayMissing(reviews, report);
  return [...byRule].map(([key, same]) => worstOf(key, same, report));
};

const sayMissing = (reviews: readonly ReadReview[], report: Report): void => {
  const nameless = reviews.filter(({ rule }) => rule.ruleId === '');
  const groupless = reviews.filter(
    ({ rule, groupIsTold }) => rule.ruleId !== '' && rule.groupId === '' && !groupIsTold,
  );
  for (const [code, lacking] of [
    ['reading-rule-nameless', nameless],
    ['reading-group-missing', groupless],
  ] as const) {
    const [first] = lacking;
    if (first === undefined) continue;
    const names = lacking.map(({ rule }) => rule.ruleId || rule.groupId || 'without any id');
    report.say(code, first.spot, { count: String(lacking.length), examples: namesOf(names) });
  }
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
