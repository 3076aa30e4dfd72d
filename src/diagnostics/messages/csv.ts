import { doubt, exportAgain, info, refuses } from '../entry.js';
import { exportCommands } from '../export-command.js';

/** Messages on CSV that is not as Export-Csv or a spreadsheet writes it. */
export const csv = {
  'csv-no-header': refuses(
    () => `this is no header: it names no property of Get-SendConnector, or has values in it; ${exportAgain}`,
  ),
  'csv-no-rows': refuses(
    () =>
      `no row has as many cells as the header, so that none can be read (Export-Csv -UseQuotes Never writes such files); ${exportAgain}`,
  ),
  'format-output-as-csv': refuses(
    () =>
      `Format-List or Format-Table was piped to Export-Csv, which saves layout, not values; run: ${exportCommands.csv}`,
  ),
  'csv-type': doubt(() => `this #TYPE line names no send connector's type: check what was exported, or ${exportAgain}`),
  'csv-separator': doubt(() => `this sep= line names another delimiter than the header has; ${exportAgain}`),
  'csv-header-missing': doubt(
    () => `a header was expected below the #TYPE or sep= line: rows may be missing; ${exportAgain}`,
  ),
  'csv-header-changed': doubt(() => 'another header begins here: exports were joined; give each as a file of its own'),
  'csv-name-as-value': doubt(
    () => `this value is the name of its own column: a header and a row were mixed up; ${exportAgain}`,
  ),
  'csv-duplicate-column': doubt(
    (a: { name: string; first: number; second: number }) =>
      `the columns ${a.first} and ${a.second} have one name (${a.name}); where their values differ, they are unknown; ${exportAgain}`,
  ),
  'csv-column-without-name': doubt(
    (a: { column: number }) => `column ${a.column} has values, but no name: they were not read; ${exportAgain}`,
  ),
  'csv-cell-count': doubt(
    (a: { cells: number; columns: number }) =>
      `the row has ${a.cells} cells, the header ${a.columns}: the file is cut off or damaged, and which value belongs where is not known; ${exportAgain}`,
  ),
  'csv-quote-not-closed': doubt(
    () => `the row beginning here has a quote that is never closed: the file is cut off or damaged; ${exportAgain}`,
  ),
  'csv-quote-misplaced': doubt(
    () =>
      `in the row beginning here a quote stands inside a cell, or text behind a closing quote: cells may be mixed up; ${exportAgain}`,
  ),
  'csv-line-end': doubt(
    () => `this value goes over several lines, which it never does: it may hide other rows; ${exportAgain}`,
  ),
  'csv-row-empty': doubt(
    () => `this row has no value at all, but others follow: rows were cleared or lost; ${exportAgain}`,
  ),
  'csv-cut': doubt(() => `the file ends within the last value of this row: it may be cut off; ${exportAgain}`),
  'csv-rows-empty-at-end': info(
    (a: { count: number }) =>
      `${a.count} rows at the end have no value, as spreadsheets save them; they were left out: nothing to do`,
  ),
} as const;
