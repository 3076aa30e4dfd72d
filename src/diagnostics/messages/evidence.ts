import { type Entry, error, exportAgain, info, warning } from '../entry.js';
import { exportCommands } from '../export-command.js';

/** Messages on exports: what kind they are, CSV, Format-List, JSON, properties. */
export const evidence = {
  // evidence: what kind of export it is
  'export-empty': warning(() => 'the export holds no connector; that cannot be told from an export that failed'),
  'not-a-send-connector': error(
    (w) => `this is ${w.actual}, not the output of Get-SendConnector; export Get-SendConnector`,
  ),
  'html-input': error(() => 'this is an HTML page, not an export; run Get-SendConnector | Export-Clixml on the server'),
  'convertto-xml-input': error(
    () => 'this is ConvertTo-Xml output, which loses types; use Get-SendConnector | Export-Clixml',
  ),
  'checklist-as-export': error(
    (w) => `this is a checklist or XCCDF document (${w.actual}), not a Get-SendConnector export`,
  ),
  'other-xml': error((w) => `this is XML with the root "${w.actual}", not CLIXML (root Objs); use Export-Clixml`),
  'format-unrecognised': error(
    (w) =>
      `this is no CSV, JSON, CLIXML or Format-List output of Get-SendConnector (its first line, of ${w.actual} characters, names no property)`,
  ),
  // evidence: CSV
  'csv-no-header': error(
    (w) => `a header with the properties' names was expected, but this is ${w.actual}; ${exportAgain}`,
  ),
  'csv-column-without-name': error((w) => `the header has no name for ${w.actual}; ${exportAgain}`),
  'csv-duplicate-column': error(
    (w) => `two columns have one name: ${w.actual}; which one counts cannot be known; ${exportAgain}`,
  ),
  'csv-cell-count': error(
    (w) => `the row has ${w.actual} cells, the header ${w.expected}: the file is cut off or damaged; ${exportAgain}`,
  ),
  'csv-header-changed': error(
    () => 'another header with other columns begins here; give each export as a file of its own',
  ),
  'csv-quote-not-closed': error(
    () => `the row beginning here has a quote that is never closed: the file is cut off; ${exportAgain}`,
  ),
  'csv-quote-misplaced': error(
    () => `in the row beginning here a quote stands inside a cell, or text behind a closing quote; ${exportAgain}`,
  ),
  'format-output-as-csv': error(
    () =>
      `Format-List or Format-Table was piped to Export-Csv, which saves layout, not values; run: ${exportCommands.csv}`,
  ),
  'export-end-missing': warning(
    () => 'the last line has no line end: the file may be cut off; compare it with the server',
  ),
  'csv-column-unknown': warning(
    (w) =>
      `the header names no property of Get-SendConnector in ${w.actual}: it is damaged, or the column was made by hand; compare it with the server`,
  ),
  'csv-cut': error((w) => `the file ends within this value ("${w.actual}"): it is cut off; ${exportAgain}`),
  'csv-row-empty': error(
    () => `this row has no value at all, but others follow: rows were cleared or lost; ${exportAgain}`,
  ),
  'csv-rows-empty-at-end': info(
    (w) => `${w.actual} rows at the end have no value, as spreadsheets save them; they were left out: nothing to do`,
  ),
  // evidence: Format-List
  'format-table-text': error(
    () =>
      `this is a table (Format-Table), whose columns may be cut, and cannot be read safely; run: ${exportCommands.clixml}`,
  ),
  'list-line-unrecognised': error(
    (w) =>
      `this line (${w.actual}) is neither "Name : value" with the colon in line nor the rest of a value; ${exportAgain}`,
  ),
  'list-duplicate-label': error(
    (w) =>
      `the object has this property twice, first in line ${w.expected}; separate objects by a blank line or export again`,
  ),
  'list-object-cut': error(
    (w) => `the object lacks ${w.actual}: the file is cut off or lines were removed; ${exportAgain}`,
  ),
  'list-end-missing': warning(
    () =>
      'no blank line follows the last object, as PowerShell prints it: the file may be cut off; compare it with the server',
  ),
  'list-command-filters': error(
    (w) =>
      `the command above the output has "${w.actual}", which may leave connectors out or change what is shown; run: Get-SendConnector | Format-List`,
  ),
  // evidence: JSON
  'json-truncated': error(() => `the JSON ends before its value does: the file is cut off; ${exportAgain}`),
  'json-syntax': error((w) => `this is not valid JSON: ${w.expected} was expected here; ${exportAgain}`),
  'json-too-deep': error(
    (w) =>
      `the JSON is nested deeper than ${w.expected} levels; check what wrote it, or raise the limit: --limit depth=N`,
  ),
  'json-trailing-text': error(() => 'there is more text after the JSON value; give each export as a file of its own'),
  'json-key-twice': error(
    (w) =>
      `the key "${w.actual}" is in one object twice (first in line ${w.expected}; PowerShell's names have no case); which one counts cannot be known; ${exportAgain}`,
  ),
  'json-not-objects': error(
    (w) =>
      `the JSON holds ${w.actual}, where ${w.expected} was expected; run: Get-SendConnector | ConvertTo-Json -Depth 4`,
  ),
  'json-count': error(
    (w) =>
      `the list says that it has ${w.expected} objects, but there are ${w.actual}: the file is cut off or was edited; ${exportAgain}`,
  ),
  // evidence: properties, connectors
  'records-not-alike': error(
    (w) =>
      `"${w.expected}" was expected here, as in the first record, not "${w.actual}": something was cut out, or exports were joined; give each as a file of its own, or ${exportAgain}`,
  ),
  'property-name-spliced': error(
    (w) => `the name "${w.actual}" is put together of two: what stood between them was cut out; ${exportAgain}`,
  ),
  'guid-malformed': error((w) => `"${w.actual}" is no GUID: a part of the record was cut out; ${exportAgain}`),
  'identity-contradicts': error(
    (w) =>
      `the record names two connectors: "${w.expected}" and here "${w.actual}"; whose its values are cannot be known; ${exportAgain}`,
  ),
  'property-unreadable': error((w) => `"${w.actual}" cannot be read: expected ${w.expected}; it is taken as unknown`),
  'property-flattened': error(
    (w) => `exported as its type's name (${w.actual}): the value is unknown; expected ${w.expected}; use Export-Clixml`,
  ),
  'property-cut': error((w) => `the value is cut off ("${w.actual}"): it is unknown; expected ${w.expected}`),
  'collection-unknown': info((w) => `the members cannot be read ("${w.actual}"); the verdict does not need them`),
  'property-missing': warning(
    (w) =>
      `not known for ${w.actual} connectors, which are not reviewed for it; export with Get-SendConnector | Export-Clixml`,
  ),
  'identity-with-backslash': warning(
    () => 'the identity has a backslash, as receive connectors have; make sure that this is Get-SendConnector output',
  ),
  'records-differ': warning(
    (w) => `two records of this connector differ: ${w.expected} here, ${w.actual}; both were judged, the worse counts`,
  ),
} as const satisfies Record<string, Entry>;
