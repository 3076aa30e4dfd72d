import pc from 'picocolors';
import { changeWords, type FillInChange } from '../../checklist/fill-in-change.js';
import { labelOf } from '../../outcome/outcome.js';
import type { ConnectorResult, RuleResult, WrittenHost } from '../../outcome/written-host.js';
import { statusWords, worstFirst } from '../../rules/status-words.js';
import { doubtLines, siteLines } from '../../rules/verdict.js';
import { visible } from '../../text/visible.js';
import { wrapToWidth } from '../../text/width.js';
import { painted } from './paint.js';
import { renderTable, writtenLine } from './table.js';

/** How many connectors the table of a rule shows; the files hold them all. */
const shownConnectors = 50;

export interface EvaluationStyle {
  readonly color: boolean;
  /** None where standard output is no terminal: then only tables have a width. */
  readonly columns?: number | undefined;
  /** Whether, of several rules, also those that are met by the export alone have their connectors listed. */
  readonly verbose?: boolean | undefined;
}

/** What `evaluate` prints for a person: the verdict, a line for each connector, the files; of several rules first a line for each. */
export const renderEvaluation = (host: WrittenHost, style: EvaluationStyle): string => {
  const several = host.results.length > 1;
  const shown = several && !style.verbose ? host.results.filter(isToBeSeen) : host.results;
  const blocks = [
    ...(several ? [rulesTable(host, style)] : []),
    ...shown.map((result) => ruleBlock(host, result, style)),
    ...othersLine(host),
    ...(host.changes === undefined ? [] : [changesTable(host.changes, host.outputs.length > 0, style)]),
    ...(host.outputs.length > 0 ? [host.outputs.map(({ path }) => writtenLine(path)).join('')] : []),
  ];
  return blocks.join('\n');
};

/** Not what is met by the export alone: a verdict that the site's word changed is not to be read without that. */
const isToBeSeen = ({ status, without = status }: RuleResult): boolean =>
  (status !== 'not_a_finding' && status !== 'not_applicable') || without !== status;

const rulesTable = ({ host, stig, results }: WrittenHost, { color, columns }: EvaluationStyle): string => {
  const ordered = [...results].sort((a, b) => worstFirst(a.status, b.status));
  const rows = ordered.map(({ vulnId, status, open, count, title }) => [
    statusWords[status],
    vulnId,
    `${open} of ${count}`,
    title,
  ]);
  const style = { width: columns, paint: painted(color, 0) };
  const heading = `${visible(host)}: ${results.length} rules of ${visible(`${stig.id} ${stig.release}`)}\n\n`;
  return heading + renderTable([['STATUS', 'RULE', 'OPEN', 'TITLE'], ...rows], style);
};

const ruleBlock = ({ host, stig }: WrittenHost, result: RuleResult, style: EvaluationStyle): string => {
  const { vulnId, status } = result;
  const verdict = pc
    .createColors(style.color)
    .bold(painted(style.color, 0)(statusWords[status], 0, statusWords[status]));
  const lines = [
    `${visible(host)}: ${vulnId} is ${verdict} (${visible(`${stig.id} ${stig.release}`)})`,
    ...[...siteLines(result), ...doubtText(result)].flatMap((line) =>
      style.columns === undefined ? [line] : wrapToWidth(line, style.columns),
    ),
    '',
  ];
  return lines.map((line) => `${line}\n`).join('') + connectorTable(result, style);
};

/** A verdict that rests on what is in doubt is not to be read without it. */
const doubtText = (result: RuleResult): readonly string[] =>
  result.doubts.length === 0 ? [] : [result.sentence, ...doubtLines(result)];

/** A whole benchmark has rules that nobody judged: the verdict must not seem to be theirs. */
const othersLine = ({ otherRules: n }: WrittenHost): readonly string[] =>
  n > 0 ? [`${n} other ${n === 1 ? 'rule' : 'rules'} of the benchmark: NOT REVIEWED\n`] : [];

const connectorTable = ({ connectors }: RuleResult, { color, columns }: EvaluationStyle): string => {
  if (connectors.length === 0) return 'no send connector in the export\n';
  const ordered = [...connectors].sort((a, b) => worstFirst(a.status, b.status));
  const rows = ordered.slice(0, shownConnectors).map((c) => [statusWords[c.status], labelOf(c), why(c)]);
  const more = ordered.length - rows.length;
  const style = { width: columns, wraps: true, paint: painted(color, 0) };
  return renderTable([['STATUS', 'CONNECTOR', 'WHY'], ...rows], style) + (more > 0 ? `and ${more} more\n` : '');
};

const why = (connector: ConnectorResult): string =>
  connector.clauses
    .filter((clause) => clause.truth !== 'true')
    .map(({ words }) => words)
    .join(' ') || 'every clause that applies is met';

/** The whole of what changes is in the file, and in the JSON output. */
const changesTable = (changes: readonly FillInChange[], written: boolean, { columns }: EvaluationStyle): string => {
  if (changes.length === 0) return 'nothing to change: the checklist already says this\n';
  const rows = changes
    .map(changeWords)
    .map(([what, before, after]) => [written ? 'changed' : 'would change', what, `${before} -> ${after}`]);
  return renderTable(rows, { width: columns, wraps: true });
};
