import pc from 'picocolors';
import { diagnosticLine } from '../../diagnostics/line.js';
import { outcomeOf, outcomes, outcomeWords, reasonOf, worstResult } from '../../outcome/outcome.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import { visible } from '../../text/visible.js';
import { renderTable } from './table.js';

/** What `batch` prints for a person: a line for each host, and how many there are of each outcome. */
export const renderFleet = (hosts: readonly WrittenHost[], { color }: { readonly color: boolean }): string => {
  const colors = pc.createColors(color);
  const cells = hosts.map((host) => [
    host.host || '(not known)',
    outcomeWords[outcomeOf(host)],
    ...countCells(host),
    reasonOf(host),
  ]);
  const counts = outcomes
    .map((outcome) => ({ outcome, count: hosts.filter((host) => outcomeOf(host) === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcomeWords[outcome]}`);
  const all = `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'}`;
  const table = renderTable([['HOST', 'VERDICT', 'CONNECTORS', 'OPEN', 'WHY'], ...cells]);
  const old = hosts.flatMap(({ host, oldOutputs = [] }) =>
    oldOutputs.map(({ path }) => `old    ${visible(path)} (${visible(host)} was refused)\n`),
  );
  return `${table}\n${old.join('')}${colors.bold(`${all}: ${counts.join(', ')}`)}\n`;
};

/** How many connectors there are, and how many are open, by the rule that decides. */
const countCells = ({ results }: WrittenHost): readonly [string, string] => {
  const { count, open } = worstResult(results) ?? { count: 0, open: 0 };
  return [String(count), String(open)];
};

/** How many diagnostics of one code are printed; the summary has a line for every host. */
const shownOfACode = 20;
const label = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Errors, and with `warnings` these too, as lines that begin with their host. */
export const renderHostDiagnostics = (hosts: readonly WrittenHost[], warnings: boolean): string => {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const { host, diagnostics } of hosts)
    for (const d of diagnostics) {
      if (d.severity === 'info' || (d.severity !== 'error' && !warnings)) continue;
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
export const fleetCsv = (hosts: readonly WrittenHost[]): string =>
  [
    csvColumns,
    ...hosts.map((host) => [
      host.host,
      outcomeOf(host),
      ...countCells(host),
      reasonOf(host),
      host.outputs.map(({ path }) => path).join('; '),
      (host.oldOutputs ?? []).map(({ path }) => path).join('; '),
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
