import pc from 'picocolors';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { placeText } from '../../diagnostics/line.js';
import { wouldChange } from '../../diagnostics/reported.js';
import type { Place } from '../../model/place.js';
import { type Outcome, outcomeOf, outcomes, outcomeWords, reasonOf, worstResult } from '../../outcome/outcome.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import { groupBy } from '../../text/group-by.js';
import { visible } from '../../text/visible.js';
import { labels, withCount } from './diagnostics.js';
import { type LineStyle, styledLine } from './line.js';
import { painted } from './paint.js';
import { renderTable } from './table.js';

/** A fleet of so many hosts has a line for each; of a larger one, hosts without a problem are counted. */
const shownHosts = 30;
/** Of how many hosts of each verdict there is a line, where those with a problem are too many as well. */
const shownOfAVerdict = 10;

export interface FleetStyle extends LineStyle {
  /** Leaves out the hosts without a problem. */
  readonly problems?: boolean | undefined;
}

/** What `batch` prints for a person: the hosts, the worst first, and how many there are of each outcome. */
export const renderFleet = (
  hosts: readonly WrittenHost[],
  { color = false, columns, ...style }: FleetStyle,
): string => {
  const byOutcome = outcomes
    .map((outcome) => ({ outcome, those: hosts.filter((host) => outcomeOf(host) === outcome) }))
    .filter(({ those }) => those.length > 0);
  const rows = byOutcome.flatMap(({ outcome, those }) => rowsOf(outcome, those, hosts, style));
  const table = renderTable([['HOST', 'VERDICT', 'OPEN', 'WHY'], ...rows], {
    ...{ width: columns, cutFirst: { column: 3, least: 28 }, paint: painted(color, 1) },
  });
  const old = hosts.flatMap(({ host, oldOutputs = [] }) =>
    oldOutputs.map(({ path }) => `old    ${visible(path)} (${visible(host)} was refused)\n`),
  );
  const counts = byOutcome.map(({ outcome, those }) => `${those.length} ${outcomeWords[outcome]}`).join(', ');
  const all = `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'}: ${counts}`;
  return `${rows.length === 0 ? '' : `${table}\n`}${old.join('')}${pc.createColors(color).bold(all)}\n`;
};

const isProblem = (host: WrittenHost): boolean =>
  !['not_applicable', 'not_a_finding'].includes(outcomeOf(host)) || host.diagnostics.some(wouldChange);

/** The rows of a verdict, by name; those that are too many to show are one row with their number. */
const rowsOf = (
  outcome: Outcome,
  hosts: readonly WrittenHost[],
  all: readonly WrittenHost[],
  { problems, verbose }: FleetStyle,
): readonly string[][] => {
  const ordered = [...hosts].sort((a, b) => compared(a.host.toLowerCase(), b.host.toLowerCase()));
  const troubled = ordered.filter(isProblem);
  const isLarge = all.length > shownHosts && !verbose;
  const candidates = problems || isLarge ? troubled : ordered;
  const isCut = isLarge && all.filter(isProblem).length > shownHosts;
  const shown = isCut ? candidates.slice(0, shownOfAVerdict) : candidates;
  const left = (problems ? troubled : ordered).length - shown.length;
  const words = outcomeWords[outcome];
  const rows = shown.map((host) => [host.host || '(not known)', words, openCell(host), reasonOf(host, shortPlace)]);
  if (left === 0) return rows;
  return [...rows, [shown.length === 0 ? counted(left) : `and ${left} more`, words, '', '']];
};

const counted = (count: number): string => `${count} ${count === 1 ? 'host' : 'hosts'}`;

/** By code units: the order must not depend on where the program runs. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The file is known by its host; what is told apart in it is not. */
const shortPlace = ({ connector, property }: Place): string => placeText({ connector, property });

/** How many connectors are open, by the rule that decides. */
const openCell = (host: WrittenHost): string => {
  const [count, open] = countCells(host);
  return host.refused ? '' : `${open} of ${count}`;
};

/** How many connectors there are, and how many are open, by the rule that decides. */
const countCells = ({ results }: WrittenHost): readonly [string, string] => {
  const { count, open } = worstResult(results) ?? { count: 0, open: 0 };
  return [String(count), String(open)];
};

/** How many hosts are named that have the same warning. */
const namedHosts = 5;

/**
 * Warnings or errors of hosts, as lines that begin with their host: one for each code, with the number of the others and the hosts that
 * have them; with `verbose` all.
 */
export const renderHostDiagnostics = (
  hosts: readonly WrittenHost[],
  severity: 'warning' | 'error',
  style: LineStyle,
): string => {
  const found = hosts.flatMap(({ host, diagnostics }) =>
    diagnostics.filter((d) => d.severity === severity).map((d) => ({ host, d })),
  );
  const groups = style.verbose ? found.map((one) => [one]) : [...groupBy(found, ({ d }) => d.code).values()];
  return groups.map((group) => styledLine(severity, `${labels[severity]}: ${groupLine(group)}`, style)).join('');
};

const groupLine = (group: readonly { readonly host: string; readonly d: Diagnostic }[]): string => {
  const [first] = group;
  if (first === undefined) return '';
  const names = [...new Set(group.map(({ host }) => host))];
  const named = names
    .slice(0, namedHosts)
    .map((name) => visible(name || '(not known)'))
    .join(', ');
  const more = names.length > namedHosts ? ` and ${names.length - namedHosts} more` : '';
  const line = withCount(first.d, group.length === 1 ? undefined : `${group.length} times, in ${named}${more}`);
  return `${first.host === '' ? '' : `${visible(first.host)}: `}${line}`;
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
