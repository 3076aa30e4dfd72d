import { error, info, type Words, warning } from '../entry.js';

/** Messages on checklists and results: writing, reading, converting. */
export const formats = {
  // formats: writing
  'characters-replaced': warning(
    (w: Words) =>
      `${w.actual} characters that XML cannot carry were replaced by U+FFFD; expected text: check it in the file`,
  ),
  'text-cut': warning((w: Words) => `the text has ${w.actual} characters and was cut at ${w.expected}; shorten it`),
  'override-unwritable': warning(
    (w: Words) =>
      `a CKL has no word for the severity override "${w.actual}"; expected low, medium or high: left empty, set it by hand`,
  ),
  'override-reason-unwritable': warning(
    () => 'XCCDF results have no place for the reason of a severity override: it was left out; keep a CKL or CKLB',
  ),
  'stigs-left-out': error(
    (w: Words) =>
      `XCCDF results hold one STIG: only ${w.expected} was written, ${w.actual} were left out; write each on its own`,
  ),
  // formats: reading
  'reading-not-carried': warning(
    (w: Words) => `this is left behind: ${w.actual}; expected ${w.expected}: keep the original, or put it in by hand`,
  ),
  'reading-id-not-carried': info(
    (w: Words) =>
      `this is left behind: ${w.actual}; it identifies or repeats what is kept (${w.expected}): nothing to do`,
  ),
  'reading-host-empty': warning(
    (w: Words) =>
      `the file names no host (${w.expected} is empty); it stays so, and importers refuse it: write the name`,
  ),
  'reading-host-trimmed': warning(
    (w: Words) => `the host name "${w.actual}" has blanks around it, which were removed: it is read as "${w.expected}"`,
  ),
  'reading-host-differs': warning(
    (w: Words) => `the file names two hosts: ${w.expected} was taken, not ${w.actual}; check which one was assessed`,
  ),
  'reading-status-unknown': warning(
    (w: Words) => `the status is "${w.actual}", not one of ${w.expected}; read as not_reviewed: correct it`,
  ),
  'reading-status-mapped': info(
    (w: Words) =>
      `${w.actual} is none of the four statuses that checklists have; read as ${w.expected}: check these rules`,
  ),
  'reading-severity-unknown': warning(
    (w: Words) => `the severity is "${w.actual}", not one of ${w.expected}; read as unknown: correct it`,
  ),
  'reading-override-without-severity': info(
    (w: Words) =>
      `there is a reason for a severity override, but no severity; read as an override to ${w.expected}: check it`,
  ),
  'reading-rule-twice': warning(
    (w: Words) => `the rule is there ${w.actual}; one review is kept, the worst: ${w.expected}; check the others`,
  ),
  'reading-rule-nameless': warning(
    (w: Words) => `the rule has no ${w.expected}; importers drop it: write it, or take it from --benchmark`,
  ),
  'reading-group-derived': info(
    (w: Words) => `${w.actual} rules come without a group; expected, as for all current STIGs: read as ${w.expected}`,
  ),
  'reading-rule-without-text': warning(
    (w: Words) =>
      `${w.actual} rules come without their texts (${w.expected}); --benchmark FILE takes them from the STIG`,
  ),
  'reading-rule-without-result': info(
    (w: Words) => `${w.actual} rules have no result (${w.expected}); read as not_reviewed: nothing to do`,
  ),
  'reading-time-assumed': info(
    (w: Words) => `the time ${w.actual} has no zone; expected one, such as Z: taken as ${w.expected}, check it`,
  ),
  'reading-no-stig': error((w: Words) => `the file holds no ${w.expected}; there is nothing to read: write it again`),
  'reading-not-an-object': error(
    (w: Words) => `${w.expected} was expected here, found ${w.actual}; write the file again`,
  ),
  'reading-other-format': error((w: Words) => `this is ${w.actual}, expected ${w.expected}; name the right file`),
  'reading-several-results': error(
    (w: Words) => `the file holds ${w.actual} TestResults (${w.expected}); expected one: give each a file of its own`,
  ),
  // checklist: converting
  'convert-counts-differ': error(
    (w: Words) => `read ${w.expected}, but written would be ${w.actual}: refused; report the file's shape as a bug`,
  ),
  'convert-text-differs': error(
    (w: Words) =>
      `the ${w.expected} of ${w.actual} would read back otherwise: refused; report the file's shape as a bug`,
  ),
  'convert-not-carried': warning(
    (w: Words) => `${w.expected} cannot carry this: ${w.actual}; keep the original beside what was written`,
  ),
  'convert-id-not-carried': info(
    (w: Words) => `${w.expected} cannot carry this: ${w.actual}; it is told anew when read, nothing to do`,
  ),
  'convert-time-unknown': warning(
    (w: Words) =>
      `the file does not say when it was assessed, which XCCDF must; ${w.actual} was written: give --timestamp`,
  ),
  'convert-benchmark-differs': error(
    (w: Words) => `--benchmark is "${w.actual}", but the file is of ${w.expected}; give the benchmark of that STIG`,
  ),
  'convert-importers-object': warning(
    (w: Words) =>
      `${w.actual} would refuse, drop or misread what was written (${w.expected}); "validate" says where and why`,
  ),
  'convert-rule-not-in-benchmark': warning(
    (w: Words) =>
      `${w.actual} rules are not in --benchmark (${w.expected}), so their texts were not taken: give that release`,
  ),
} as const;
