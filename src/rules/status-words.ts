import type { Status } from '../model/checklist.js';

/** A status as people read it. */
export const statusWords: Readonly<Record<Status, string>> = {
  open: 'OPEN',
  not_reviewed: 'NOT REVIEWED',
  not_applicable: 'NOT APPLICABLE',
  not_a_finding: 'NOT A FINDING',
};

/** The worst first. */
const order: readonly Status[] = ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'];

/** Sorts the worst status to the front. */
export const worstFirst = (a: Status, b: Status): number => order.indexOf(a) - order.indexOf(b);

/** Of several reviews of one rule: what is met somewhere and not applicable elsewhere is met. */
const orderOfOneRule: readonly Status[] = ['open', 'not_reviewed', 'not_a_finding', 'not_applicable'];

/** True where of two reviews of one rule the first status is the one that counts. */
export const countsMore = (a: Status, b: Status): boolean => orderOfOneRule.indexOf(a) < orderOfOneRule.indexOf(b);

/** The worse of two statuses. */
export const worse = (a: Status, b: Status): Status => (worstFirst(a, b) <= 0 ? a : b);
