import { diagnostic, type Reading, refused } from '../../diagnostics/diagnostic.js';
import { report, reportAt } from '../../diagnostics/reports.js';
import type { ExportRecord } from '../../model/export-record.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { endsWithLineEnd } from '../../text/lines.js';
import {
  booleans,
  collections,
  isSendConnectorName,
  neverEmpty,
  outboundOnly,
  receiveOnly,
  shownName,
  texts,
  transportOnly,
} from '../property-names.js';
import { shapeOf } from '../property-row.js';
import { recognise } from '../recognise.js';
import {
  type Column,
  columnsOf,
  isDamagedHeader,
  isFormatOutput,
  isGenuineType,
  isHeader,
  isLaterHeader,
  isSameHeader,
  type Prelude,
  preludeOf,
  readPreamble,
} from './header.js';
import { recordOf } from './record.js';
import { type Row, readRows } from './rows.js';
import { newTable, placeOf, type Table } from './table.js';

/**
 * Reads what Export-Csv, ConvertTo-Csv or a spreadsheet wrote. Genuine is
 *
 *     (prelude* header row*)+     a prelude is `#TYPE` with a send connector's type, or `sep=` with the delimiter; every later header
 *                                 is the first one again: an export was appended
 *     header                      names, each once; any others beside a send connector's
 *     row                         as many cells as its header has; with line ends only in a Comment, an AdminDisplayName and
 *                                 what is no property of the cmdlet, or between the members of a collection
 *     cell                        quoted (RFC 4180) or not, for `-UseQuotes AsNeeded` and `Never` have no quotes where none are needed
 *     at the end                  rows of empty cells, as spreadsheets save them; a last cell that is not cut
 *
 * An empty cell is null; every other one is text exactly as it stands. Everything else is a doubt (`csv-…`), and what can be read
 * is read. Refused: no header (`csv-no-header`), the header of another cmdlet's output and nothing more (`not-a-send-connector`),
 * `format-output-as-csv`, `too-many-items` (cells).
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 */
export const fromCsv = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<readonly ExportRecord[]> => {
  if (text.trim() === '') return { ok: true, value: [], diagnostics: [] };
  const { maxItems } = limitsOf(limits);
  const preamble = readPreamble(text);
  const table = newTable(file, preamble.delimiter, text.includes('@{'));
  for (const { line, ...prelude } of preamble.preludes) readPrelude(table, prelude, line);
  let cells = 0;
  const refusal = readRows(text, preamble, (row) => {
    cells += row.cells.length;
    if (cells <= maxItems) return readRow(table, row);
    return refused('too-many-items', placeOf(table, row), { limit: maxItems, items: 'cells' });
  });
  return refusal ?? finish(table, text);
};

const readPrelude = (table: Table, { typeName, separator }: Prelude, line: number): void => {
  const place = () => placeOf(table, { line });
  table.headerIsDue = true;
  if (typeName !== undefined) table.typeNames = [typeName];
  if (typeName !== undefined && !isGenuineType(typeName)) reportAt(table.reports, 'csv-type', place);
  if (separator !== undefined && separator !== table.delimiter) reportAt(table.reports, 'csv-separator', place);
};

/** Reads any row. Refused is the file whose first is no header. */
const readRow = (table: Table, row: Row): Reading<never> | undefined => {
  const { cells } = row;
  const [cell = ''] = cells;
  table.last = row;
  if (cells.every((one) => one.trim() === '')) {
    readBlank(table, row);
    return undefined;
  }
  const prelude = preludeOf(cells, table.delimiter);
  if (prelude !== undefined) readPrelude(table, prelude, row.line);
  else if (table.headerIsDue) return readHeader(table, row);
  // The beginning of a #TYPE line, and then the end of a row: what lay between them is gone.
  else if (/^"?#TYPE\s/i.test(cell)) reportAt(table.reports, 'csv-type', () => placeOf(table, row));
  else if (!holdsTruth(table, cells) && isLaterHeader(cells, table.columns)) {
    // The type of the export before says nothing of an appended one that has no #TYPE of its own.
    table.typeNames = [];
    return readHeader(table, row);
  } else readRecord(table, row);
  return undefined;
};

const truth = new Set(['True', 'False', 'TRUE', 'FALSE', 'true', 'false']);

/** A quick answer for nearly every row of data. */
const holdsTruth = ({ booleans }: Table, cells: readonly string[]): boolean =>
  booleans.some((i) => truth.has(cells[i] ?? ''));

/** A row of empty cells is a record only where no column is of what always has a value. */
const readBlank = (table: Table, row: Row): void => {
  const { cells, line } = row;
  const { columns, headerIsDue } = table;
  if (headerIsDue || (cells.length === 1 && columns.length !== 1)) return;
  if (cells.length === 1 || !columns.some(({ key }) => neverEmpty.has(key))) {
    readRecord(table, row);
    return;
  }
  if (table.emptyRows === 0) table.emptyFrom = line;
  table.emptyRows++;
};

const readHeader = (table: Table, row: Row): Reading<never> | undefined => {
  const { cells } = row;
  const columns = columnsOf(cells);
  const isFirst = table.first === undefined;
  const place = () => placeOf(table, row);
  table.headerIsDue = false;
  if (isFormatOutput(columns)) return refused('format-output-as-csv', place());
  if (!isHeader(cells) || row.quotes !== 'whole') {
    if (isFirst) return refused('csv-no-header', place());
    reportAt(table.reports, 'csv-header-missing', place);
    table.columns = [];
    table.shape = undefined;
    return undefined;
  }
  if (table.first !== undefined && !isSameHeader(cells, table.first))
    reportAt(table.reports, 'csv-header-changed', place);
  if (table.columns.length > 0 && isDamagedHeader(cells, table.columns)) return undefined;
  table.first ??= columns;
  table.columns = columns;
  table.shape = shapeOf(
    columns.map(({ name }) => name),
    columns.map(({ key }) => key),
  );
  table.booleans = [...columns.keys()].filter((i) => booleans.has(columns[i]?.key ?? ''));
  const keys = columns.map(({ key }) => key);
  for (const [i, { key, name }] of columns.entries())
    if (key !== '' && keys.indexOf(key) < i)
      reportAt(table.reports, 'csv-duplicate-column', place, {
        name: shownName(name),
        first: keys.indexOf(key) + 1,
        second: i + 1,
      });
  return undefined;
};

const readRecord = (table: Table, row: Row): void => {
  const { cells, quotes, hasLineEnds } = row;
  const { reports } = table;
  const columns = columnsFor(table, cells.length);
  const place = () => placeOf(table, row);
  if (table.emptyRows > 0) reportAt(reports, 'csv-row-empty', () => placeOf(table, { line: table.emptyFrom }));
  table.emptyRows = 0;
  if (quotes !== 'whole')
    reportAt(reports, quotes === 'misplaced' ? 'csv-quote-misplaced' : 'csv-quote-not-closed', place);
  if (cells.length !== table.columns.length)
    reportAt(reports, 'csv-cell-count', place, { cells: cells.length, columns: table.columns.length });
  if (cells.length !== columns.length) {
    if (cells.length < columns.length) table.short = row;
    // Which cell is whose cannot be known, unless all that is too much is nothing.
    if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== '')) return;
  }
  if (hasLineEnds) checkLineEnds(table, row, columns);
  table.records.push(recordOf(table, row, columns));
};

/** The columns of a row: those of the first header where it has as many cells as that one, and not as the last one, which is damaged then. */
const columnsFor = ({ columns, first = columns }: Table, cells: number): readonly Column[] =>
  cells !== columns.length && cells === first.length ? first : columns;

/** Line ends are genuine in texts that people write, in what a script added, and between the members of a collection. */
const checkLineEnds = (table: Table, row: Row, columns: readonly Column[]): void => {
  for (const [i, { key, name }] of columns.entries()) {
    const cell = row.cells[i] ?? '';
    if (!/[\r\n]/.test(cell) || texts.has(key) || !isSendConnectorName(key)) continue;
    const hasMembers = collections.has(key) && cell.split(/\r\n?|\n/).every((line) => line.trim() !== '');
    if (!hasMembers) reportAt(table.reports, 'csv-line-end', () => ({ ...placeOf(table, row), property: name }));
  }
};

/** A cell that is not the beginning of a longer one of its column. */
const whole =
  /^\$?(true|false)$|^(EncryptionOnly|CertificateValidation|DomainValidation)$|^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;

const finish = (table: Table, text: string): Reading<readonly ExportRecord[]> => {
  const { file, first, reports, records, typeNames } = table;
  if (first === undefined) return refused('csv-no-header', { file });
  if (table.headerIsDue) reportAt(reports, 'csv-header-missing', () => ({ file }));
  if (!endsWithLineEnd(text)) readEnd(table, text);
  if (table.emptyRows > 0)
    report(reports, diagnostic('csv-rows-empty-at-end', { file, line: table.emptyFrom }, { count: table.emptyRows }));
  // Rows that nobody can read are not an empty export.
  if (records.length === 0 && reports.has('csv-cell-count')) return refused('csv-no-rows', { file });
  const other = records.length === 0 ? otherCmdlet(first, typeNames) : undefined;
  if (other !== undefined) return refused('not-a-send-connector', { file }, { what: other });
  return { ok: true, value: records, diagnostics: [...reports.values()] };
};

/** What a header without records is of, where it is not of a send connector. */
const otherCmdlet = (columns: readonly Column[], typeNames: readonly string[]): string | undefined => {
  const isOther = ({ key }: Column) => receiveOnly.has(key) || outboundOnly.has(key) || transportOnly.has(key);
  if (typeNames.length === 0 && !columns.some(isOther)) return undefined;
  const properties = new Map(
    columns.map(({ name, key }) => [key, { name, place: {}, value: { kind: 'null' } as const }]),
  );
  const kind = recognise({ typeNames, properties });
  return kind.is === 'other' ? kind.what : undefined;
};

/** Reads the last row again where it has no line end: what it has of cells is whole, but for the one in which the file ends. */
const readEnd = (table: Table, text: string): void => {
  const { last, short } = table;
  if (last === undefined) return;
  const isWhole = text.endsWith('"') || whole.test(last.cells.at(-1) ?? '');
  if (!isWhole) reportAt(table.reports, 'csv-cut', () => placeOf(table, last));
  const count = last.cells.length - (isWhole ? 0 : 1);
  if (last === short && count > 0) table.records.push(recordOf(table, last, table.columns.slice(0, count)));
};
