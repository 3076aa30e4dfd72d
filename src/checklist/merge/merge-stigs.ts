import { emptyBenchmark, emptyRule, type Rule, releaseOf } from '../../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { sameStig } from '../stigs-of-benchmark.js';
import { type Answer, answerOf, decide, differing, isAnswered } from './answers.js';
import type { Preference } from './preferences.js';

/** A file to merge: the name to show, and its format. */
export interface MergePart {
  readonly file: string;
  readonly format: FormatName;
  readonly checklist: Checklist;
}

/** Different answers to one rule; `kept` counts, unless the merge is refused. */
export interface RuleConflict {
  readonly stig: string;
  readonly rule: Rule;
  readonly answers: readonly Answer[];
  readonly kept?: Answer | undefined;
  /** Why none of them counts. */
  readonly undecided?: 'refuse' | 'no time' | 'same time' | undefined;
  /** The file without a time, or with the same one. */
  readonly file?: number | undefined;
}

/** An answer to a rule that the merged checklist does not have, because the file is of another release. */
export interface LeftBehind {
  readonly stig: string;
  readonly release: string;
  readonly rule: Rule;
  readonly answer: Answer;
}

/** A file whose STIG is of another release than the first file that has it. */
export interface OtherRelease {
  readonly file: number;
  readonly stig: string;
  readonly release: string;
  readonly base: string;
}

export interface MergedStigs {
  readonly stigs: readonly ChecklistStig[];
  readonly conflicts: readonly RuleConflict[];
  readonly leftBehind: readonly LeftBehind[];
  readonly otherReleases: readonly OtherRelease[];
}

/** A STIG while it is merged: its rules in order, each with the files' answers. */
interface Growing {
  stig: Omit<ChecklistStig, 'reviews'>;
  readonly rules: Map<string, { review: ReviewedRule; readonly answers: Answer[] }>;
}

/**
 * The STIGs of several checklists of one host, in the order of the files. STIGs are the same by their id, or, where the id is another publisher's or
 * none, by their rules; rules are the same by their rule id, to the revision. Of a STIG of the same release rules that the first file
 * lacks are added; of another release only what answers the very same rules counts. Texts that the first file lacks come from the next.
 */
export const mergeStigs = (parts: readonly Omit<MergePart, 'file'>[], prefer: Preference): MergedStigs => {
  const growing: Growing[] = [];
  const leftBehind: LeftBehind[] = [];
  const otherReleases: OtherRelease[] = [];
  for (const [file, { checklist, format }] of parts.entries()) {
    const before = [...growing];
    for (const { reviews, ...stig } of checklist.stigs) {
      const target = targetOf(before, stig, reviews);
      const grown = target ?? { stig, rules: new Map() };
      if (target === undefined) growing.push(grown);
      else grown.stig = withTexts(grown.stig, stig);
      const isOther = target !== undefined && !mayBeSameRelease(target.stig, stig);
      if (isOther)
        otherReleases.push({
          file,
          stig: stig.benchmark.id,
          release: releaseOf(stig.benchmark),
          base: releaseOf(grown.stig.benchmark),
        });
      for (const review of reviews) {
        const answer = answerOf(review, file, { assessedAt: checklist.assessedAt, mayOverride: format !== 'xccdf' });
        // A common group does not mean that two releases ask the same.
        const isNamed = !isOther || review.rule.ruleId.trim() !== '';
        const known = isNamed ? grown.rules.get(keyOf(review.rule)) : undefined;
        if (known !== undefined) {
          known.answers.push(answer);
          if (!isOther) known.review = { ...known.review, rule: fillRule(known.review.rule, review.rule) };
        } else if (!isOther) grown.rules.set(keyOf(review.rule), { review, answers: [answer] });
        else if (isAnswered(answer))
          leftBehind.push({ stig: stig.benchmark.id, release: releaseOf(stig.benchmark), rule: review.rule, answer });
      }
    }
  }
  const conflicts: RuleConflict[] = [];
  const stigs = growing.map(({ stig, rules }): ChecklistStig => {
    const reviews = [...rules.values()].map(({ review, answers }) => {
      const [first, ...others] = differing(answers);
      if (first === undefined) return review;
      if (others.length === 0) return withAnswer(review, first);
      const all = [first, ...others] as const;
      const decision = decide(all, prefer);
      const kept = 'kept' in decision ? decision.kept : undefined;
      conflicts.push({ stig: stig.benchmark.id, rule: review.rule, answers: all, ...decision });
      return kept === undefined ? review : withAnswer(review, kept);
    });
    const ruleCount = Math.max(stig.benchmark.ruleCount, reviews.length);
    return { ...stig, benchmark: { ...stig.benchmark, ruleCount }, reviews };
  });
  return { stigs, conflicts, leftBehind, otherReleases };
};

/** A rule of the review, with another file's answer to it. The first file's own stays as it is, to its time. */
const withAnswer = (review: ReviewedRule, answer: Answer): ReviewedRule => {
  if (answer.file === 0) return review;
  const { rule, uuid, classification } = review;
  const { status, findingDetails, comments, severityOverride, assessedAt } = answer;
  return {
    rule,
    uuid,
    status,
    findingDetails,
    comments,
    ...(severityOverride === undefined ? {} : { severityOverride }),
    ...(assessedAt === '' ? {} : { assessedAt }),
    ...maybe('classification', answer.classification ?? classification),
  };
};

const maybe = <K extends string>(key: K, value: string | undefined): { readonly [N in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [N in K]?: string });

/** By the rule's id; without one by the group's. */
const keyOf = ({ ruleId, groupId }: Rule): string => (ruleId.trim() || groupId.trim()).toUpperCase();

/** Of several with one id, the one of the same release; none unless that is exactly one. */
const targetOf = (
  growing: readonly Growing[],
  stig: Omit<ChecklistStig, 'reviews'>,
  reviews: readonly ReviewedRule[],
): Growing | undefined => {
  const named = growing.filter((one) => stig.benchmark.id !== '' && sameStig(one.stig.benchmark.id, stig.benchmark.id));
  const released = named.filter((one) => releaseOf(one.stig.benchmark) === releaseOf(stig.benchmark));
  if (named.length > 0) return released[0] ?? named[0];
  const isNamed = isStigId(stig.benchmark.id);
  const withRules = growing.filter(
    (one) => !(isNamed && isStigId(one.stig.benchmark.id)) && reviews.some(({ rule }) => one.rules.has(keyOf(rule))),
  );
  return withRules.length === 1 ? withRules[0] : undefined;
};

/** DISA's ids lose their prefix when they are read; those of other publishers keep it. */
const isStigId = (id: string): boolean => id !== '' && !id.startsWith('xccdf_');

/** A file that does not name its release does not contradict another. */
const mayBeSameRelease = (a: Omit<ChecklistStig, 'reviews'>, b: Omit<ChecklistStig, 'reviews'>): boolean => {
  const [one, other] = [releaseOf(a.benchmark), releaseOf(b.benchmark)];
  return one === other || [a, b].some(({ benchmark }) => benchmark.version === '' && benchmark.releaseInfo === '');
};

const withTexts = <T extends Omit<ChecklistStig, 'reviews'>>(stig: T, other: Omit<ChecklistStig, 'reviews'>): T =>
  mayBeSameRelease(stig, other) && sameStig(stig.benchmark.id, other.benchmark.id)
    ? {
        ...stig,
        benchmark: {
          ...filled({ ...emptyBenchmark, ...stig.benchmark }, other.benchmark),
          ruleCount: stig.benchmark.ruleCount,
        },
        ...maybe('classification', stig.classification ?? other.classification),
      }
    : stig;

const fillRule = (rule: Rule, other: Rule): Rule => ({
  ...filled({ ...emptyRule, ...rule }, other),
  reference: filled(rule.reference, other.reference),
  severity: rule.severity === 'unknown' ? other.severity : rule.severity,
});

/** Empty texts and lists of one are taken from the other. */
const filled = <T extends object>(one: T, other: T): T =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => {
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      return [key, isEmpty ? ((other as Readonly<Record<string, unknown>>)[key] ?? value) : value];
    }),
  ) as T;
