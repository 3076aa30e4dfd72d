import type { ReviewedRule, SeverityOverride, Status } from '../../model/checklist.js';
import { worstFirst } from '../../rules/status-words.js';
import { secondsIn } from '../../text/utc-time.js';
import { sameWords } from '../compare.js';
import type { Preference } from './preferences.js';

/** One file's answer to a rule. It is taken whole or not at all. */
export interface Answer {
  /** The file's place in the list of those that are merged. */
  readonly file: number;
  readonly status: Status;
  readonly findingDetails: string;
  readonly comments: string;
  readonly severityOverride?: SeverityOverride | undefined;
  readonly classification?: string | undefined;
  /** Whether the file's format has a place for an override. */
  readonly mayOverride: boolean;
  /** ISO 8601 in UTC with `Z`; empty where neither the rule nor the file has a time. */
  readonly assessedAt: string;
}

/** The answer in a review of a checklist that was made at that time, or at an unknown one (empty). */
export const answerOf = (
  review: ReviewedRule,
  file: number,
  { assessedAt, mayOverride }: Pick<Answer, 'assessedAt' | 'mayOverride'>,
): Answer => ({
  file,
  mayOverride,
  status: review.status,
  findingDetails: review.findingDetails,
  comments: review.comments,
  severityOverride: review.severityOverride,
  classification: review.classification,
  assessedAt: review.assessedAt ?? assessedAt,
});

/** Whether it is an answer: a rule that is not reviewed and has no texts is none. */
export const isAnswered = (
  answer: Pick<Answer, 'status' | 'findingDetails' | 'comments' | 'severityOverride'>,
): boolean =>
  answer.status !== 'not_reviewed' ||
  answer.severityOverride !== undefined ||
  `${answer.findingDetails}${answer.comments}`.trim() !== '';

/** White space aside, which formats and programs change; and overrides, if one format has no place for them. */
const isSame = (a: Answer, b: Answer): boolean =>
  a.status === b.status &&
  sameWords(a.findingDetails, b.findingDetails) &&
  sameWords(a.comments, b.comments) &&
  (!a.mayOverride || !b.mayOverride || sameOverride(a, b));

const sameOverride = ({ severityOverride: a }: Answer, { severityOverride: b }: Answer): boolean =>
  a?.severity === b?.severity && sameWords(a?.justification ?? '', b?.justification ?? '');

/** The different answers, each from the first file that gives it whole. */
export const differing = (answers: readonly Answer[]): readonly Answer[] => {
  const kept: Answer[] = [];
  for (const answer of answers.filter(isAnswered)) {
    const same = kept.findIndex((one) => isSame(one, answer));
    if (same === -1) kept.push(answer);
    else if (kept[same]?.mayOverride === false && answer.mayOverride) kept[same] = answer;
  }
  return kept;
};

/** Which of several different answers counts, or why none does. */
export type Decision =
  | { readonly kept: Answer }
  | { readonly undecided: 'refuse' }
  | { readonly undecided: 'no time' | 'same time'; readonly file: number };

/**
 * Decides between answers that differ, in the order of their files. Of two that are equally bad the first file's counts. `newest` decides only where
 * each has a time, and one is newer than all others.
 */
export const decide = (answers: readonly [Answer, ...Answer[]], prefer: Preference): Decision => {
  const [first] = answers;
  switch (prefer) {
    case 'refuse':
      return { undecided: 'refuse' };
    case 'first':
      return { kept: first };
    case 'worst':
      return { kept: answers.reduce((worst, one) => (worstFirst(one.status, worst.status) < 0 ? one : worst)) };
    case 'newest': {
      const untimed = answers.find(({ assessedAt }) => assessedAt === '');
      if (untimed !== undefined) return { undecided: 'no time', file: untimed.file };
      const newest = answers.reduce((kept, one) => (timeOf(one) > timeOf(kept) ? one : kept));
      const rival = answers.find((one) => one !== newest && timeOf(one) === timeOf(newest));
      return rival === undefined ? { kept: newest } : { undecided: 'same time', file: rival.file };
    }
  }
};

/** In seconds; parts of a second count. */
const timeOf = ({ assessedAt }: Answer): number => secondsIn(assessedAt) + Number(/\.\d+/.exec(assessedAt)?.[0] ?? 0);
