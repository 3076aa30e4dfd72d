import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { endsWithLineEnd } from '../../text/lines.js';
import { isSendConnectorName, neverEmpty } from '../property-names.js';
import { seen } from '../seen.js';
import { isWholeCell } from './cell.js';
import {
  beginsLikeType,
  type Column,
  isHeaderOfOther,
  type Preamble,
  readHeader,
  readPreamble,
  repeatsHeader,
  typeNameOf,
} from './header.js';
import { type Row, readRows } from './rows.js';

/**
 * Reads what Export-Csv or a spreadsheet wrote: delimited by comma, semicolon, tab or bar, quoted or not, with `#TYPE` and
 * `sep=` lines, and with further exports appended. An empty cell is null; every other one is text exactly as it stands.
 * Records carry the line they begin on. Refused whole: `csv-no-header`, `csv-column-without-name`, `csv-duplicate-column`,
 * `csv-cell-count`, `csv-header-changed`, `csv-row-empty`, `csv-quote-not-closed`, `csv-quote-misplaced`, `csv-cut`,
 * `format-output-as-csv`, `too-many-items` (cells). Warnings: `csv-column-unknown`,
 * `export-end-missing`. Notice: `csv-rows-empty-at-end`. The quoting is RFC 4180's; the rest is what PowerShell's documentation of Export-Csv says.
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 * @param ownColumn a column that was made by hand and is known to be there, in any case
 */
export const fromCsv = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
  ownColumn?: string,
): Reading<readonly ExportRecord[]> => {
  if (text.trim() === '') return { ok: true, value: [], diagnostics: [] };
  const preamble = readPreamble(text);
  const table = tableReader(preamble, file, ownColumn?.trim().toLowerCase());
  const row = countingCells(table.row, file, limitsOf(limits));
  const refusal = readRows(text, preamble, file, row) ?? table.end();
  if (refusal !== undefined) return { ok: false, diagnostics: [refusal] };
  const diagnostics = table.notices();
  // A quoted last cell is closed, so it is whole; an unquoted one may be the beginning of a longer value.
  if (endsWithLineEnd(text) || text.endsWith('"')) return { ok: true, value: table.records, diagnostics };
  const cut = table.cutCell();
  if (cut !== undefined) return { ok: false, diagnostics: [cut] };
  return { ok: true, value: table.records, diagnostics: [...diagnostics, diagnostic('export-end-missing', { file })] };
};

/** What Select-Object names a column that was given as an expression alone. */
const isExpression = (name: string): boolean => name.includes('$_');

/** Refuses the row with which there are more cells than the limit allows. */
const countingCells = (take: Row, file: string, { maxItems }: InputLimits): Row => {
  let count = 0;
  return (cells, line) => {
    count += cells.length;
    if (count <= maxItems) return take(cells, line);
    return diagnostic('too-many-items', { file, line }, { expected: String(maxItems), actual: 'cells' });
  };
};

/** Makes records of rows: the first row is the header, and so is every one that repeats it or follows a `#TYPE`. */
const tableReader = (preamble: Preamble, file: string, ownKey: string | undefined) => {
  const records: ExportRecord[] = [];
  let columns: readonly Column[] = [];
  let keys: ReadonlySet<string> = new Set();
  let headerIsDue = true;
  let typeNames = preamble.typeNames;
  let last: { readonly cells: readonly string[]; readonly line: number } | undefined;
  let emptyFrom: number | undefined;
  let emptyRows = 0;
  let unknown: { readonly place: Place; readonly column: number } | undefined;
  const header = (cells: readonly string[], place: Place): Diagnostic | undefined => {
    const read = readHeader(cells, place);
    if (!read.ok) return read.diagnostics[0];
    columns = read.value;
    keys = new Set(columns.map((column) => column.key));
    headerIsDue = false;
    last = undefined;
    // A header is the only line of a table whose damage nothing else shows.
    const other = columns.findIndex(({ key }) => !isSendConnectorName(key) && !isExpression(key) && key !== ownKey);
    if (other !== -1) unknown ??= { place, column: other + 1 };
    return undefined;
  };
  const row: Row = (cells, line) => {
    const place = { file, line };
    // A spreadsheet saves the empty rows of a range too; at the end they are nothing, between others a row was lost.
    const isBlank = cells.every((cell) => cell.trim() === '');
    if (isBlank && cells.length > 1 && columns.some(({ key }) => neverEmpty.has(key))) {
      emptyFrom ??= line;
      emptyRows++;
      last = undefined;
      return undefined;
    }
    if (isBlank && cells.length === 1 && columns.length !== 1) return undefined;
    if (emptyFrom !== undefined) return diagnostic('csv-row-empty', { file, line: emptyFrom });
    const typeName = typeNameOf(cells, preamble.delimiter);
    if (typeName !== undefined) {
      typeNames = [typeName];
      headerIsDue = true;
      return undefined;
    }
    // The beginning of a #TYPE line, and then the end of a row: what lay between them is gone.
    if (beginsLikeType(cells))
      return diagnostic('csv-no-header', place, { actual: 'the beginning of a #TYPE line and the end of a row' });
    if (headerIsDue) return header(cells, place);
    if (repeatsHeader(cells, keys)) {
      // An appended export without a #TYPE of its own: the type of the one before says nothing of it.
      typeNames = [];
      return header(cells, place);
    }
    if (isHeaderOfOther(cells, columns)) return diagnostic('csv-header-changed', place);
    if (cells.length !== columns.length)
      return diagnostic('csv-cell-count', place, { expected: `${columns.length}`, actual: `${cells.length}` });
    records.push(recordOf(cells, columns, typeNames, place, records.at(-1)));
    last = { cells, line };
    return undefined;
  };
  const end = (): Diagnostic | undefined =>
    headerIsDue ? diagnostic('csv-no-header', { file }, { actual: 'the end of the file' }) : undefined;
  const notices = (): readonly Diagnostic[] => [
    ...(emptyFrom === undefined
      ? []
      : [diagnostic('csv-rows-empty-at-end', { file, line: emptyFrom }, { actual: `${emptyRows}` })]),
    ...(unknown === undefined
      ? []
      : [diagnostic('csv-column-unknown', unknown.place, { actual: `column ${unknown.column}` })]),
  ];
  /** What is wrong where the file ends within the last cell: no value of its column, or none that has an end of its own. */
  const cutCell = (): Diagnostic | undefined => {
    const column = columns.at(-1);
    if (column === undefined || last === undefined) return undefined;
    const cell = last.cells.at(-1) ?? '';
    if (isWholeCell(column.key, cell)) return undefined;
    const actual = column.secret ? '(not shown)' : seen(cell);
    return diagnostic('csv-cut', { file, line: last.line, property: column.name }, { actual });
  };
  return { records, row, end, notices, cutCell };
};

const nothing: ExportValue = { kind: 'null' };
const withheld: ExportValue = { kind: 'withheld' };

const recordOf = (
  cells: readonly string[],
  columns: readonly Column[],
  typeNames: readonly string[],
  place: Place,
  before: ExportRecord | undefined,
): ExportRecord => {
  const properties = new Map<string, ExportProperty>();
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    if (column === undefined) continue;
    const { name, key, secret } = column;
    const value = secret ? withheld : cellValue(cells[i] ?? '', before?.properties.get(key)?.value);
    properties.set(key, { name, place, value });
  }
  return { place, typeNames, properties };
};

/** The value of the record before where it is the same: most columns hold few different values, and memory is what costs. */
const cellValue = (text: string, before: ExportValue | undefined): ExportValue => {
  if (text === '') return nothing;
  return before?.kind === 'text' && before.text === text ? before : { kind: 'text', text };
};
