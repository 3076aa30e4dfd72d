import { error, exportAgain, info, refuses, type Words, warning } from '../entry.js';
import { exportCommands } from '../export-command.js';

/** Messages on exports: what kind they are, CSV, Format-List, JSON, properties. */
export const evidence = {
  // evidence: what kind of export it is
  'export-empty': warning(() => 'the export holds no connector; that cannot be told from an export that failed'),
  'not-a-send-connector': refuses(
    (w: Words) => `this is ${w.actual}, not the output of Get-SendConnector; export Get-SendConnector`,
  ),
  // evidence: CSV
  'csv-no-header': refuses(
    (w: Words) => `a header with the properties' names was expected, but this is ${w.actual}; ${exportAgain}`,
  ),
  'csv-column-without-name': refuses((w: Words) => `the header has no name for ${w.actual}; ${exportAgain}`),
  'csv-duplicate-column': refuses(
    (w: Words) => `two columns have one name: ${w.actual}; which one counts cannot be known; ${exportAgain}`,
  ),
  'csv-cell-count': refuses(
    (w: Words) =>
      `the row has ${w.actual} cells, the header ${w.expected}: the file is cut off or damaged; ${exportAgain}`,
  ),
  'csv-header-changed': refuses(
    () => 'another header with other columns begins here; give each export as a file of its own',
  ),
  'csv-quote-not-closed': refuses(
    () => `the row beginning here has a quote that is never closed: the file is cut off; ${exportAgain}`,
  ),
  'csv-quote-misplaced': refuses(
    () => `in the row beginning here a quote stands inside a cell, or text behind a closing quote; ${exportAgain}`,
  ),
  'format-output-as-csv': refuses(
    () =>
      `Format-List or Format-Table was piped to Export-Csv, which saves layout, not values; run: ${exportCommands.csv}`,
  ),
  'export-end-missing': warning(
    () => 'the last line has no line end: the file may be cut off; compare it with the server',
  ),
  'csv-column-unknown': warning(
    (w: Words) =>
      `the header names no property of Get-SendConnector in ${w.actual}: it is damaged, or the column was made by hand; compare it with the server`,
  ),
  'csv-cut': refuses((w: Words) => `the file ends within this value ("${w.actual}"): it is cut off; ${exportAgain}`),
  'csv-row-empty': refuses(
    () => `this row has no value at all, but others follow: rows were cleared or lost; ${exportAgain}`,
  ),
  'csv-rows-empty-at-end': info(
    (w: Words) =>
      `${w.actual} rows at the end have no value, as spreadsheets save them; they were left out: nothing to do`,
  ),
  // evidence: JSON
  'json-truncated': refuses(() => `the JSON ends before its value does: the file is cut off; ${exportAgain}`),
  'json-syntax': refuses((w: Words) => `this is not valid JSON: ${w.expected} was expected here; ${exportAgain}`),
  'json-too-deep': refuses(
    (w: Words) =>
      `the JSON is nested deeper than ${w.expected} levels; check what wrote it, or raise the limit: --limit depth=N`,
  ),
  'json-trailing-text': refuses(() => 'there is more text after the JSON value; give each export as a file of its own'),
  'json-key-twice': refuses(
    (w: Words) =>
      `the key "${w.actual}" is in one object twice (first in line ${w.expected}; PowerShell's names have no case); which one counts cannot be known; ${exportAgain}`,
  ),
  'json-not-objects': refuses(
    (w: Words) =>
      `the JSON holds ${w.actual}, where ${w.expected} was expected; run: Get-SendConnector | ConvertTo-Json -Depth 4`,
  ),
  'json-count': refuses(
    (w: Words) =>
      `the list says that it has ${w.expected} objects, but there are ${w.actual}: the file is cut off or was edited; ${exportAgain}`,
  ),
  // evidence: properties, connectors
  'records-not-alike': refuses(
    (w: Words) =>
      `"${w.expected}" was expected here, as in the first record, not "${w.actual}": something was cut out, or exports were joined; give each as a file of its own, or ${exportAgain}`,
  ),
  'property-name-spliced': refuses(
    (w: Words) => `the name "${w.actual}" is put together of two: what stood between them was cut out; ${exportAgain}`,
  ),
  'guid-malformed': refuses((w: Words) => `"${w.actual}" is no GUID: a part of the record was cut out; ${exportAgain}`),
  'identity-contradicts': refuses(
    (w: Words) =>
      `the record names two connectors: "${w.expected}" and here "${w.actual}"; whose its values are cannot be known; ${exportAgain}`,
  ),
  'property-unreadable': error(
    (w: Words) => `"${w.actual}" cannot be read: expected ${w.expected}; it is taken as unknown`,
  ),
  'property-flattened': error(
    (w: Words) =>
      `exported as its type's name (${w.actual}): the value is unknown; expected ${w.expected}; use Export-Clixml`,
  ),
  'property-cut': error((w: Words) => `the value is cut off ("${w.actual}"): it is unknown; expected ${w.expected}`),
  'collection-unknown': info((w: Words) => `cannot be read ("${w.actual}"): unknown to a rule that asks for it`),
  'property-missing': warning(
    (w: Words) =>
      `not known for ${w.actual} connectors, which are not reviewed for it; export with Get-SendConnector | Export-Clixml`,
  ),
  'identity-with-backslash': warning(
    () => 'the identity has a backslash, as receive connectors have; make sure that this is Get-SendConnector output',
  ),
  'records-differ': warning(
    (w: Words) =>
      `two records of this connector differ: ${w.expected} here, ${w.actual}; both were judged, the worse counts`,
  ),
} as const;
