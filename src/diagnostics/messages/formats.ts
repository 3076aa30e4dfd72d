import { error, info, warning } from '../entry.js';

/** Messages on checklists and results: writing, reading, converting. */
export const formats = {
  // formats: writing
  'characters-replaced': warning(
    (a: { count: string }) =>
      `${a.count} characters that XML cannot carry were replaced by U+FFFD; expected text: check it in the file`,
  ),
  'text-cut': warning(
    (a: { length: string; limit: string }) =>
      `the text has ${a.length} characters and was cut at ${a.limit}; shorten it`,
  ),
  'override-unwritable': warning(
    (a: { severity: string }) =>
      `a CKL has no word for the severity override "${a.severity}"; expected low, medium or high: left empty, set it by hand`,
  ),
  'override-reason-unwritable': warning(
    () => 'XCCDF results have no place for the reason of a severity override: it was left out; keep a CKL or CKLB',
  ),
  'stigs-left-out': error(
    (a: { written: string; leftOut: string }) =>
      `XCCDF results hold one STIG: only ${a.written} was written, ${a.leftOut} were left out; write each on its own`,
  ),
  // formats: reading
  'reading-not-carried': warning(
    (a: { what: string }) => `this is left behind: ${a.what}; keep the original, or put it in by hand`,
  ),
  'reading-id-not-carried': info(
    (a: { what: string }) => `this is left behind: ${a.what}; it identifies or repeats what is kept: nothing to do`,
  ),
  'reading-host-empty': warning(
    (a: { element: string }) =>
      `the file names no host (${a.element} is empty); it stays so, and importers refuse it: write the name`,
  ),
  'reading-host-trimmed': warning(
    (a: { written: string; name: string }) =>
      `the host name "${a.written}" has blanks around it, which were removed: it is read as "${a.name}"`,
  ),
  'reading-host-differs': warning(
    (a: { taken: string; other: string }) =>
      `the file names two hosts: ${a.taken} was taken, not ${a.other}; check which one was assessed`,
  ),
  'reading-status-unknown': warning(
    (a: { status: string; statuses: string }) =>
      `the status is "${a.status}", not one of ${a.statuses}; read as not_reviewed: correct it`,
  ),
  'reading-status-mapped': info(
    (a: { status: string; readAs: string }) =>
      `${a.status} is none of the four statuses that checklists have; read as ${a.readAs}: check these rules`,
  ),
  'reading-severity-unknown': warning(
    (a: { severity: string; severities: string }) =>
      `the severity is "${a.severity}", not one of ${a.severities}; read as unknown: correct it`,
  ),
  'reading-override-without-severity': info(
    (a: { readAs: string }) =>
      `there is a reason for a severity override, but no severity; read as an override to ${a.readAs}: check it`,
  ),
  'reading-rule-twice': warning(
    (a: { times: string; kept: string }) =>
      `the rule is there ${a.times}; one review is kept, the worst: ${a.kept}; check the others`,
  ),
  'reading-rule-nameless': warning(
    (a: { element: string }) =>
      `the rule has no ${a.element}; importers drop it: write it, or take it from --benchmark`,
  ),
  'reading-group-derived': info(
    (a: { count: string; examples: string }) =>
      `${a.count} rules come without a group; expected, as for all current STIGs: read as ${a.examples}`,
  ),
  'reading-rule-without-text': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules come without their texts (${a.examples}); --benchmark FILE takes them from the STIG`,
  ),
  'reading-rule-without-result': info(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no result (${a.examples}); read as not_reviewed: nothing to do`,
  ),
  'reading-time-assumed': info(
    (a: { time: string; taken: string }) =>
      `the time ${a.time} has no zone; expected one, such as Z: taken as ${a.taken}, check it`,
  ),
  'reading-no-stig': error(
    (a: { element: string }) => `the file holds no ${a.element}; there is nothing to read: write it again`,
  ),
  'reading-not-an-object': error(
    (a: { expected: string; found: string }) =>
      `${a.expected} was expected here, found ${a.found}; write the file again`,
  ),
  'reading-other-format': error(
    (a: { format: string; expected: string }) => `this is ${a.format}, expected ${a.expected}; name the right file`,
  ),
  'reading-several-results': error(
    (a: { count: string; ids: string }) =>
      `the file holds ${a.count} TestResults (${a.ids}); expected one: give each a file of its own`,
  ),
  // checklist: converting
  'convert-counts-differ': error(
    (a: { read: string; written: string }) =>
      `read ${a.read}, but written would be ${a.written}: refused; report the file's shape as a bug`,
  ),
  'convert-text-differs': error(
    (a: { text: string; rule: string }) =>
      `the ${a.text} of ${a.rule} would read back otherwise: refused; report the file's shape as a bug`,
  ),
  'convert-not-carried': warning(
    (a: { format: string; what: string }) =>
      `${a.format} cannot carry this: ${a.what}; keep the original beside what was written`,
  ),
  'convert-id-not-carried': info(
    (a: { format: string; what: string }) =>
      `${a.format} cannot carry this: ${a.what}; it is told anew when read, nothing to do`,
  ),
  'convert-time-unknown': warning(
    (a: { written: string }) =>
      `the file does not say when it was assessed, which XCCDF must; ${a.written} was written: give --timestamp`,
  ),
  'convert-benchmark-differs': error(
    (a: { benchmark: string; ofFile: string }) =>
      `--benchmark is "${a.benchmark}", but the file is of ${a.ofFile}; give the benchmark of that STIG`,
  ),
  'convert-importers-object': warning(
    (a: { importers: string; codes: string }) =>
      `${a.importers} would refuse, drop or misread what was written (${a.codes}); "validate" says where and why`,
  ),
  'convert-rule-not-in-benchmark': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules are not in --benchmark (${a.examples}), so their texts were not taken: give that release`,
  ),
} as const;
