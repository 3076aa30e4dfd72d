import type { ConnectorReview, Note } from '../../model/review.js';
import type { Clause, Family, Judgement } from '../rule.js';

const clauses: readonly Clause[] = [
  {
    id: 'clear-name',
    properties: ['Name', 'AddressSpaces', 'SmartHosts', 'Enabled'],
    required: 'a name that is clear about purpose and direction, which people decide',
    holds: (_, site) => site.nameIsClear,
    takes: ['nameIsClear'],
    asks: 'whether this name is clear about purpose and direction',
  },
];

/** Names that nobody can tell apart: blank, or equal to another's but for case. A hint, never a verdict. */
const unclearNames = (reviews: readonly ConnectorReview[]): readonly Note[] => {
  const names = reviews.map(({ name }) => name.trim().toLowerCase());
  const unclear = names.filter((name, i) => name === '' || names.indexOf(name) !== i).length;
  const text =
    "Some names are blank, or differ from another connector's in nothing but case: they can hardly be clear.";
  return unclear === 0 ? [] : [{ code: 'names-not-distinct', kind: 'hint', text }];
};

const judgement: Judgement = {
  clauses,
  hostNotes: unclearNames,
  remedy: () => ({ set: {}, needs: 'a name that is clear about purpose and direction' }),
};

/** Whether a name is clear is for people to say. */
export const names = {
  'EX16-ED-000260': judgement,
  'EX13-EG-000130': judgement,
  'EX13-MB-000195': judgement,
  'Exch-2-751': judgement,
} as const satisfies Family;
