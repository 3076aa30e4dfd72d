import pc from 'picocolors';
import type { FillInChange } from '../../checklist/fill-in.js';
import type { Status } from '../../model/checklist.js';
import type { ConnectorReview, Review } from '../../model/review.js';
import { statusWords, worstFirst } from '../../rules/status-words.js';
import { doubtLines, verdictSentence } from '../../rules/verdict.js';
import { visible } from '../../text/visible.js';
import type { HostResult } from './summary.js';
import { renderTable } from './table.js';

/** How many connectors the table shows; the files hold them all. */
const shownConnectors = 50;

/** What `evaluate` prints for a person: the verdict, a line for each connector, the files. */
export const renderEvaluation = (result: HostResult, { color }: { readonly color: boolean }): string => {
  const colors = pc.createColors(color);
  const paint = (status: Status): string => {
    const bold = colors.bold(statusWords[status]);
    if (status === 'open') return colors.red(bold);
    return status === 'not_reviewed' ? colors.yellow(bold) : colors.green(bold);
  };
  return result.reviews
    .map((review) => {
      const rule = result.rules.find((candidate) => candidate.groupId === review.vulnId);
      return [
        `${visible(result.host)}: ${review.vulnId} is ${paint(review.status)} (${visible(`${rule?.ruleId}, ${result.stig.id} ${result.stig.release}`)})\n`,
        doubtText(review),
        '\n',
        connectorTable(review),
      ].join('');
    })
    .concat(othersLine(result))
    .concat(result.changes === undefined ? [] : ['\n', changesTable(result.changes, result.outputs.length > 0)])
    .concat(result.outputs.length > 0 ? ['\n', renderTable(result.outputs.map((o) => ['wrote', o.path]))] : [])
    .join('');
};

/** A verdict that rests on what is in doubt is not to be read without it. */
const doubtText = (review: Review): string =>
  review.doubts.length === 0
    ? ''
    : [verdictSentence(review), ...doubtLines(review)].map((line) => `${line}\n`).join('');

/** A whole benchmark has rules that nobody judged: the verdict must not seem to be theirs. */
const othersLine = ({ rules, reviews, changes }: HostResult): readonly string[] => {
  const others = changes === undefined ? rules.length - reviews.length : 0;
  return others > 0 ? [`\n${others} other ${others === 1 ? 'rule' : 'rules'} of the benchmark: NOT REVIEWED\n`] : [];
};

const connectorTable = (review: Review): string => {
  if (review.connectors.length === 0) return 'no send connector in the export\n';
  const ordered = [...review.connectors].sort((a, b) => worstFirst(a.status, b.status));
  const rows = ordered
    .slice(0, shownConnectors)
    .map((c) => [statusWords[c.status], c.name || c.identity || '(no name)', why(c)]);
  const more = ordered.length - rows.length;
  return renderTable([['STATUS', 'CONNECTOR', 'WHY'], ...rows]) + (more > 0 ? `and ${more} more\n` : '');
};

const why = (connector: ConnectorReview): string =>
  connector.clauses
    .filter((clause) => clause.truth !== 'true')
    .map((clause) => clause.actual)
    .join('; ') || 'every clause is met';

/** Finding details are told by their size: the whole is in the file, and in the JSON output. */
const changesTable = (changes: readonly FillInChange[], written: boolean): string => {
  if (changes.length === 0) return 'nothing to change: all this stands there already\n';
  const shown = ({ field }: FillInChange, text: string) =>
    field === 'status' ? text || '(none)' : `${text.length} characters`;
  return renderTable(
    changes.map((change) => [
      written ? 'changed' : 'would change',
      `${change.vulnId} ${change.field}`,
      `${shown(change, change.before)} -> ${shown(change, change.after)}`,
    ]),
  );
};
