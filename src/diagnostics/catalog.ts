import { exportCommands } from '../evidence/export-command.js';
import type { Diagnostic, Place, Severity } from '../model/diagnostic.js';

type Words = { readonly expected: string; readonly actual: string; readonly place: Place };

interface Entry {
  readonly severity: Severity;
  readonly message: (words: Words) => string;
}

const error = (message: Entry['message']): Entry => ({ severity: 'error', message });
const warning = (message: Entry['message']): Entry => ({ severity: 'warning', message });
const info = (message: Entry['message']): Entry => ({ severity: 'info', message });

const exportAgain = `export again: ${exportCommands.clixml}`;

/** The option's name, where the value is not one of a property that the place names. */
const optionOr = (w: Words, option: string): string => (w.place.property === undefined ? `${option} ` : '');

/**
 * Every diagnostic of this program: its code, its severity and its English, which says what is wrong and what to do. The
 * place is put in front by `diagnosticLine`. Keep it a list: one entry per code, sorted by room.
 */
const catalog = {
  // text
  'binary-input': error((w) => `this is binary data (${w.actual}), not exported text; export the connectors again`),
  'input-too-large': error(
    (w) =>
      `the file has ${w.actual}, more than the limit of ${w.expected}; check that it is the right one, then raise the limit: --limit bytes=N`,
  ),
  'too-many-items': error(
    (w) =>
      `there are more than ${w.expected} ${w.actual}; check that it is the right file, then raise the limit: --limit items=N`,
  ),
  'undecodable-input': error((w) => `the bytes are not valid ${w.actual}; the file is damaged: export it again`),
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
  // xml, evidence: CLIXML
  'xml-truncated': error((w) =>
    w.actual
      ? `the XML ends inside <${w.actual}>: the file is cut off`
      : 'the XML ends in the middle: the file is cut off',
  ),
  'xml-no-element': error(() => 'the XML has no element at all; the file is cut off or no XML'),
  'xml-declaration': error(
    () => 'an XML declaration is only allowed at the very start, with version 1.x; the file is damaged',
  ),
  'xml-doctype': error(() => 'the XML has a DOCTYPE, which is never read; the file comes from another program'),
  'xml-two-roots': error(
    (w) => `a second root element <${w.actual}> begins here; give each document as a file of its own`,
  ),
  'xml-text-outside': error(() => 'there is text outside the root element; the file is damaged or several were joined'),
  'xml-markup': error(() => 'this is no well-formed XML tag, comment or instruction; the file is damaged'),
  'xml-comment': error(() => 'an XML comment holds "--"; the file is damaged'),
  'xml-cdata-end': error(() => 'the text holds "]]>", which XML does not allow; the file is damaged'),
  'xml-end-tag': error((w) => `</${w.expected}> was expected, not </${w.actual}>; the file is damaged`),
  'xml-end-tag-alone': error((w) => `</${w.actual}> ends an element that never began; the file is damaged`),
  'xml-less-than': error(() => 'an attribute value holds "<", or its quote is not closed; the file is damaged'),
  'xml-attribute-twice': error((w) => `the element has the attribute "${w.actual}" twice; the file is damaged`),
  'xml-ampersand': error(() => 'an "&" stands alone, where XML has "&amp;"; the file was not written by an XML writer'),
  'xml-unknown-reference': error(() => 'this entity is not known: only amp, lt, gt, quot, apos and numbers are'),
  'xml-forbidden-character': error((w) => `the text holds ${w.actual}, which XML does not allow; the file is damaged`),
  'xml-namespace': error((w) => `the namespace declaration ${w.actual} is not allowed; the file is damaged`),
  'xml-unbound-prefix': error((w) => `the prefix "${w.actual}" has no namespace; the file is damaged`),
  'xml-reserved-name': error((w) => `elements named "${w.actual}" are not read; the file comes from another program`),
  'xml-too-deep': error(
    (w) =>
      `elements are nested deeper than ${w.expected} levels; check what wrote the file, or raise the limit: --limit depth=N`,
  ),
  'xml-ambiguous': error(
    () => 'this XML can be read in more than one way, or uses what is not supported; write it again',
  ),
  'clixml-root': error((w) => `the root is ${w.actual}, where ${w.expected} was expected; ${exportAgain}`),
  'clixml-unknown-element': error((w) => `CLIXML has no element <${w.actual}> here; ${exportAgain}`),
  'clixml-structure': error((w) => `<${w.actual}> must have ${w.expected}; the file is damaged: ${exportAgain}`),
  'clixml-reference': error(
    (w) => `<${w.actual}> refers to no earlier ${w.expected}; the file is damaged: ${exportAgain}`,
  ),
  'clixml-reference-ambiguous': error(
    (w) => `<${w.actual}> refers to an id that several ${w.expected} have; files were joined by hand: ${exportAgain}`,
  ),
  'clixml-property-twice': error(
    (w) =>
      `the property is in one object twice (first in line ${w.expected}); which one counts cannot be known; ${exportAgain}`,
  ),
  'clixml-no-objects': error((w) => `the file holds no objects, only values (${w.actual}); ${exportAgain}`),
  'clixml-mixed-objects': error(
    (w) =>
      `the file holds values (${w.actual}) among the objects: it is more than Get-SendConnector's output; ${exportAgain}`,
  ),
  'clixml-list-count': error((w) => `the list holds ${w.actual}: it is cut off or was edited; ${exportAgain}`),
  'clixml-nested-list': error(
    () => `a list inside a list was exported, where connectors were expected; ${exportAgain}`,
  ),
  'clixml-error-stream': error(
    () => `the command that was exported reported an error here: its output may lack connectors; ${exportAgain}`,
  ),
  'clixml-other-stream': error(
    (w) =>
      `a connector stands here in the ${w.actual} stream, where no cmdlet writes one; the file was edited: ${exportAgain}`,
  ),
  'clixml-list-with-properties': error(
    (w) => `this list has ${w.actual}, as only an object has: two were mixed up, the file was edited; ${exportAgain}`,
  ),
  'clixml-comment': warning(
    (w) =>
      `XML comments or instructions (${w.actual}), which Export-Clixml never writes, are not read; the file was edited`,
  ),
  'clixml-commented-out': error(
    () => `a comment or instruction holds markup: an object or property was taken out of the export; ${exportAgain}`,
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
  // formats: writing
  'characters-replaced': warning(
    (w) => `${w.actual} characters that XML cannot carry were replaced by U+FFFD; expected text: check it in the file`,
  ),
  'text-cut': warning((w) => `the text has ${w.actual} characters and was cut at ${w.expected}; shorten it`),
  'override-unwritable': warning(
    (w) =>
      `a CKL has no word for the severity override "${w.actual}"; expected low, medium or high: left empty, set it by hand`,
  ),
  'override-reason-unwritable': warning(
    () => 'XCCDF results have no place for the reason of a severity override: it was left out; keep a CKL or CKLB',
  ),
  'stigs-left-out': error(
    (w) =>
      `XCCDF results hold one STIG: only ${w.expected} was written, ${w.actual} were left out; write each on its own`,
  ),
  // formats: reading
  'reading-not-carried': warning(
    (w) => `this is left behind: ${w.actual}; expected ${w.expected}: keep the original, or put it in by hand`,
  ),
  'reading-id-not-carried': info(
    (w) => `this is left behind: ${w.actual}; it identifies or repeats what is kept (${w.expected}): nothing to do`,
  ),
  'reading-host-empty': warning(
    (w) => `the file names no host (${w.expected} is empty); it stays so, and importers refuse it: write the name`,
  ),
  'reading-host-differs': warning(
    (w) => `the file names two hosts: ${w.expected} was taken, not ${w.actual}; check which one was assessed`,
  ),
  'reading-status-unknown': warning(
    (w) => `the status is "${w.actual}", not one of ${w.expected}; read as not_reviewed: correct it`,
  ),
  'reading-status-mapped': info(
    (w) => `${w.actual} is none of the four statuses that checklists have; read as ${w.expected}: check these rules`,
  ),
  'reading-severity-unknown': warning(
    (w) => `the severity is "${w.actual}", not one of ${w.expected}; read as unknown: correct it`,
  ),
  'reading-override-without-severity': info(
    (w) => `there is a reason for a severity override, but no severity; read as an override to ${w.expected}: check it`,
  ),
  'reading-rule-twice': warning(
    (w) => `the rule is there ${w.actual}; one review is kept, the worst: ${w.expected}; check the others`,
  ),
  'reading-rule-nameless': warning(
    (w) => `the rule has no ${w.expected}; importers drop it: write it, or take it from --benchmark`,
  ),
  'reading-group-derived': info(
    (w) => `${w.actual} rules come without a group; expected, as for all current STIGs: read as ${w.expected}`,
  ),
  'reading-rule-without-text': warning(
    (w) => `${w.actual} rules come without their texts (${w.expected}); --benchmark FILE takes them from the STIG`,
  ),
  'reading-rule-without-result': info(
    (w) => `${w.actual} rules have no result (${w.expected}); read as not_reviewed: nothing to do`,
  ),
  'reading-time-assumed': info(
    (w) => `the time ${w.actual} has no zone; expected one, such as Z: taken as ${w.expected}, check it`,
  ),
  'reading-no-stig': error((w) => `the file holds no ${w.expected}; there is nothing to read: write it again`),
  'reading-not-an-object': error((w) => `${w.expected} was expected here, found ${w.actual}; write the file again`),
  'reading-other-format': error((w) => `this is ${w.actual}, expected ${w.expected}; name the right file`),
  'reading-several-results': error(
    (w) => `the file holds ${w.actual} TestResults (${w.expected}); expected one: give each a file of its own`,
  ),
  // checklist: converting
  'convert-counts-differ': error(
    (w) => `read ${w.expected}, but written would be ${w.actual}: refused; report the file's shape as a bug`,
  ),
  'convert-text-differs': error(
    (w) => `the ${w.expected} of ${w.actual} would read back otherwise: refused; report the file's shape as a bug`,
  ),
  'convert-not-carried': warning(
    (w) => `${w.expected} cannot carry this: ${w.actual}; keep the original beside what was written`,
  ),
  'convert-id-not-carried': info(
    (w) => `${w.expected} cannot carry this: ${w.actual}; it is told anew when read, nothing to do`,
  ),
  'convert-time-unknown': warning(
    (w) => `the file does not say when it was assessed, which XCCDF must; ${w.actual} was written: give --timestamp`,
  ),
  'convert-benchmark-differs': error(
    (w) => `--benchmark is "${w.actual}", but the file is of ${w.expected}; give the benchmark of that STIG`,
  ),
  'convert-importers-object': warning(
    (w) => `${w.actual} would refuse, drop or misread what was written (${w.expected}); "validate" says where and why`,
  ),
  'convert-rule-not-in-benchmark': warning(
    (w) => `${w.actual} rules are not in --benchmark (${w.expected}), so their texts were not taken: give that release`,
  ),
  // validation: structure and references
  'document-empty': error(() => 'the file is empty; expected a CKL, CKLB or XCCDF result: write it again'),
  'document-binary': error((w) => `this is binary data (${w.actual}); expected a CKL, CKLB or XCCDF result as text`),
  'document-undecodable': error(
    (w) => `the text is not valid ${w.expected}: the file is damaged or in another encoding; save it as UTF-8`,
  ),
  'document-encoding': error(
    (w) => `the file is encoded as ${w.actual}, which importers misread; expected UTF-8: save it so`,
  ),
  'document-is-html': error(() => 'this is an HTML page; expected a CKL, CKLB or XCCDF result: export it as such'),
  'document-is-export': error(
    (w) => `this is ${w.actual}, not a checklist or result; use "evaluate" to make one of it, or "inspect" to see it`,
  ),
  'document-without-results': error(
    () =>
      'this XCCDF benchmark has no TestResult: it is a STIG, not a result; validate what a scan or "evaluate" wrote',
  ),
  'document-unrecognised': error(
    (w) => `this is no CKL, CKLB or XCCDF result but ${w.actual}; expected ${w.expected}: check which file was meant`,
  ),
  'document-json': error(
    (w) => `this is not whole, valid JSON: ${w.expected} was expected here; the file is damaged: save it again`,
  ),
  'xml-root': error(
    (w) => `the root is ${w.actual}; expected ${w.expected}: write the file with its format's namespace`,
  ),
  'xml-element-missing': error((w) => `${w.expected} is missing before or in <${w.actual}>; put it in`),
  'xml-element-order': error((w) => `<${w.actual}> is out of order: expected ${w.expected} here; move it`),
  'xml-element-repeated': error((w) => `<${w.actual}> comes once too often: expected ${w.expected} here; remove one`),
  'xml-element-unexpected': error(
    (w) => `the format has no <${w.actual}> here: expected ${w.expected}; remove or rename it`,
  ),
  'xml-text-unexpected': error((w) => `there is text where none is allowed: "${w.actual}"; remove it`),
  'xml-value-invalid': error((w) => `"${w.actual}" is not allowed here; expected ${w.expected}: correct it`),
  'xml-attribute-missing': error((w) => `<${w.actual}> lacks the attribute "${w.expected}"; put it in`),
  'xml-attribute-unexpected': error((w) => `<${w.expected}> has no attribute "${w.actual}" in this format; remove it`),
  'xml-attribute-invalid': error(
    (w) => `the attribute's value "${w.actual}" is not allowed; expected ${w.expected}: correct it`,
  ),
  'xccdf-id-twice': error(
    (w) => `"${w.actual}" is there already (in ${w.expected}), and must be unique; remove or rename one of the two`,
  ),
  'xccdf-reference-unknown': error(
    (w) => `"${w.actual}" refers to nothing: expected the id of a ${w.expected} in this file; correct it`,
  ),
  'xccdf-result-without-rule': error(
    (w) => `the result for "${w.actual}" has no Rule of that id in this file; add the Rule or correct the idref`,
  ),
  'cklb-property-missing': error((w) => `${w.actual} lacks the property "${w.expected}"; put it in`),
  'cklb-property-unexpected': error(
    (w) => `CKLB has no property "${w.actual}" in ${w.expected}; remove it or correct its name`,
  ),
  'cklb-value-invalid': error((w) => `the value ${w.actual} is not allowed here; expected ${w.expected}: correct it`),
  'cklb-key-twice': error(
    (w) => `the key "${w.actual}" is in one object twice (first in line ${w.expected}): readers differ; remove one`,
  ),
  'cklb-beyond-schema': info(
    (w) => `STIG Viewer 3 writes "${w.actual}" too, though DISA's schema lacks it; --cklb-strict leaves it out`,
  ),
  'cklb-no-stigs': warning((w) => `the checklist holds no STIG in "${w.expected}"; importers have nothing to read`),
  'cklb-size': warning(
    (w) => `size is ${w.actual}, but there are ${w.expected} rules; expected the number of rules of the whole STIG`,
  ),
  'cklb-uuid-differs': warning(
    (w) => `the rule names the STIG ${w.actual}, but is in ${w.expected}; give both the same uuid`,
  ),
  'cklb-rule-twice': warning(
    (w) => `the rule "${w.actual}" is there already (${w.expected}); importers keep one of the two: remove the other`,
  ),
  'ckl-info-twice': warning((w) => `STIG_INFO has "${w.actual}" twice; readers take one of the two: remove the other`),
  'ckl-rule-twice': warning(
    (w) =>
      `another VULN of this STIG has the ${w.expected} "${w.actual}" too; importers keep one of the two: remove one`,
  ),
  'ckl-uuid-mixed': warning(
    (w) =>
      `STIG_UUID is ${w.actual}, but ${w.expected} in the rules before; keep the rules of each STIG in its own iSTIG`,
  ),
  'ckl-uuid-differs': info(
    (w) =>
      `STIG_UUID is ${w.actual}, uuid in STIG_INFO ${w.expected}: STIG Viewer too writes two; nothing need be done`,
  ),
  'xccdf-status-undated': error(
    (w) => `${w.actual} has several status elements, and this one has no date; expected a date in each: put it in`,
  ),
  'xccdf-import-not-empty': error(() => 'check-import in a Rule must be empty; expected nothing in it: remove it'),
  'xccdf-override-differs': error(
    (w) => `the result is "${w.actual}", but was overridden; expected ${w.expected}: correct the result`,
  ),
  'xccdf-rules-without-result': warning(
    (w) => `${w.actual} rules have no rule-result (${w.expected}); give each one, such as notchecked`,
  ),
  'xccdf-result-twice': warning(
    (w) => `there is another rule-result for "${w.actual}"; importers keep one of them: remove what does not count`,
  ),
  'xccdf-score-contradicts': warning(
    (w) => `the score ${w.actual} contradicts the results; expected ${w.expected}: compute it again`,
  ),
  // validation: STIG Manager
  'stig-manager-refuses-byte-order-mark': error(
    () => 'STIG Manager refuses a CKLB that begins with a byte order mark; save it as UTF-8 without one',
  ),
  'stig-manager-refuses-host': error(
    (w) => `STIG Manager refuses the file: the host's name has ${w.actual} characters, not ${w.expected}; write it`,
  ),
  'stig-manager-refuses-structure': error(
    (w) => `STIG Manager refuses the file: it needs ${w.expected} here, once and without markup inside; write it`,
  ),
  'stig-manager-refuses-several': error(
    (w) =>
      `STIG Manager refuses the file: it holds ${w.actual} TestResults, not ${w.expected}; give each a file of its own`,
  ),
  'stig-manager-refuses-time': error(
    (w) => `STIG Manager refuses the file: "${w.actual}" is not a time such as ${w.expected}; write one`,
  ),
  'stig-manager-refuses-fact': error(
    (w) =>
      `STIG Manager refuses the file: the fact's name ${w.actual}; expected ${w.expected}: write it or drop the fact`,
  ),
  'stig-manager-refuses-benchmark': error(
    (w) =>
      `STIG Manager refuses the file: the result's benchmark is "${w.actual}", expected an id or href that begins ${w.expected}; write it`,
  ),
  'stig-manager-drops-status': error(
    (w) =>
      `STIG Manager drops the rule without a word: this is "${w.actual}", not exactly one of ${w.expected}; write one of them`,
  ),
  'stig-manager-drops-rule-id': error(
    (w) => `STIG Manager drops the rule without a word: it has no ${w.expected}; write the rule's id`,
  ),
  'stig-manager-drops-stig': error(
    (w) => `STIG Manager drops the STIG with its ${w.actual} rules without a word: expected ${w.expected}; write that`,
  ),
  'stig-manager-not-text': error(
    () =>
      'STIG Manager does not get this as text: it is there twice, or has attributes, CDATA, comments or markup, or is no string; write plain text once',
  ),
  'stig-manager-cuts-id': error(
    (w) => `STIG Manager cuts the id of ${w.actual} characters at ${w.expected} and then finds no such; correct the id`,
  ),
  'stig-manager-cuts': warning(
    (w) => `STIG Manager cuts the ${w.actual} characters at ${w.expected}; shorten the text`,
  ),
  'stig-manager-decodes-twice': warning(
    () => 'STIG Manager decodes what looks like an HTML entity here once more and shows another text; use the CKLB',
  ),
  'stig-manager-loses-text': warning(
    (w) => `STIG Manager does not find this text: it reads ${w.expected}; write it there`,
  ),
  'stig-manager-revision': warning(
    (w) =>
      `STIG Manager reads the revision as "${w.actual}", not as one like ${w.expected}; write the version and "Release: N Benchmark Date: ..."`,
  ),
  'stig-manager-benchmark-unknown': warning(
    (w) =>
      `STIG Manager takes "${w.actual}" for the benchmark's id; DISA's begin ${w.expected}: it will know no such STIG; correct the id`,
  ),
  'stig-manager-product': info(
    (w) =>
      `STIG Manager reads the results as those of ${w.actual}, expects ${w.expected} and finds none: its reviews will not name a tool; name your own product`,
  ),
  'stig-manager-passes-over': info(
    (w) => `STIG Manager passes over ${w.actual} rules that are not reviewed and have no text; expected, nothing to do`,
  ),
  'stig-manager-unjudged': info(
    (w) =>
      `STIG Manager passes over ${w.actual} results that are not ${w.expected}, with their texts; use the CKL or CKLB for those texts`,
  ),
  // validation: MITRE (hdf-converters, SAF, Heimdall)
  'mitre-file-name': error(
    (w) => `MITRE tools take the file for XCCDF, as its name has "xccdf" (${w.actual}), and show nothing; rename it`,
  ),
  'mitre-taken-for-other': error(
    (w) =>
      `MITRE tools take the file for ${w.actual} by this text, not for ${w.expected}; reword it, or convert the file by name (saf convert ckl2hdf)`,
  ),
  'mitre-not-recognised': error(
    (w) => `MITRE tools do not recognise the file: expected ${w.expected}, found ${w.actual}; write it so`,
  ),
  'mitre-byte-order-mark': error(
    () => 'MITRE tools refuse the file: it begins with a byte order mark; save it as UTF-8 without one',
  ),
  'mitre-root': error(
    (w) => `MITRE tools refuse the file: the root must be ${w.expected}, but is ${w.actual}; write it so`,
  ),
  'mitre-element-missing': error((w) => `MITRE tools refuse the file: <${w.expected}> is missing here; add it`),
  'mitre-element-in-text': error(
    (w) => `MITRE tools refuse the file: only text may be here, but there is <${w.actual}>; take it out`,
  ),
  'mitre-fqdn': error(
    (w) =>
      `MITRE tools refuse the file: "${w.actual}" is no dotted name such as edge01.example.mil; correct it or leave it empty`,
  ),
  'mitre-ip': error(
    (w) =>
      `MITRE tools refuse the file: "${w.actual}" is no IP address; give addresses without a mask, one per line, or leave it empty`,
  ),
  'mitre-mac': error(
    (w) =>
      `MITRE tools refuse the file: "${w.actual}" is no MAC address such as 00:1A:2B:3C:4D:5E; correct it or leave it empty`,
  ),
  'mitre-asset-word': error(
    (w) => `MITRE tools refuse the file: "${w.actual}" is not one of: ${w.expected}; write one of these`,
  ),
  'mitre-severity': error(
    (w) => `MITRE tools refuse the file: the severity is "${w.actual}", expected ${w.expected}; correct it`,
  ),
  'mitre-customname': error(
    (w) => `MITRE tools refuse the file: the custom name "${w.actual}" is not the JSON that they write; leave it empty`,
  ),
  'mitre-ident': error(
    (w) =>
      `MITRE tools refuse the file: ${w.actual} has no text and attribute that they can read; expected an ident with @system and text in each Rule that has a reference: add it`,
  ),
  'mitre-rules-passed-over': error(
    (w) => `MITRE tools pass over the rules in <${w.actual}>: expected ${w.expected}; write it so, once`,
  ),
  'mitre-passed-over': warning(
    (w) => `MITRE tools pass over <${w.actual}>: expected a name of the CKL schema without namespace; correct it`,
  ),
  'mitre-last-counts': warning(
    (w) => `MITRE tools read only the last <${w.actual}> here, and others may read the first; expected one: keep one`,
  ),
  'mitre-stig-nameless': warning(
    (w) => `MITRE tools show the STIG without its id: expected ${w.expected}; add it to STIG_INFO`,
  ),
  'mitre-rule-nameless': error(
    (w) => `MITRE tools show the rule under the id "${w.actual}"; expected exactly one ${w.expected}: correct it`,
  ),
  'mitre-rule-id': warning(
    (w) => `MITRE tools show the rule id as "${w.actual}"; expected exactly one ${w.expected}: correct it`,
  ),
  'mitre-rule-merged': error(
    (w) =>
      `MITRE tools merge this rule with an earlier one of the same id "${w.actual}"; give each rule an id of its own`,
  ),
  'mitre-status': error(
    (w) => `MITRE tools show the rule as Not Reviewed: its status is "${w.actual}", expected one of: ${w.expected}`,
  ),
  'mitre-details-status': error(
    (w) =>
      `MITRE tools show the rule as ${w.actual}, not ${w.expected}: they read the status from finding details that begin "failed :: TEST" or the like; reword them`,
  ),
  'mitre-details-split': warning(
    () =>
      'MITRE tools take the finding details apart at "--------" and drop parts without "passed :: TEST" or the like; reword them',
  ),
  'mitre-comments-split': warning(
    () =>
      'MITRE tools take comments with " :: " apart as label and text, and drop what has no label; write ":" instead',
  ),
  'mitre-severity-changed': warning(
    (w) =>
      `MITRE tools show the severity ${w.actual} from the JSON in Third_Party_Tools, not ${w.expected}; empty that field`,
  ),
  'mitre-no-cci': warning(
    (w) => `MITRE tools show the rule under ${w.actual}: it names no CCI; add ${w.expected} where the STIG has one`,
  ),
  'mitre-nothing-shown': error(
    (w) =>
      `MITRE tools show no rule and report no failure: expected a Benchmark with Group and Rule, found ${w.actual}; write the results inside it`,
  ),
  'mitre-no-test-result': error(
    (w) =>
      `MITRE tools show every rule as a profile error: expected one TestResult, found ${w.actual}; keep one a file`,
  ),
  'mitre-rule-not-shown': error(
    (w) => `MITRE tools do not show ${w.actual}: no Rule of that id is in a Group of the Benchmark; add the Rule`,
  ),
  'mitre-rule-without-result': error(
    (w) => `MITRE tools show ${w.actual} as a profile error: it has no rule-result; add one, such as notchecked`,
  ),
  'mitre-second-result': error(
    (w) => `MITRE tools read only the first rule-result of ${w.actual}, not this one; keep one for each rule`,
  ),
  'mitre-result': error(
    (w) => `MITRE tools show the rule as a profile error: its result is "${w.actual}"; expected one of: ${w.expected}`,
  ),
  'mitre-result-profile-error': warning(
    (w) => `MITRE tools show the result "${w.actual}" as a profile error; write notchecked to have it Not Reviewed`,
  ),
  'mitre-result-not-applicable': warning(
    (w) => `MITRE tools show the result "${w.actual}" as Not Applicable; write notchecked to have it Not Reviewed`,
  ),
  'mitre-rule-severity': error(
    (w) =>
      `MITRE tools show the rule as Not Applicable whatever its result: its severity is "${w.actual}"; expected ${w.expected}`,
  ),
  'mitre-text-lost': warning((w) => `MITRE tools do not show this text: ${w.actual}; expected one, as escaped text`),
  'mitre-description-tags': info(
    (w) => `MITRE tools show the escaped tags in the descriptions of ${w.actual} rules as text; plain text avoids it`,
  ),
  'mitre-title-escapes': info(
    (w) => `MITRE tools show & and < in the titles of ${w.actual} rules as &amp; and &lt;; there is no remedy`,
  ),
  'mitre-details-hidden': info(
    (w) =>
      `MITRE tools show the texts of ${w.actual} results only among the tags, the discussion in their place; give them the CKL`,
  ),
  // validation: OpenSCAP, STIG Viewer
  'openscap-root': error(
    (w) =>
      `OpenSCAP refuses the file: expected a Benchmark as the root, found ${w.actual}; put the TestResult into one`,
  ),
  'openscap-namespace': error(
    (w) => `OpenSCAP refuses the file: the namespace is "${w.actual}", expected ${w.expected}; write XCCDF 1.2`,
  ),
  'openscap-silent': error(
    (w) =>
      `OpenSCAP 1.3 calls this valid file invalid, as it has nothing to remark (${w.actual}); name the platform as ${w.expected}`,
  ),
  'stig-viewer-prefix': error(
    (w) =>
      `STIG Viewer imports XCCDF results only with the prefix ${w.expected} (not measured); found ${w.actual}: write it at every element`,
  ),
  'stig-viewer-status': error(
    (w) => `STIG Viewer does not open a CKL with the status "${w.actual}" (not measured); write one of ${w.expected}`,
  ),
  'stig-viewer-role': error(
    (w) => `STIG Viewer does not open a CKL with the role "${w.actual}" (not measured); write one of ${w.expected}`,
  ),
  'stig-viewer-version': warning(
    (w) =>
      `STIG Viewer 3 writes the STIG's version as a string; found ${w.actual}, expected ${w.expected}: put it in quotes`,
  ),
  // checklist: update, diff
  'update-stig-missing': error(
    (w) => `the checklist has no STIG ${w.expected}, only ${w.actual}; name the benchmark of a STIG that it has`,
  ),
  'update-stig-twice': error(
    (w) =>
      `the checklist has ${w.actual} STIGs with the id ${w.expected}, where one was expected; put each into a file of its own`,
  ),
  'update-older': warning(
    (w) => `the benchmark (${w.actual}) is older than the checklist (${w.expected}); a newer one was expected: compare`,
  ),
  'update-same-release': info((w) => `the checklist is of ${w.actual} already; its texts are now the benchmark's`),
  'update-check-changed': warning(
    (w) =>
      `the check text changed: the result (${w.actual}) is carried to ${w.expected} and marked; review it again by the new text`,
  ),
  'update-check-unknown': warning(
    (w) =>
      `the checklist does not hold the check text that the result (${w.actual}) was made by: it is carried to ${w.expected} and marked; review it again`,
  ),
  'update-mark-left-out': warning(
    (w) =>
      `the finding details (${w.actual} characters) leave no room for the line that marks them; a status that would pass is set to not_reviewed instead: review it again`,
  ),
  'update-matched-otherwise': warning(
    (w) =>
      `taken for what ${w.actual} has become, by the ${w.expected} (their group ids differ); compare the two rules`,
  ),
  'update-ambiguous': warning(
    (w) =>
      `which rule this has become cannot be told (${w.actual}); its result (${w.expected}) is not carried but in the report: carry it by hand`,
  ),
  'update-rule-removed': warning(
    (w) => `the rule is not in ${w.expected}; its result (${w.actual}) is in the report with all its texts: keep that`,
  ),
  'update-empty-rule-removed': info((w) => `the rule is not in ${w.expected}; nothing was said of it (${w.actual})`),
  'update-rules-added': info((w) => `${w.actual} rules of ${w.expected} were not in the checklist: not_reviewed`),
  'update-severity-changed': info(
    (w) => `the rule's severity was ${w.actual} and is ${w.expected} now; an override stays as it is`,
  ),
  'update-new-fault': error(
    () => 'the new file would have errors that the checklist did not have; mend what the other messages name',
  ),
  'diff-not-compared': info(
    (w) => `not compared, as ${w.expected} does not carry it: ${w.actual}; expected between these formats`,
  ),
  // benchmark: reading
  'not-a-benchmark': error(
    (w) =>
      `this is ${w.actual}, not a STIG benchmark; expected DISA's manual XCCDF (…_Manual-xccdf.xml) or the zip that holds it: name that file`,
  ),
  'benchmark-binary': error(
    (w) => `this is binary data (${w.actual}); expected an XCCDF benchmark or DISA's zip: download it again`,
  ),
  'benchmark-undecodable': error(
    (w) => `the text is not valid ${w.actual}: the benchmark is damaged; expected DISA's own file: download it again`,
  ),
  'benchmark-without-rules': error(
    (w) => `the benchmark "${w.actual}" has no Rule; expected a STIG with its rules: name another file`,
  ),
  'benchmark-id-missing': error(
    (w) => `a <${w.actual}> has no id, by which checklists name it; expected DISA's own file: download it again`,
  ),
  'benchmark-id-twice': error(
    (w) => `the id "${w.actual}" is given to a <${w.expected}> twice; expected DISA's own file: download it again`,
  ),
  'benchmark-release-missing': warning(
    (w) =>
      `the benchmark does not tell its release (${w.actual}); expected a version and "Release: N Benchmark Date: …": importers may match it to another release, so check the file`,
  ),
  'benchmark-severity': warning(
    (w) => `the severity is "${w.actual}", expected one of ${w.expected}; it is taken as unknown: set it by hand`,
  ),
  'benchmark-group-missing': warning(
    (w) => `rules are in no Group, expected one each (${w.expected}); their rule ids stand in for it: check the file`,
  ),
  'benchmark-group-shared': warning(
    (w) =>
      `the group ${w.actual} has another rule too (${w.expected}), expected one; importers may keep one of them: check the checklist`,
  ),
  'benchmark-left-out': warning(
    (w) => `checklists have no place for ${w.actual} (${w.expected}): left out; read it in the benchmark`,
  ),
  'benchmark-markup': warning(
    (w) =>
      `there is markup, ${w.actual} (${w.expected}), expected plain text; its text alone is kept: compare with the benchmark`,
  ),
  'benchmark-text-missing': warning(
    (w) => `a rule lacks ${w.actual} (${w.expected}), which checklists expect; it is left empty: check the file`,
  ),
  'description-field-twice': warning(
    (w) =>
      `the description has <${w.actual}> twice, expected one; both texts are kept, one below the other: check them`,
  ),
  'description-field-unclosed': warning(
    (w) => `</${w.actual}> is expected in the description and missing; its text is kept up to the next field: check it`,
  ),
  'description-text-outside': warning(
    (w) =>
      `the description has text outside its fields ("${w.actual}"), expected none; it is kept behind the discussion: check it`,
  ),
  'zip-damaged': error((w) => `the zip archive is damaged: ${w.actual}; expected DISA's own file: download it again`),
  'zip-unsupported': error(
    (w) => `the zip archive cannot be read (${w.actual}); unpack it and name the XCCDF file that is expected`,
  ),
  'zip-too-many-entries': error(
    (w) => `the zip archive has ${w.actual} files, expected at most ${w.expected}; unpack it and name the XCCDF file`,
  ),
  'zip-too-large': error(
    (w) =>
      `unpacked it would have more than the ${w.expected} bytes expected at most; unpack it and name the XCCDF file, or raise the limit: --limit bytes=N`,
  ),
  'zip-entry-name': warning(
    (w) => `the file "${w.actual}" is passed over: its name leads out of the archive, as none is expected to; check it`,
  ),
  'zip-without-benchmark': error(
    (w) => `the zip archive has no XCCDF benchmark, expected one (it holds ${w.actual}); name another file`,
  ),
  'zip-several-benchmarks': error(
    (w) =>
      `the zip archive has several benchmarks, expected one: ${w.actual}; unpack it and name the one that is meant`,
  ),
  // benchmark: judging
  'benchmark-without-rule': error(
    (w) =>
      `the benchmark "${w.actual}" does not have ${w.expected}, the rule that is judged here; name the benchmark of the Exchange 2019 Edge Server STIG`,
  ),
  'benchmark-rule-twice': error(
    (w) => `the benchmark has the rule more than once (${w.actual}), expected one; name DISA's own file`,
  ),
  'check-text-differs': warning(
    (w) =>
      `the benchmark's check text differs from the one that the rule was written for: it says "${w.actual}", expected "${w.expected}"; read it and check the verdict by hand`,
  ),
  // checklist: filling in
  'fill-in-not-a-checklist': error((w) => `only a CKL or CKLB can be filled in, expected one, not ${w.actual}`),
  'fill-in-rule-missing': error(
    (w) => `the rule is not in this checklist (it has ${w.actual}); name a checklist of ${w.expected}`,
  ),
  'fill-in-ambiguous': error(
    (w) => `the rule is there more than once (${w.actual}), expected once; keep one, or split the file`,
  ),
  'fill-in-place': error((w) => `expected ${w.expected} here, found: ${w.actual}; mend the file, then fill it in`),
  'fill-in-too-long': error(
    (w) =>
      `with the details that are there, the finding details would have ${w.actual} characters, more than ${w.expected}; shorten them, or drop them with --replace-details`,
  ),
  'fill-in-host-differs': error(
    (w) =>
      `the checklist is of the host "${w.actual}", but ${w.expected} was judged; name the right one (--host, --into), or --allow-other-host`,
  ),
  'fill-in-other-host': warning(
    (w) => `the checklist is of the host "${w.actual}", but ${w.expected} was judged; filled in all the same, as asked`,
  ),
  'fill-in-host-empty': warning(
    (w) => `the checklist names no host; expected ${w.expected}: make sure that it is this host's, and write the name`,
  ),
  'fill-in-other-release': warning(
    (w) =>
      `the checklist has the rule as ${w.actual}, judged was ${w.expected}, of another release; compare the check texts`,
  ),
  'fill-in-other-stig': warning(
    (w) => `the rule stands in the STIG ${w.actual}, expected ${w.expected}; make sure that it is the same rule`,
  ),
  'fill-in-status-replaced': warning(
    (w) => `the status was ${w.expected}, set by somebody else, and is now ${w.actual}; compare the two`,
  ),
  'fill-in-details-kept': info(
    (w) => `${w.actual} characters of other finding details stay below these; --replace-details drops them`,
  ),
  'fill-in-details-edited': info(
    () =>
      'finding details of an earlier run were edited by hand: they stay whole below these; --replace-details drops them',
  ),
  'fill-in-details-dropped': warning(
    (w) => `${w.actual} characters of finding details by others were dropped, as asked (--replace-details)`,
  ),
  'fill-in-new-fault': error(
    () => 'filling this in would bring errors that the file did not have; mend what the other messages name',
  ),
  'fill-in-same-file': error(
    () => 'the result would overwrite the checklist itself; use --in-place, or another folder with --out-dir',
  ),
  'fill-in-backup': info((w) => `the checklist as it was is kept as ${w.actual}`),
  'fill-in-asset-kept': warning(
    (w) => `${w.actual} was not written: the asset of the checklist stays as it is; change it there`,
  ),
  // fleet: which hosts there are
  'fleet-no-hosts': error(
    (w) =>
      `no host was found: there are ${w.actual}, expected ${w.expected}; name another folder or file, or --template`,
  ),
  'fleet-file-in-root': warning(
    (w) =>
      `${w.actual} files, this the first, are in no host's folder, as expected, and are passed over; move them, or say by --template how files are named`,
  ),
  'fleet-folder-hidden': warning(
    (w) =>
      `${w.actual} files, this the first, are in folders that begin with a dot, not a host's name as expected, and are passed over; rename the folder if it is a host's`,
  ),
  'fleet-files-passed-over': info(
    (w) => `${w.actual} files that file managers or this program leave, this the first, are passed over`,
  ),
  'template-unmatched': warning(
    (w) => `${w.actual} files, this the first, do not match the template as expected, and are passed over; check it`,
  ),
  'template-ambiguous': error(
    (w) =>
      `the template leaves open whether this is of the host "${w.expected}" or "${w.actual}"; expected is one: write more of the name into it, or rename the file`,
  ),
  'host-without-exports': error(
    () => "the host has no export file, expected at least one; add it, or remove the host's folder",
  ),
  'hosts-differ-in-case': warning(
    (w) =>
      `"${w.actual}" differs from "${w.expected}" only in case or the form of its accents, and is taken for the same host, ${w.expected}; write one name`,
  ),
  'host-twice': error(
    (w) =>
      `the host is named again and says ${w.actual} here, expected ${w.expected} as before; only the exports of its rows may differ`,
  ),
  // fleet: manifest
  'batch-file-unrecognised': error(
    (w) =>
      `this is ${w.actual}; expected a manifest (CSV with a column exports, or JSON records with exports) or an export of many hosts`,
  ),
  'manifest-damaged': error((w) => `this is not ${w.expected} (${w.actual}): mend the manifest`),
  'manifest-column': error((w) => `the header has ${w.actual}, expected ${w.expected}; correct the column's name`),
  'manifest-cell-count': error(
    (w) =>
      `the row has ${w.actual} cells, expected ${w.expected} as in the header; put cells that hold the delimiter into quotes`,
  ),
  'manifest-key-twice': error(
    (w) => `the key "${w.actual}" is in one object twice, expected once (first in line ${w.expected}); remove one`,
  ),
  'manifest-property-unknown': error(
    (w) => `there is no property "${w.actual}", expected ${w.expected}; correct the name`,
  ),
  'manifest-property-missing': error((w) => `"${w.expected}" is expected here, and is missing; add it`),
  'manifest-value-invalid': error((w) => `this is ${w.actual}, expected ${w.expected}; correct it`),
  // fleet: an export of many hosts
  'host-column-missing': error(
    (w) =>
      `not every record has the column "${w.expected}" that was expected to name its host (${w.actual}); name another with --host-column, or judge the file as one host's`,
  ),
  'host-column-value': error(
    (w) =>
      `whose record this is cannot be told: expected is a host's name, not ${w.actual}; the file is refused, as the record could be any host's: correct the export`,
  ),
  'host-column-empty': error(
    () => 'the export holds no connector, so that it names no host, expected at least one; export again',
  ),
  'host-column-ambiguous': error(
    (w) =>
      `"${w.actual}" may be the same host as "${w.expected}", and half of a host's connectors must not be judged; expected is one name for each host: correct the column`,
  ),
  'host-column-others-reported': warning(
    (w) => `${w.actual} more warnings or errors were reported of other hosts' records in this file; read them there`,
  ),
  // command line
  'document-shown-escaped': info(
    () => 'what a terminal would act on is shown as \\u{…}; --out FILE writes the document as it is',
  ),
  'host-missing': error(() => 'the export does not name one server (PSComputerName); name the host with --host'),
  'host-invalid': error(
    (w) => `"${w.actual}" is no host name: expected 1 to 255 characters, none of them a control character`,
  ),
  'host-from-export': info(
    (w) =>
      `host ${w.expected} is taken from PSComputerName (${w.actual}), the server that was asked; --host names another`,
  ),
  'asset-incomplete': info((w) => `not known: ${w.expected}; importers match assets better with them`),
  'fqdn-invalid': error((w) => `${optionOr(w, '--fqdn')}"${w.actual}" is not a dotted name such as edge01.example.mil`),
  'ip-invalid': error((w) => `${optionOr(w, '--ip')}"${w.actual}" is not an IPv4 or IPv6 address`),
  'mac-invalid': error((w) => `${optionOr(w, '--mac')}"${w.actual}" is not a MAC address such as 00:1A:2B:3C:4D:5E`),
  'role-invalid': error((w) => `${optionOr(w, '--role')}"${w.actual}" is not one of: ${w.expected}`),
  'file-missing': error(() => 'there is no such file'),
  'file-is-folder': error(() => 'this is a folder; name the export files'),
  'file-unreadable': error((w) => `the file cannot be read (${w.actual})`),
  'file-not-regular': error(
    (w) => `this is ${w.actual}, not a file; give its content on standard input, with - for the file's name`,
  ),
  'file-changed': error(
    () => 'the file changed in the meantime: wait until the program that writes it is done, then try again',
  ),
  'file-exists': error(() => 'the file exists already; --force overwrites it'),
  'file-unwritable': error((w) => `the file cannot be written (${w.actual})`),
  'output-not-a-file': error(
    (w) => `${w.actual} stands there, which is never replaced; name another file or remove it`,
  ),
  'folder-busy': error(
    (w) => `another run has been writing into this folder for ${w.expected}; try again, or remove ${w.actual} from it`,
  ),
  // command line: batch, running
  'host-name-taken': error(
    (w) =>
      `the files of host "${w.actual}" would have the names of those of "${w.expected}", of which one would overwrite the other; name it otherwise, or do it in a run and a folder of its own`,
  ),
  'host-lost': error(
    (w) =>
      `a bug in this program ended the work on this host (${w.actual}); please report it; no other host is affected`,
  ),
  'batch-state-damaged': warning(
    (w) => `${w.actual} of what an earlier run noted here cannot be read; the hosts concerned are done again`,
  ),
  'batch-state-unwritable': warning(
    (w) => `what is done cannot be noted here (${w.actual}): --resume will do these hosts again`,
  ),
  'archive-too-large': error(
    (w) =>
      `the archive would hold ${w.actual}, and the format can have ${w.expected}; use --shard, or archive the folder with another program`,
  ),
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof catalog;

/** Makes a diagnostic with the severity of its code. */
export const diagnostic = (
  code: DiagnosticCode,
  place: Place,
  words: Partial<Pick<Diagnostic, 'expected' | 'actual' | 'importer'>> = {},
): Diagnostic<DiagnosticCode> => ({ code, severity: catalog[code].severity, place, ...words });

/** The English of a diagnostic: one line, without the place. */
export const messageOf = (d: Diagnostic): string =>
  (catalog as Record<string, Entry>)[d.code]?.message({
    expected: d.expected ?? '',
    actual: d.actual ?? '',
    place: d.place,
  }) ?? d.code;
