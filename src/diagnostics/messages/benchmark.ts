import { doubt, error, type Words, warning } from '../entry.js';

/** Messages on benchmarks: reading, judging. */
export const benchmark = {
  // benchmark: reading
  'not-a-benchmark': error(
    (w: Words) =>
      `this is ${w.actual}, not a STIG benchmark; expected DISA's manual XCCDF (…_Manual-xccdf.xml) or the zip that holds it: name that file`,
  ),
  'benchmark-binary': error(
    (w: Words) => `this is binary data (${w.actual}); expected an XCCDF benchmark or DISA's zip: download it again`,
  ),
  'benchmark-undecodable': error(
    (w: Words) =>
      `the text is not valid ${w.actual}: the benchmark is damaged; expected DISA's own file: download it again`,
  ),
  'benchmark-without-rules': error(
    (w: Words) => `the benchmark "${w.actual}" has no Rule; expected a STIG with its rules: name another file`,
  ),
  'benchmark-id-missing': error(
    (w: Words) => `a <${w.actual}> has no id, by which checklists name it; expected DISA's own file: download it again`,
  ),
  'benchmark-id-twice': error(
    (w: Words) =>
      `the id "${w.actual}" is given to a <${w.expected}> twice; expected DISA's own file: download it again`,
  ),
  'benchmark-release-missing': warning(
    (w: Words) =>
      `the benchmark does not tell its release (${w.actual}); expected a version and "Release: N Benchmark Date: …": importers may match it to another release, so check the file`,
  ),
  'benchmark-severity': warning(
    (w: Words) =>
      `the severity is "${w.actual}", expected one of ${w.expected}; it is taken as unknown: set it by hand`,
  ),
  'benchmark-group-missing': warning(
    (w: Words) =>
      `rules are in no Group, expected one each (${w.expected}); their rule ids stand in for it: check the file`,
  ),
  'benchmark-group-shared': warning(
    (w: Words) =>
      `the group ${w.actual} has another rule too (${w.expected}), expected one; importers may keep one of them: check the checklist`,
  ),
  'benchmark-left-out': warning(
    (w: Words) => `checklists have no place for ${w.actual} (${w.expected}): left out; read it in the benchmark`,
  ),
  'benchmark-markup': warning(
    (w: Words) =>
      `there is markup, ${w.actual} (${w.expected}), expected plain text; its text alone is kept: compare with the benchmark`,
  ),
  'benchmark-text-missing': warning(
    (w: Words) => `a rule lacks ${w.actual} (${w.expected}), which checklists expect; it is left empty: check the file`,
  ),
  'description-field-twice': warning(
    (w: Words) =>
      `the description has <${w.actual}> twice, expected one; both texts are kept, one below the other: check them`,
  ),
  'description-field-unclosed': warning(
    (w: Words) =>
      `</${w.actual}> is expected in the description and missing; its text is kept up to the next field: check it`,
  ),
  'description-text-outside': warning(
    (w: Words) =>
      `the description has text outside its fields ("${w.actual}"), expected none; it is kept behind the discussion: check it`,
  ),
  'zip-damaged': error(
    (w: Words) => `the zip archive is damaged: ${w.actual}; expected DISA's own file: download it again`,
  ),
  'zip-unsupported': error(
    (w: Words) => `the zip archive cannot be read (${w.actual}); unpack it and name the XCCDF file that is expected`,
  ),
  'zip-too-many-entries': error(
    (w: Words) =>
      `the zip archive has ${w.actual} files, expected at most ${w.expected}; unpack it and name the XCCDF file`,
  ),
  'zip-too-large': error(
    (w: Words) =>
      `unpacked it would have more than the ${w.expected} bytes expected at most; unpack it and name the XCCDF file, or raise the limit: --limit bytes=N`,
  ),
  'zip-entry-name': warning(
    (w: Words) =>
      `the file "${w.actual}" is passed over: its name leads out of the archive, as none is expected to; check it`,
  ),
  'zip-without-benchmark': error(
    (w: Words) => `the zip archive has no XCCDF benchmark, expected one (it holds ${w.actual}); name another file`,
  ),
  'zip-several-benchmarks': error(
    (w: Words) =>
      `the zip archive has several benchmarks, expected one: ${w.actual}; unpack it and name the one that is meant`,
  ),
  // benchmark: judging
  'benchmark-without-rule': error(
    (w: Words) =>
      `the benchmark "${w.actual}" does not have ${w.expected}, the rule that is judged here; name the benchmark of the Exchange 2019 Edge Server STIG`,
  ),
  'benchmark-rule-twice': error(
    (w: Words) => `the benchmark has the rule more than once (${w.actual}), expected one; name DISA's own file`,
  ),
  'check-text-differs': doubt(
    (a: { known: string; given: string }) =>
      `the check text is not the one that is judged here: it says "${a.given}" instead of "${a.known}"; read it and judge by hand`,
  ),
} as const;
