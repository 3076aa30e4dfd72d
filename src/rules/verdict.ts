import { exportCommands } from '../diagnostics/export-command.js';
import type { Status } from '../model/checklist.js';
import type { Reported } from '../model/reported.js';
import type { Review } from '../model/review.js';
import { visible } from '../text/visible.js';
import { reportedLines } from './reported-lines.js';
import { statusWords } from './status-words.js';

/** The verdict in a sentence, without its status. Without the host where it is not known or stands beside it, so that hosts of one reason can stand together. */
export const verdictSentence = (review: Review, host = ''): string => {
  const { vulnId, status, decidedBy, connectors, empty, doubts } = review;
  const total = connectors.length;
  const count = (wanted: Status) => connectors.filter((connector) => connector.status === wanted).length;
  const [on, of] = host === '' ? ['', ''] : [` on ${visible(host)}`, ` of ${visible(host)}`];
  const all = allOf(total, on);
  if (decidedBy === 'enclave')
    return `${vulnId} does not apply in this enclave (by the site's word: ${review.enclave}).`;
  if (decidedBy === 'when-empty') {
    const what = empty ?? `${total === 0 ? 'The export' : 'One of the exports'}${of} holds no send connector`;
    if (status !== 'not_reviewed') return `${what}; the assessor chose ${statusWords[status]} for this case.`;
    if (doubts.length > 0) return `${what}, and ${inDoubt(review)}: the status chosen for this case does not count.`;
    return empty === undefined
      ? `${what}; that cannot be told from an export that failed.`
      : `${what}; whether the server should have none is for the assessor to decide.`;
  }
  const meet = total === 1 ? 'meets' : 'meet';
  if (decidedBy === 'doubt') {
    const read = doubts.every(isOfCheckText) ? all : allOf(total, ` read from the export${of}`);
    return `${read} ${meet} ${vulnId}, but ${inDoubt(review)}.`;
  }
  const [open, unknown] = [count('open'), count('not_reviewed')];
  switch (status) {
    case 'open':
      return `${someOf(open, total, on)} ${open === 1 ? 'does' : 'do'} not meet ${vulnId}${unknown === 0 ? '' : `; ${unknown} could not be judged`}.`;
    case 'not_reviewed':
      return `${someOf(unknown, total, on)} could not be judged by ${vulnId} from this export.`;
    default:
      return `${all} ${meet} ${vulnId}.`;
  }
};

const allOf = (total: number, on: string): string =>
  total === 1
    ? `The only send connector${on}`
    : total === 2
      ? `Both send connectors${on}`
      : `All ${total} send connectors${on}`;

/** Also of all of them: "all do not" could be read as "some do". */
const someOf = (count: number, total: number, on: string): string =>
  total === 1 ? allOf(total, on) : `${count} of ${total} send connectors${on}`;

/** The check text alone is no matter of the export. */
const isOfCheckText = ({ code }: Reported): boolean => code === 'check-text-differs';

const inDoubt = ({ doubts }: Pick<Review, 'doubts'>): string =>
  doubts.every(isOfCheckText) ? 'the check text is not the one that is judged here' : 'the export is not whole';

/** With a site file, the verdict without it. */
export const siteLines = ({ status, without }: Pick<Review, 'status' | 'without'>): readonly string[] => {
  if (without === undefined) return [];
  return status === without
    ? ['The verdict is the same without the site file.']
    : [`Without the site file the verdict would be: ${statusWords[without]}.`];
};

type Doubted = Pick<Review, 'doubts' | 'status'>;

/** What is in doubt and what it cost, and the way out of it: lines to stand right after the verdict. */
export const doubtLines = (review: Doubted): readonly string[] => [
  ...reportedLines(`In doubt, ${costs[review.status]}`, review.doubts, 'Also in doubt'),
  ...exportAgainLine(review),
];

/** What doubts cost a verdict. */
const costs: Readonly<Record<Status, string>> = {
  open: 'but the finding stands (more may be wrong than is shown)',
  not_reviewed: 'so no pass can be given',
  not_applicable: 'but the rule does not apply',
  not_a_finding: '',
};

/** The command that exports again, where that can settle the doubts. */
export const exportAgainLine = ({ doubts }: Pick<Review, 'doubts'>): readonly string[] =>
  doubts.every(isOfCheckText) ? [] : [`To export again, run on the server and judge again: ${exportCommands.clixml}`];
