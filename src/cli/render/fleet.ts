import pc from 'picocolors';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnosticLine, placeText } from '../../diagnostics/line.js';
import type { Status } from '../../model/checklist.js';
import type { FleetHost } from '../../report/fleet-host.js';
import { statusWords, worstFirst } from '../../rules/status-words.js';
import { visible } from '../../text/visible.js';
import type { HostReport } from './summary.js';
import { renderTable } from './table.js';

/** One host in the summary of a fleet: the little that is kept of each. */
export interface FleetRow {
  readonly host: string;
  readonly verdict: Status | 'refused';
  readonly connectors: number;
  /** How many of them are open. */
  readonly open: number;
  /** Why the verdict is what it is: what refused the host, what is missing, or the connector that is open. */
  readonly reason: string;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
  /** Of a refused host: files of an earlier run that still stand there. */
  readonly oldFiles: readonly string[];
  readonly overview: FleetHost;
  /** Errors and warnings, the first of them where there are very many. */
  readonly diagnostics: readonly Diagnostic[];
}

const keptDiagnostics = 20;

/** What is kept of a host for the table, the CSV and the exit code. */
export const toRow = ({ entry, diagnostics, overview }: HostReport): FleetRow => {
  const [worst] = [...entry.results].sort((a, b) => worstFirst(a.status, b.status));
  const connectors = worst?.connectors ?? [];
  const telling = diagnostics.filter(({ severity }) => severity !== 'info');
  const [first] = [...telling.filter(({ severity }) => severity === 'error'), ...telling];
  const decisive = connectors.find(({ status }) => status === worst?.status);
  const why = decisive?.clauses
    .filter(({ truth }) => truth === (worst?.status === 'open' ? 'false' : 'unknown'))
    .map(({ actual }) => actual)
    .join('; ');
  const ofConnector = decisive === undefined || !why ? undefined : `${decisive.name || decisive.identity}: ${why}`;
  const ofDiagnostic = first === undefined ? undefined : diagnosticLine(first);
  const doubt = worst?.doubts[0];
  const ofDoubt =
    doubt === undefined ? undefined : visible(`${placeText(doubt.place)}${doubt.message} [${doubt.code}]`);
  const reason = {
    open: ofConnector ?? ofDiagnostic,
    not_reviewed: ofDoubt ?? ofDiagnostic ?? ofConnector,
    not_applicable: ofDiagnostic,
    not_a_finding: connectors.length > 0 ? 'every clause is met' : ofDiagnostic,
    refused: ofDiagnostic,
  };
  const verdict = entry.refused ? 'refused' : (worst?.status ?? 'not_reviewed');
  return {
    host: entry.host,
    verdict,
    connectors: connectors.length,
    open: connectors.filter(({ status }) => status === 'open').length,
    reason: reason[verdict] ?? '',
    outputs: entry.outputs.map(({ path, sha256 }) => ({ path, sha256 })),
    oldFiles: (entry.oldOutputs ?? []).map(({ path }) => path),
    overview,
    diagnostics: telling.slice(0, keptDiagnostics),
  };
};

const verdictWords = { ...statusWords, refused: 'REFUSED' } as const;
const verdicts = ['refused', 'open', 'not_reviewed', 'not_applicable', 'not_a_finding'] as const;

/** What `batch` prints for a person: a line for each host, and how many there are of each verdict. */
export const renderFleet = (rows: readonly FleetRow[], { color }: { readonly color: boolean }): string => {
  const colors = pc.createColors(color);
  const cells = rows.map((row) => [
    row.host || '(not known)',
    verdictWords[row.verdict],
    String(row.connectors),
    String(row.open),
    row.reason,
  ]);
  const counts = verdicts
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdictWords[verdict]}`);
  const hosts = `${rows.length} ${rows.length === 1 ? 'host' : 'hosts'}`;
  const table = renderTable([['HOST', 'VERDICT', 'CONNECTORS', 'OPEN', 'WHY'], ...cells]);
  const old = rows.flatMap(({ host, oldFiles }) =>
    oldFiles.map((path) => `old    ${visible(path)} (${visible(host)} was refused)\n`),
  );
  return `${table}\n${old.join('')}${colors.bold(`${hosts}: ${counts.join(', ')}`)}\n`;
};

/** How many diagnostics of one code are printed; the summary has a line for every host. */
const shownOfACode = 20;
const label = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Errors, and with `warnings` these too, as lines that begin with their host. */
export const renderHostDiagnostics = (rows: readonly FleetRow[], warnings: boolean): string => {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const { host, diagnostics } of rows)
    for (const d of diagnostics) {
      if (d.severity !== 'error' && !warnings) continue;
      const count = (seen.get(d.code) ?? 0) + 1;
      seen.set(d.code, count);
      if (count <= shownOfACode)
        lines.push(`${label[d.severity]}: ${host === '' ? '' : `${visible(host)}: `}${diagnosticLine(d)}`);
    }
  for (const [code, count] of seen)
    if (count > shownOfACode) lines.push(`note: ${count - shownOfACode} more of [${code}]; --json shows all`);
  return lines.map((line) => `${line}\n`).join('');
};

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The summary as CSV (RFC 4180) with a header: every cell quoted, and none that a spreadsheet would take for a formula. */
export const fleetCsv = (rows: readonly FleetRow[]): string =>
  [
    csvColumns,
    ...rows.map((row) => [
      row.host,
      row.verdict,
      String(row.connectors),
      String(row.open),
      row.reason,
      row.outputs.map(({ path }) => path).join('; '),
      row.oldFiles.join('; '),
    ]),
  ]
    .map(csvLine)
    .join('');

/** Spreadsheets act on what begins with one of these, white space before it or not; an apostrophe makes it text. */
const csvCell = (text: string): string => {
  const shown = visible(text);
  return `"${(/^\s*[=+\-@|%]/.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
};

/** A new column goes behind the others. */
const csvColumns = ['host', 'verdict', 'connectors', 'open', 'reason', 'files', 'old files'];

/** How every summary that this program wrote begins. */
export const fleetCsvHeader = csvColumns.slice(0, 4).map(csvCell).join(',');
