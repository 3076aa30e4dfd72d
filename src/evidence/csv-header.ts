import { diagnostic } from '../diagnostics/catalog.js';
import type { Place, Reading } from '../model/diagnostic.js';
import { isSecret } from './secrets.js';

/** A column of a CSV export. */
export interface Column {
  readonly name: string;
  /** The name in lower case: PowerShell's names have no case. */
  readonly key: string;
  readonly secret: boolean;
}

/** What stands before the header, and how the cells are delimited. */
export interface Preamble {
  /** Offset (UTF-16 units) of the header's line, and how many lines come before it. */
  readonly offset: number;
  readonly lines: number;
  readonly typeNames: readonly string[];
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Names by which a header is told from data. Those of other cmdlets are here so that their output is refused by its name. */
const knownNames = new Set(
  (
    'name identity id guid distinguishedname enabled domainsecureenabled dnsroutingenabled tlsauthlevel tlsdomain ' +
    'requiretls ignorestarttls smarthosts smarthostsstring addressspaces sourcetransportservers tlscertificatename ' +
    'smarthostauthmechanism cloudservicesmailenabled maxmessagesize connectioninactivitytimeout protocollogginglevel fqdn ' +
    'pscomputername runspaceid bindings permissiongroups authmechanism tlssettings usemxrecord objectclass'
  ).split(' '),
);

/** What Format-List and Format-Table make when they are exported: formatting instructions instead of objects. */
const formatOutput = 'classid2e4f51ef21dd47e99d3c952918aff9cd';

/**
 * Reads what comes before the header: blank lines, Excel's `sep=`, PowerShell's `#TYPE`; then tells the delimiter by the
 * header: the one that makes the most known names of it, outside quotes.
 */
export const readPreamble = (text: string): Preamble => {
  let offset = 0;
  let lines = 0;
  let typeNames: readonly string[] = [];
  let separator: string | undefined;
  for (;;) {
    const end = /\r\n?|\n|$/g;
    end.lastIndex = offset;
    const found = end.exec(text);
    const next = found === null ? text.length : found.index + found[0].length;
    const line = text.slice(offset, found?.index);
    const type = typeNameOf([line], separator ?? ',');
    const sep = /^"?sep=([^\w\s"]|\t)"?$/i.exec(line)?.[1];
    if (type !== undefined) typeNames = [type];
    else if (sep !== undefined) separator = sep;
    else if (line.trim() !== '' || next === text.length)
      return { offset, lines, typeNames, delimiter: separator ?? delimiterOf(line) };
    offset = next;
    lines++;
  }
};

const delimiterOf = (header: string): string => {
  const outside = header.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[,;\t|]/g, '_'));
  const scored = delimiters.map((delimiter) => {
    const cells = outside.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
    return { delimiter, score: cells.filter(isKnown).length * 10_000 + cells.length };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
};

/**
 * The type's name where a row is a `#TYPE` line: as it is, or as a spreadsheet saved it, with empty cells behind. The name
 * may hold delimiters inside brackets, so that the row's cells are put together again.
 */
export const typeNameOf = (cells: readonly string[], delimiter: string): string | undefined => {
  if (!/^"?#TYPE\s/i.test(cells[0] ?? '')) return undefined;
  const row = cells.join(delimiter);
  let end = row.length;
  while (end > 0 && ` ",;|\t`.includes(row.charAt(end - 1))) end--;
  return /^"?#TYPE\s+([\w.+`]+(?:\[.*\])?)$/i.exec(row.slice(0, end))?.[1];
};

/**
 * Makes the columns of a header row. Diagnostics: `csv-no-header` (the row looks like data or has no name that is known),
 * `csv-column-without-name`, `csv-duplicate-column` (names differ in case at most), `format-output-as-csv`.
 */
export const readHeader = (cells: readonly string[], place: Place): Reading<readonly Column[]> => {
  const columns = cells.map((cell) => {
    const name = cell.trim();
    return { name, key: name.toLowerCase(), secret: isSecret(name) };
  });
  if (columns.some(({ key }) => key === formatOutput)) return refuse('format-output-as-csv', place);
  if (!columns.some(({ key }) => knownNames.has(key)) || cells.some(isData))
    return refuse('csv-no-header', place, `"${cells.slice(0, 3).join(', ').replace(/\s+/g, ' ').slice(0, 60)}"`);
  const first = new Map<string, number>();
  for (const [i, { name, key }] of columns.entries()) {
    if (key === '') return refuse('csv-column-without-name', place, `column ${i + 1}`);
    const other = first.get(key);
    if (other !== undefined)
      return refuse('csv-duplicate-column', { ...place, property: name }, pair(columns[other]?.name, other, name, i));
    first.set(key, i);
  }
  return { ok: true, value: columns, diagnostics: [] };
};

const pair = (a: string | undefined, i: number, b: string, j: number): string =>
  `"${a}" (column ${i + 1}) and "${b}" (column ${j + 1})`;

const refuse = (code: Parameters<typeof diagnostic>[0], place: Place, actual?: string): Reading<never> => ({
  ok: false,
  diagnostics: [diagnostic(code, place, { actual })],
});

/** Cells that no header has and every row of connectors does: truth, numbers, GUIDs. */
const isData = (cell: string): boolean =>
  /^\s*(\$?(true|false)|\d+|\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?)\s*$/i.test(cell);

const isKnown = (cell: string): boolean => knownNames.has(cell.trim().toLowerCase());

/** True for a row that has the names of `keys`, each once, in any order: the header of an export that was appended. */
export const repeatsHeader = (cells: readonly string[], keys: ReadonlySet<string>): boolean => {
  if (cells.length !== keys.size || !keys.has((cells[0] ?? '').trim().toLowerCase())) return false;
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return names.size === keys.size && [...names].every((name) => keys.has(name));
};

/**
 * True for a row of names that is no data of a connector: an appended export with other columns. Nothing may be read
 * below it under the old names; it is refused rather than taken as a header, because a row of data taken as a header
 * would be a connector lost.
 */
export const looksLikeHeader = (cells: readonly string[]): boolean => {
  let known = 0;
  for (const cell of cells) if (cell.length <= 32 && isKnown(cell)) known++;
  return known >= 2 && new Set(cells).size === cells.length && !cells.some(isData);
};
