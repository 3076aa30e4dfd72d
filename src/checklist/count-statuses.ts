import type { Checklist, Status } from '../model/checklist.js';

/** How many rules of a checklist have each status, over all its STIGs. */
export const countStatuses = (checklist: Pick<Checklist, 'stigs'>): Readonly<Record<Status, number>> => {
  const counts = { open: 0, not_reviewed: 0, not_applicable: 0, not_a_finding: 0 };
  for (const { reviews } of checklist.stigs) for (const { status } of reviews) counts[status] += 1;
  return counts;
};

/** `10 rules: 2 open, 4 not_reviewed, 1 not_applicable, 3 not_a_finding` */
export const countsText = (counts: Readonly<Record<Status, number>>): string => {
  const all = Object.entries(counts);
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  return `${total} ${total === 1 ? 'rule' : 'rules'}: ${all.map(([status, count]) => `${count} ${status}`).join(', ')}`;
};
