import type { Trend, TrendCell } from '../../comparison/trend.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { toCsvText } from '../../formats/csv/cells.js';
import type { Tool } from '../../model/checklist.js';
import { type Outcome, outcomes, outcomeWords } from '../../outcome/outcome.js';
import { shortened } from '../../text/limit.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';
import { renderTable, usualWidth } from './table.js';

const short: Readonly<Record<Outcome, string>> = {
  refused: 'refused',
  open: 'OPEN',
  not_reviewed: 'NR',
  not_applicable: 'NA',
  not_a_finding: 'NF',
};

const widestHost = 20;

/** Hosts and runs, as many of the latest as the columns have room for, and the counts of each run. */
export const renderTrend = ({ runs, rows }: Trend, width = usualWidth): string => {
  const hasRules = rows.some(({ rule }) => rule !== undefined);
  const labels = runs.map(({ label }) => shortened(visible(label), 24));
  const column = Math.max(...labels.map(({ length }) => length)) + 2;
  const room = width - (widestHost + 2) - (hasRules ? 10 : 0) - 'newly judged'.length;
  const from = Math.max(0, runs.length - Math.max(2, Math.floor(room / column)));
  const table = renderTable(
    [
      ['HOST', ...(hasRules ? ['RULE'] : []), ...labels.slice(from), 'CHANGE'],
      ...rows.map(({ host, rule, cells }) => [
        shortened(visible(host || '(not known)'), widestHost),
        ...(rule === undefined ? [] : [rule]),
        ...cells.slice(from).map(({ outcome }) => (outcome === undefined ? '-' : short[outcome])),
        cells.at(-1)?.change ?? '',
      ]),
    ],
    { width },
  );
  const counts = renderTable(
    [
      ['RUN', ...outcomes.map((outcome) => short[outcome]), 'FILE'],
      ...runs.map(({ path, counts: found }, i) => [
        labels[i] ?? '',
        ...outcomes.map((outcome) => String(found[outcome])),
        path,
      ]),
    ],
    { width },
  );
  const left =
    from === 0 ? '' : `The last ${runs.length - from} of ${runs.length} runs; --csv and --report have all.\n`;
  return `${table}${left}\n${counts}NR not reviewed, NA not applicable, NF not a finding. CHANGE: since the run before the last.\n`;
};

/** A row for each host (and rule) and run. */
export const trendCsv = ({ runs, rows }: Trend): string =>
  toCsvText([
    ['Host', 'Rule', 'Assessed at', 'Summary', 'Verdict', 'Change'],
    ...rows.flatMap(({ host, rule = '', cells }) =>
      cells.map(({ outcome, change = '' }, i) =>
        [
          ...[host, rule, runs[i]?.assessedAt ?? '', runs[i]?.path ?? ''],
          ...[outcome === undefined ? '' : outcomeWords[outcome], change],
        ].map(visible),
      ),
    ),
  ]);

/** The JSON document of `trend --json`, as schemas/trend.schema.json describes it. */
export const toTrendSummary = ({ runs, rows }: Trend, diagnostics: readonly Diagnostic[], { name, version }: Tool) => ({
  tool: { name, version },
  kind: 'trend',
  runs: runs.map(({ path, assessedAt, counts }) => ({ path, assessedAt, counts })),
  rows: rows.map(({ host, rule, cells }) => ({ host, rule: rule ?? null, cells: cells.map(cellSummary) })),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});

const cellSummary = ({ outcome, change }: TrendCell) => ({ outcome: outcome ?? null, change: change ?? null });
