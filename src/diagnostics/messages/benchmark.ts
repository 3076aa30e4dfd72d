import { doubt, error, info, warning } from '../entry.js';

/** Messages on benchmarks: reading, judging. */
export const benchmark = {
  // benchmark: reading
  'not-a-benchmark': error(
    (a: { what: string }) =>
      `this is ${a.what}, not a STIG benchmark; expected DISA's manual XCCDF (…_Manual-xccdf.xml) or the zip that holds it: name that file`,
  ),
  'benchmark-binary': error(
    (a: { signature: string }) =>
      `this is binary data (${a.signature}); expected an XCCDF benchmark or DISA's zip: download it again`,
  ),
  'benchmark-undecodable': error(
    (a: { encoding: string }) =>
      `the text is not valid ${a.encoding}: the benchmark is damaged; expected DISA's own file: download it again`,
  ),
  'benchmark-without-rules': error(
    (a: { benchmark: string }) =>
      `the benchmark "${a.benchmark}" has no Rule; expected a STIG with its rules: name another file`,
  ),
  'benchmark-id-missing': error(
    (a: { element: string }) =>
      `a <${a.element}> has no id, by which checklists name it; expected DISA's own file: download it again`,
  ),
  'benchmark-id-twice': error(
    (a: { id: string; element: string }) =>
      `the id "${a.id}" is given to a <${a.element}> twice; expected DISA's own file: download it again`,
  ),
  'benchmark-release-missing': warning(
    (a: { found: string }) =>
      `the benchmark does not tell its release (${a.found}); expected a version and "Release: N Benchmark Date: …": importers may match it to another release, so check the file`,
  ),
  'benchmark-severity': warning(
    (a: { severity: string; severities: string }) =>
      `the severity is "${a.severity}", expected one of ${a.severities}; it is taken as unknown: set it by hand`,
  ),
  'benchmark-group-missing': warning(
    (a: { what: string; rules: string }) =>
      `rules are in no Group, expected one each (${a.rules}); their rule ids stand in for it: check the file`,
  ),
  'benchmark-group-shared': warning(
    (a: { group: string; rule: string }) =>
      `the group ${a.group} has another rule too (${a.rule}), expected one; importers may keep one of them: check the checklist`,
  ),
  'benchmark-left-out': warning(
    (a: { what: string; rules: string }) =>
      `checklists have no place for ${a.what} (${a.rules}): left out; read it in the benchmark`,
  ),
  'benchmark-markup': warning(
    (a: { what: string; rules: string }) =>
      `there is markup, ${a.what} (${a.rules}), expected plain text; its text alone is kept: compare with the benchmark`,
  ),
  'benchmark-text-missing': warning(
    (a: { what: string; rules: string }) =>
      `a rule lacks ${a.what} (${a.rules}), which checklists expect; it is left empty: check the file`,
  ),
  'benchmark-not-selected': warning(
    (a: { what: string; rules: string }) =>
      `the benchmark has rules that are not ${a.what} (${a.rules}), which are not to be checked; make sure that it is the one that is meant`,
  ),
  'description-field-twice': warning(
    (a: { text: string }) =>
      `the description has <${a.text}> twice, expected one; both texts are kept, one below the other: check them`,
  ),
  'description-field-unclosed': warning(
    (a: { text: string }) =>
      `</${a.text}> is expected in the description and missing; its text is kept up to the next field: check it`,
  ),
  'description-text-outside': warning(
    (a: { text: string }) =>
      `the description has text outside its fields ("${a.text}"), expected none; it is kept behind the discussion: check it`,
  ),
  'zip-damaged': error(
    (a: { fault: string }) => `the zip archive is damaged: ${a.fault}; expected DISA's own file: download it again`,
  ),
  'zip-unsupported': error(
    (a: { what: string }) =>
      `the zip archive cannot be read (${a.what}); unpack it and name the XCCDF file that is expected`,
  ),
  'zip-too-many-entries': error(
    (a: { count: string; limit: string }) =>
      `the zip archive has ${a.count} files, expected at most ${a.limit}; unpack it and name the XCCDF file`,
  ),
  'zip-too-large': error(
    (a: { limit: string }) =>
      `unpacked it would have more than the ${a.limit} bytes expected at most; unpack it and name the XCCDF file, or raise the limit: --limit bytes=N`,
  ),
  'zip-entry-name': warning(
    (a: { name: string }) =>
      `the file "${a.name}" is passed over: its name leads out of the archive, as none is expected to; check it`,
  ),
  'zip-without-benchmark': error(
    (a: { entries: string }) =>
      `the zip archive has no XCCDF benchmark, expected one (it holds ${a.entries}); name another file`,
  ),
  'zip-several-benchmarks': error(
    (a: { benchmarks: string }) =>
      `the zip archive has several benchmarks, expected one: ${a.benchmarks}; unpack it and name the one that is meant`,
  ),
  // benchmark: judging
  'benchmark-without-rule': error(
    ({ benchmark, asked, answered }: { benchmark: string; asked: string; answered: string }) =>
      `the benchmark "${benchmark}" has none of the rules to judge (${asked}); ${answered === '' ? 'name the benchmark of an Exchange Edge, Mailbox or Hub Transport STIG' : `it has ${answered}: judge them with --rules all`}`,
  ),
  'rules-without-benchmark': error(
    ({ stigs, builtIn }: { stigs: string; builtIn: string }) =>
      `only the text of ${builtIn} is built in; get the STIG from DISA (${stigs}) and name its XCCDF or zip with --benchmark, or a checklist of it with --into`,
  ),
  'stig-several': error(
    ({ stigs }: { stigs: string }) =>
      `several STIGs of the checklist have rules to judge (${stigs}); name rules of one of them with --rules`,
  ),
  'benchmark-rule-twice': warning(
    (a: { ruleIds: string }) =>
      `the benchmark has the rule more than once (${a.ruleIds}), and each gets a result of its own; compare them with DISA's own file`,
  ),
  'more-rules-answered': info(
    ({ rules }: { rules: string }) =>
      `the STIG has more rules that this export answers: ${rules}; --rules all judges them`,
  ),
  'check-text-differs': doubt(
    ({ known, given }: { known?: string; given?: string }) =>
      `the check text is not the one that is judged here${known === undefined ? '' : `: it says "${given}" instead of "${known}"`}; read it and judge by hand`,
  ),
} as const;
