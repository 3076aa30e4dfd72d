import pc from 'picocolors';
import { changeWords, type FillInChange } from '../../checklist/fill-in.js';
import type { Status } from '../../model/checklist.js';
import { labelOf } from '../../outcome/outcome.js';
import type { ConnectorResult, RuleResult, WrittenHost } from '../../outcome/written-host.js';
import { statusWords, worstFirst } from '../../rules/status-words.js';
import { doubtLines, siteLines } from '../../rules/verdict.js';
import { visible } from '../../text/visible.js';
import { renderTable } from './table.js';

/** How many connectors the table shows; the files hold them all. */
const shownConnectors = 50;

/** What `evaluate` prints for a person: the verdict, a line for each connector, the files. */
export const renderEvaluation = (host: WrittenHost, { color }: { readonly color: boolean }): string => {
  const colors = pc.createColors(color);
  const paint = (status: Status): string => {
    const bold = colors.bold(statusWords[status]);
    if (status === 'open') return colors.red(bold);
    return status === 'not_reviewed' ? colors.yellow(bold) : colors.green(bold);
  };
  return host.results
    .map((result) =>
      [
        `${visible(host.host)}: ${result.vulnId} is ${paint(result.status)} (${visible(`${result.ruleId}, ${host.stig.id} ${host.stig.release}`)})\n`,
        ...siteLines(result).map((line) => `${line}\n`),
        doubtText(result),
        '\n',
        connectorTable(result),
      ].join(''),
    )
    .concat(othersLine(host))
    .concat(host.changes === undefined ? [] : ['\n', changesTable(host.changes, host.outputs.length > 0)])
    .concat(host.outputs.length > 0 ? ['\n', renderTable(host.outputs.map((o) => ['wrote', o.path]))] : [])
    .join('');
};

/** A verdict that rests on what is in doubt is not to be read without it. */
const doubtText = (result: RuleResult): string =>
  result.doubts.length === 0 ? '' : [result.sentence, ...doubtLines(result)].map((line) => `${line}\n`).join('');

/** A whole benchmark has rules that nobody judged: the verdict must not seem to be theirs. */
const othersLine = ({ otherRules: n }: WrittenHost): readonly string[] =>
  n > 0 ? [`\n${n} other ${n === 1 ? 'rule' : 'rules'} of the benchmark: NOT REVIEWED\n`] : [];

const connectorTable = ({ connectors }: RuleResult): string => {
  if (connectors.length === 0) return 'no send connector in the export\n';
  const ordered = [...connectors].sort((a, b) => worstFirst(a.status, b.status));
  const rows = ordered.slice(0, shownConnectors).map((c) => [statusWords[c.status], labelOf(c), why(c)]);
  const more = ordered.length - rows.length;
  return renderTable([['STATUS', 'CONNECTOR', 'WHY'], ...rows]) + (more > 0 ? `and ${more} more\n` : '');
};

const why = (connector: ConnectorResult): string =>
  connector.clauses
    .filter((clause) => clause.truth !== 'true')
    .map(({ words }) => words)
    .join(' ') || 'every clause that applies is met';

/** The whole of what changes is in the file, and in the JSON output. */
const changesTable = (changes: readonly FillInChange[], written: boolean): string => {
  if (changes.length === 0) return 'nothing to change: the checklist already says this\n';
  return renderTable(
    changes
      .map(changeWords)
      .map(([what, before, after]) => [written ? 'changed' : 'would change', what, `${before} -> ${after}`]),
  );
};
