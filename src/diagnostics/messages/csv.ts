import { doubt, exportAgain, info, refuses } from '../entry.js';
import { exportCommands } from '../export-command.js';

/** Messages on CSV that is not as Export-Csv or a spreadsheet writes it. */
export const csv = {
  'csv-no-header': refuses`this is not a header: it names no property of Get-SendConnector, or contains values; ${exportAgain}`,
  'csv-no-rows': refuses`no row has as many cells as the header, so none can be read (Export-Csv -UseQuotes Never writes such files); ${exportAgain}`,
  'format-output-as-csv': refuses(
    () =>
      `Format-List or Format-Table was piped to Export-Csv, which saves layout, not values; run: ${exportCommands.csv}`,
  ),
  'csv-type': doubt`this #TYPE line does not name the type of a send connector; check what was exported, or ${exportAgain}`,
  'csv-separator': doubt`this sep= line and the header have different delimiters; ${exportAgain}`,
  'csv-header-missing': doubt`there is no header below the #TYPE or sep= line, so rows may be missing; ${exportAgain}`,
  'csv-header-changed': doubt`another header begins here: exports were joined; put each in a file of its own`,
  'csv-name-as-value': doubt`this value is the name of its own column: a header was mixed up with a row; ${exportAgain}`,
  'csv-duplicate-column': doubt(
    (a: { name: string; first: number; second: number }) =>
      `the columns ${a.first} and ${a.second} have the same name (${a.name}); if their values differ, they are unknown; ${exportAgain()}`,
  ),
  'csv-column-without-name': doubt(
    (a: { column: number }) => `column ${a.column} has values but no name, so they were not read; ${exportAgain()}`,
  ),
  'csv-cell-count': doubt(
    (a: { cells: number; columns: number }) =>
      `the row has ${a.cells} cells, the header ${a.columns}: the file is cut off or damaged, and values may be in the wrong columns; ${exportAgain()}`,
  ),
  'csv-quote-not-closed': doubt`the row beginning here has a quote that is never closed: the file is cut off or damaged; ${exportAgain}`,
  'csv-quote-misplaced': doubt`the row beginning here has a quote inside a cell, or text after a closing quote, so cells may be mixed up; ${exportAgain}`,
  'csv-line-end': doubt`this value spans several lines, which it never does, so it may hide other rows; ${exportAgain}`,
  'csv-row-empty': doubt`this row is empty, but others follow: rows were cleared or lost; ${exportAgain}`,
  'csv-cut': doubt`the file ends inside the last value of this row, so it may be cut off; ${exportAgain}`,
  'csv-rows-empty-at-end': info(
    (a: { count: number }) =>
      `${a.count} empty rows at the end, as spreadsheets save them, were left out; no action is needed`,
  ),
} as const;
