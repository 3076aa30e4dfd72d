import pc from 'picocolors';
import type { Status } from '../../model/checklist.js';
import type { ConnectorReview, Review } from '../../model/review.js';
import { visible } from '../../text/visible.js';
import type { HostResult } from './summary.js';
import { renderTable } from './table.js';

/** How many connectors the table shows; the files hold them all. */
const shownConnectors = 50;

const words: Readonly<Record<Status, string>> = {
  open: 'OPEN',
  not_reviewed: 'NOT REVIEWED',
  not_applicable: 'NOT APPLICABLE',
  not_a_finding: 'NOT A FINDING',
};

/** What `evaluate` prints for a person: the verdict, a line for each connector, the files. */
export const renderEvaluation = (result: HostResult, { color }: { readonly color: boolean }): string => {
  const colors = pc.createColors(color);
  const paint = (status: Status): string => {
    const bold = colors.bold(words[status]);
    if (status === 'open') return colors.red(bold);
    return status === 'not_reviewed' ? colors.yellow(bold) : colors.green(bold);
  };
  return result.reviews
    .map((review) => {
      const rule = result.rules.find((candidate) => candidate.groupId === review.vulnId);
      return [
        `${visible(result.host)}: ${review.vulnId} is ${paint(review.status)} (${rule?.ruleId}, ${result.stig.id} ${result.stig.release})\n\n`,
        connectorTable(review),
      ].join('');
    })
    .concat(result.outputs.length > 0 ? ['\n', renderTable(result.outputs.map((o) => ['wrote', o.path]))] : [])
    .join('');
};

const connectorTable = (review: Review): string => {
  if (review.connectors.length === 0) return 'no send connector in the export\n';
  const rank: Readonly<Record<Status, number>> = { open: 0, not_reviewed: 1, not_applicable: 2, not_a_finding: 3 };
  const ordered = [...review.connectors].sort((a, b) => rank[a.status] - rank[b.status]);
  const rows = ordered
    .slice(0, shownConnectors)
    .map((c) => [words[c.status], c.name || c.identity || '(no name)', why(c)]);
  const more = ordered.length - rows.length;
  return renderTable([['STATUS', 'CONNECTOR', 'WHY'], ...rows]) + (more > 0 ? `and ${more} more\n` : '');
};

const why = (connector: ConnectorReview): string =>
  connector.clauses
    .filter((clause) => clause.truth !== 'true')
    .map((clause) => clause.actual)
    .join('; ') || 'every clause is met';
