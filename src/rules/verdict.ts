import { exportCommands } from '../diagnostics/export-command.js';
import type { Status } from '../model/checklist.js';
import type { Reported } from '../model/reported.js';
import type { Review } from '../model/review.js';
import { reportedLines } from './reported-lines.js';
import { statusWords } from './status-words.js';

/** The verdict in one sentence with the counts it rests on, and in another what the doubts cost. */
export const verdictSentence = (review: Review): string => [reasonSentence(review), ...costOf(review)].join(' ');

const reasonSentence = (review: Review): string => {
  const count = (status: Status) => review.connectors.filter((connector) => connector.status === status).length;
  const total = review.connectors.length;
  const those = (n: number) => `${n} of ${total} send connector${total === 1 ? '' : 's'}`;
  if (review.decidedBy === 'enclave')
    return `The rule does not apply in this enclave (by the site's word: ${review.enclave}).`;
  if (review.decidedBy === 'when-empty') {
    if (review.empty !== undefined && review.status === 'not_reviewed')
      return `${review.empty}; whether the server should have none is for the assessor to decide (--when-empty).`;
    const what =
      review.empty ??
      (total === 0 ? `The export holds no send connector` : `One of the exports holds no send connector`);
    return review.status === 'not_reviewed'
      ? `${what}; that cannot be told from an export that failed.`
      : `${what}; the assessor decided the status for this case (--when-empty ${review.status}).`;
  }
  if (review.decidedBy === 'doubt')
    return `No send connector is known to fail, but ${inDoubt(review)}: a pass cannot be given (read: ${total}; meet the rule: ${count('not_a_finding')}).`;
  switch (review.status) {
    case 'open':
      return `${those(count('open'))} ${total === 1 ? 'fails' : 'fail'} the rule (could not be judged: ${count('not_reviewed')}; meet it: ${count('not_a_finding')}).`;
    case 'not_reviewed':
      return `${those(count('not_reviewed'))} could not be judged from this export (meet the rule: ${count('not_a_finding')}; known to fail it: 0).`;
    default:
      return total === 1
        ? `The one send connector meets every clause of the rule.`
        : `All ${total} send connectors meet every clause of the rule.`;
  }
};

/** What doubts cost where they did not decide. */
const costOf = (review: Review): readonly string[] => {
  if (review.doubts.length === 0 || review.decidedBy === 'doubt' || review.decidedBy === 'enclave') return [];
  const what = inDoubt(review).replace(/^t/, 'T');
  if (review.status === 'open')
    return [`${what}: that does not undo the finding, but more may be wrong than is shown.`];
  return [
    `${what}: ${review.decidedBy === 'when-empty' ? '--when-empty is not obeyed' : 'a pass could not be given'}.`,
  ];
};

/** The check text alone is no matter of the export. */
const isOfCheckText = ({ code }: Reported): boolean => code === 'check-text-differs';

const inDoubt = ({ doubts }: Review): string =>
  doubts.every(isOfCheckText) ? 'the check text is not the one that is judged here' : 'the export is not whole';

/** With a site file, the verdict without it. */
export const siteLines = ({ status, without }: Pick<Review, 'status' | 'without'>): readonly string[] => {
  if (without === undefined) return [];
  return status === without
    ? ['The verdict is the same without the site file.']
    : [`Without the site file the verdict would be: ${statusWords[without]}.`];
};

/** What is in doubt, and the way out of it: lines to stand right after the verdict. */
export const doubtLines = (review: Pick<Review, 'doubts'>): readonly string[] => [
  ...reportedLines('In doubt', review.doubts),
  ...exportAgainLine(review),
];

/** The command that exports again, where that can settle the doubts. */
export const exportAgainLine = ({ doubts }: Pick<Review, 'doubts'>): readonly string[] =>
  doubts.every(isOfCheckText) ? [] : [`To export again, run on the server and judge again: ${exportCommands.clixml}`];
