import { answerOf, type ConnectorDiff, type DiffAnswer, type ExportDiff } from '../../comparison/diff-exports.js';
import { type DiffRow, rowsOfDiff } from '../../comparison/rows.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { toCsvText } from '../../formats/csv/cells.js';
import type { Tool } from '../../model/checklist.js';
import { visible } from '../../text/visible.js';
import { styledLine } from './line.js';
import { diagnosticSummary } from './summary.js';
import { renderTable, usualWidth } from './table.js';

/** A host that was compared; `refused`: the exports of a side cannot be read. */
export interface ComparedHost {
  /** Undefined where two exports are compared, and no host is named. */
  readonly host: string | undefined;
  readonly change: 'added' | 'removed' | 'compared' | 'refused';
  readonly diff?: ExportDiff | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Two exports, or two folders of a fleet, compared. */
export interface ExportComparison {
  readonly kind: 'exports' | 'fleets';
  readonly old: string;
  readonly new: string;
  readonly rules: readonly string[];
  readonly hosts: readonly ComparedHost[];
  /** What is reported of no host in particular. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What all hosts come to: undefined where one of them, or all, could not be compared. */
export const answerOfAll = ({ hosts, diagnostics }: ExportComparison): DiffAnswer | undefined => {
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  if (hosts.length === 0 || hosts.some(({ change }) => change === 'refused')) return undefined;
  const answers = hosts.map(answerOfHost);
  return (['different', 'cannot-tell'] as const).find((answer) => answers.includes(answer)) ?? 'same';
};

const answerOfHost = ({ diff }: ComparedHost): DiffAnswer => (diff === undefined ? 'different' : answerOf(diff));

const rowsOfHost = ({ host = '', change, diff }: ComparedHost): readonly DiffRow[] => {
  const empty = { host, connector: '', guid: '', old: '', new: '', why: '' };
  if (change === 'refused')
    return [{ ...empty, answer: 'cannot tell', what: 'host', why: 'its exports cannot be read' }];
  if (diff === undefined) return [{ ...empty, answer: 'different', what: `host ${change}` }];
  return rowsOfDiff(diff, host);
};

const headings = {
  host: 'HOST',
  connector: 'CONNECTOR',
  what: 'WHAT',
  old: 'OLD',
  new: 'NEW',
  why: 'WHY',
} as const;

const tableOf = (
  rows: readonly DiffRow[],
  columns: readonly (keyof typeof headings)[],
  width: number | undefined,
): string => {
  const cells = rows.map((row) => columns.map((column) => row[column]));
  return renderTable([columns.map((column) => headings[column]), ...cells], { width, wraps: columns.includes('why') });
};

/** What differs, and apart from it what cannot be told, for a person; whole texts are in the JSON and the CSV. */
export const renderExportDifference = (comparison: ExportComparison, width: number | undefined): string => {
  const rows = comparison.hosts.flatMap(rowsOfHost);
  const first = comparison.kind === 'fleets' ? (['host', 'connector'] as const) : (['connector'] as const);
  const [different, untold] = (['different', 'cannot tell'] as const).map((answer) =>
    rows.filter((row) => row.answer === answer),
  );
  return [
    different?.length ? `${tableOf(different, [...first, 'what', 'old', 'new'], width)}\n` : '',
    untold?.length ? `cannot be compared:\n${tableOf(untold, [...first, 'what', 'old', 'new', 'why'], width)}\n` : '',
    rows.length === 0 && answerOfAll(comparison) === 'same' ? 'no difference\n' : '',
    notCompared(comparison, width),
    `${summaryLine(comparison)}\n`,
  ].join('');
};

const notCompared = ({ hosts }: ExportComparison, width: number | undefined): string => {
  const names = new Set(hosts.flatMap(({ diff }) => (diff?.isSameBytes ? [] : (diff?.inNeither ?? []))));
  if (names.size === 0) return '';
  return styledLine('plain', `not compared, as neither export has it: ${[...names].join(', ')}`, {
    columns: width ?? usualWidth,
  });
};

const countsOf = ({ hosts }: ExportComparison) => {
  const connectors = hosts.flatMap(({ diff }) => diff?.connectors ?? []);
  const count = (change: ConnectorDiff['change']) => connectors.filter((one) => one.change === change).length;
  const same = hosts.reduce((sum, { diff }) => sum + (diff?.same ?? 0), 0);
  const ofHosts = (change: ComparedHost['change']) => hosts.filter((host) => host.change === change).length;
  return {
    hosts: {
      ...{ added: ofHosts('added'), removed: ofHosts('removed'), refused: ofHosts('refused') },
      compared: ofHosts('compared'),
    },
    connectors: {
      ...{ added: count('added'), removed: count('removed'), changed: count('changed'), same },
      cannotTell: count('not-comparable') + count('cannot-tell'),
    },
  };
};

const summaryLine = (comparison: ExportComparison): string => {
  const { hosts, connectors } = countsOf(comparison);
  const ofHosts = `hosts: ${hosts.compared} compared, ${hosts.added} added, ${hosts.removed} removed, ${hosts.refused} refused\n`;
  return `${comparison.kind === 'fleets' ? ofHosts : ''}connectors: ${connectors.changed} changed, ${connectors.added} added, ${connectors.removed} removed, ${connectors.same} the same, ${connectors.cannotTell} not known`;
};

/** The same rows as CSV, with whole texts. */
export const exportDifferenceCsv = ({ hosts }: ExportComparison): string =>
  toCsvText([
    ['Host', 'Connector', 'Guid', 'Answer', 'What', 'Old', 'New', 'Why'],
    ...hosts
      .flatMap(rowsOfHost)
      .map((row) => [row.host, row.connector, row.guid, row.answer, row.what, row.old, row.new, row.why].map(visible)),
  ]);

/** The JSON document of `diff --json` for exports, as schemas/export-diff.schema.json describes it. */
export const toExportDifference = (comparison: ExportComparison, { name, version }: Tool) => {
  const answer = answerOfAll(comparison);
  const { kind, rules, hosts, diagnostics } = comparison;
  return {
    tool: { name, version },
    ...{ kind, answer: answer ?? null, old: comparison.old, new: comparison.new, rules },
    counts: countsOf(comparison),
    hosts: hosts.map((host) => ({
      host: host.host ?? null,
      change: host.change,
      answer: host.change === 'refused' ? null : answerOfHost(host),
      ...(host.diff === undefined
        ? {}
        : {
            old: sideSummary(host.diff, 'old'),
            new: sideSummary(host.diff, 'new'),
            connectors: host.diff.connectors,
            same: host.diff.same,
            inNeither: host.diff.inNeither,
          }),
    })),
    diagnostics: [
      ...diagnostics.map((d) => diagnosticSummary(d)),
      ...hosts.flatMap((host) => host.diagnostics.map((d) => diagnosticSummary(d, host.host))),
    ],
  };
};

const sideSummary = ({ old, new: now }: ExportDiff, side: 'old' | 'new') => {
  const { evidence, doubts } = side === 'old' ? old : now;
  return {
    evidence: evidence.map(({ path, format, sha256, connectors }) => ({ path, format, sha256, connectors })),
    doubts,
  };
};
