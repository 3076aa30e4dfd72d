import { diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../model/place.js';
import { formatOutputName, headerNames, shownName } from '../property-names.js';
import { isSecret } from '../secrets.js';

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
    const end = /\r\n?|\n/g;
    end.lastIndex = offset;
    const found = end.exec(text);
    const next = found === null ? text.length : found.index + found[0].length;
    const line = text.slice(offset, found?.index);
    const type = typeNameOf([line], ',');
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
  if (!beginsLikeType(cells)) return undefined;
  const row = cells.join(delimiter);
  let end = row.length;
  while (end > 0 && ` ",;|\t`.includes(row.charAt(end - 1))) end--;
  return /^"?#TYPE\s+([\w.+`]+(?:\[.*\])?)$/i.exec(row.slice(0, end))?.[1];
};

/** True for a row that begins as a `#TYPE` line does, be it one or not. */
export const beginsLikeType = (cells: readonly string[]): boolean => /^"?#TYPE\s/i.test(cells[0] ?? '');

/**
 * Makes the columns of a header row. Diagnostics: `csv-no-header` (the row looks like data or has no name that is known),
 * `csv-column-without-name`, `csv-duplicate-column` (names differ in case at most), `format-output-as-csv`.
 */
export const readHeader = (cells: readonly string[], place: Place): Reading<readonly Column[]> => {
  const columns = cells.map((cell) => {
    const name = cell.trim();
    return { name, key: name.toLowerCase(), secret: isSecret(name) };
  });
  if (columns.some(({ key }) => key === formatOutputName.toLowerCase())) return refuse('format-output-as-csv', place);
  if (!columns.some(({ key }) => headerNames.has(key)) || cells.some(isData))
    return refuse('csv-no-header', place, `a row of ${cells.length} cells that is none`);
  const first = new Map<string, number>();
  for (const [i, { name, key }] of columns.entries()) {
    if (key === '') return refuse('csv-column-without-name', place, `column ${i + 1}`);
    const other = first.get(key);
    if (other !== undefined)
      return refuse('csv-duplicate-column', { ...place, property: shownName(name) }, pair(name, other, i));
    first.set(key, i);
  }
  return { ok: true, value: columns, diagnostics: [] };
};

const pair = (name: string, i: number, j: number): string => `${shownName(name)} in the columns ${i + 1} and ${j + 1}`;

const refuse = (
  code: 'csv-no-header' | 'csv-column-without-name' | 'csv-duplicate-column' | 'format-output-as-csv',
  place: Place,
  actual?: string,
): Reading<never> => ({
  ok: false,
  diagnostics: [diagnostic(code as 'csv-no-header', place, { actual })],
});

/** Cells that no header has: truth, numbers, GUIDs, lines, what a collection was flattened to, a `#TYPE` that lost its line end. */
const isData = (cell: string): boolean =>
  /[\r\n]/.test(cell) ||
  /^\s*(\$?(true|false)|\d+|\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?)\s*$/i.test(cell) ||
  /^\s*(#TYPE\s|sep=|(System|Microsoft\.Exchange)\.[\w.]+[`[])/i.test(cell);

const isKnown = (cell: string): boolean => headerNames.has(cell.trim().toLowerCase());

/** True for a row that has the names of `keys`, each once, in any order: the header of an export that was appended. */
export const repeatsHeader = (cells: readonly string[], keys: ReadonlySet<string>): boolean => {
  if (cells.length !== keys.size || !keys.has((cells[0] ?? '').trim().toLowerCase())) return false;
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return names.size === keys.size && [...names].every((name) => keys.has(name));
};

/**
 * True for a row of names that is no data of a connector: an appended export with other columns. Nothing may be read
 * below it under the old names; it is refused rather than taken as a header, because a row of data taken as a header
 * would be a connector lost. One name is enough where it stands in its own column, which no value does but a connector's
 * that is called "Name"; then the row has data too.
 */
export const isHeaderOfOther = (cells: readonly string[], columns: readonly Column[]): boolean => {
  let known = 0;
  let own = 0;
  let ownLabel = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell.length > 60) continue;
    if (isKnown(cell)) known++;
    const key = columns[i]?.key;
    if (key === undefined || cell.trim().toLowerCase() !== key) continue;
    if (key === 'name' || key === 'identity' || key === 'id') ownLabel++;
    else own++;
  }
  if (own > 0) return true;
  const names = known >= 2 && new Set(cells).size === cells.length;
  return (names || ownLabel > 0) && !cells.some(isData);
};
