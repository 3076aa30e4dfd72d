import { type At, doubt, error, info, raise, warning, where } from '../entry.js';

/** Messages on benchmarks: reading, judging. */
export const benchmark = {
  // benchmark: reading
  'not-a-benchmark': error(
    (a: { what: string }) =>
      `this is ${a.what}, not a STIG benchmark; name DISA's XCCDF (…_Manual-xccdf.xml), the zip that holds it, or its SCAP data stream`,
  ),
  'data-stream-several-benchmarks': error(
    (a: { benchmarks: string }) =>
      `the SCAP data stream has several benchmarks: ${a.benchmarks}; name DISA's XCCDF of the right one`,
  ),
  'benchmark-binary': error(
    (a: { signature: string }) =>
      `this is binary data (${a.signature}), not an XCCDF benchmark or DISA's zip; download it again`,
  ),
  'benchmark-undecodable': error(
    (a: { encoding: string }) =>
      `the text is not valid ${a.encoding}: the benchmark is damaged; download DISA's file again`,
  ),
  'benchmark-without-rules': error(
    (a: { benchmark: string }) => `the benchmark "${a.benchmark}" has no rules; name the STIG's own file`,
  ),
  'benchmark-id-missing': error(
    (a: { element: string }) =>
      `a <${a.element}> has no id, so checklists cannot refer to it; download DISA's file again`,
  ),
  'benchmark-id-twice': error(
    (a: { id: string; element: string }) =>
      `two <${a.element}> elements have the id "${a.id}"; download DISA's file again`,
  ),
  'benchmark-release-missing': warning(
    (a: { found: string }) =>
      `the benchmark does not state its release (${a.found}), and importers may match it to another one; check that the file has a version and "Release: N Benchmark Date: …"`,
  ),
  'benchmark-severity': warning(
    (a: { severity: string; severities: string }) =>
      `the severity "${a.severity}" is not one of ${a.severities}, and was read as unknown; set it by hand`,
  ),
  'benchmark-group-missing': warning(
    (a: { what: string; rules: string }) =>
      `rules are in no Group (${a.rules}), so their rule ids are used as group ids; check the file`,
  ),
  'benchmark-group-shared': warning(
    (a: { group: string; rule: string }) =>
      `the group ${a.group} has a second rule (${a.rule}), and importers may keep only one of them; check the checklist`,
  ),
  'benchmark-left-out': warning(
    (a: { what: string; rules: string }) =>
      `checklists have no place for ${a.what} (${a.rules}), so it was left out; read it in the benchmark`,
  ),
  'benchmark-markup': warning(
    (a: { what: string; rules: string }) =>
      `markup was dropped and only its text kept: ${a.what} (${a.rules}); compare with the benchmark`,
  ),
  'benchmark-text-missing': warning(
    (a: { what: string; rules: string }) => `${a.what} is missing (${a.rules}) and was left empty; check the file`,
  ),
  'benchmark-not-selected': warning(
    (a: { what: string; rules: string }) =>
      `the benchmark has rules that are not ${a.what} (${a.rules}) and so not to be checked; make sure that it is the right file`,
  ),
  'description-field-twice': warning(
    (a: { text: string }) =>
      `the description has <${a.text}> twice; both texts were kept, one below the other: check them`,
  ),
  'description-field-unclosed': warning(
    (a: { text: string }) =>
      `</${a.text}> is missing in the description; its text was kept up to the next field: check it`,
  ),
  'description-text-outside': warning(
    (a: { text: string }) =>
      `the description has text outside its fields ("${a.text}"), which was added to the discussion; check it`,
  ),
  'zip-damaged': error((a: { fault: string }) => `the zip archive is damaged: ${a.fault}; copy or download it again`),
  'zip-unsupported': error(
    (a: { what: string }) => `the zip archive cannot be read (${a.what}); unpack it and name the file in it`,
  ),
  'zip-too-many-entries': error(
    (a: { count: string; limit: string }) =>
      `the zip archive has ${a.count} files, and the limit is ${a.limit}; unpack it and name the file in it`,
  ),
  'zip-too-large': error(
    (a: { limit: string } & At) =>
      `the zip archive unpacks to more than ${a.limit} bytes; unpack it and name the file in it, or ${raise(a, 'bytes')}`,
  ),
  'zip-entry-name': warning(
    (a: { name: string }) =>
      `the file "${a.name}" was skipped because its name leads out of the archive; check where the archive comes from`,
  ),
  'zip-without-benchmark': error(
    (a: { entries: string }) => `the zip archive has no XCCDF benchmark (it holds ${a.entries}); name another file`,
  ),
  'zip-several-benchmarks': error(
    (a: { benchmarks: string }) =>
      `the zip archive has several benchmarks: ${a.benchmarks}; unpack it and name the right one`,
  ),
  // benchmark: judging
  'benchmark-without-rule': error(
    ({ benchmark, asked, answered, on }: { benchmark: string; asked: string; answered: string } & At) =>
      `the benchmark "${benchmark}" has none of the rules to judge (${asked}); ${answered === '' ? 'name the benchmark of an Exchange Edge, Mailbox or Hub Transport STIG' : where({ on }, `judge those that it has (${answered}) with --rules all`, `the command judges those that it has (${answered})`)}`,
  ),
  'rules-without-benchmark': error(
    ({ stigs, builtIn, fillsIn, on }: { stigs: string; builtIn: string; fillsIn: boolean } & At) =>
      `only the text of ${builtIn} is built in; get the STIG from DISA (${stigs}) and ${where({ on }, `name its XCCDF or zip with --benchmark${fillsIn ? ', or one of its checklists with --into' : ''}`, 'drop its XCCDF or zip, or one of its checklists, with the exports')}`,
  ),
  'stig-several': error(
    ({ stigs, on }: { stigs: string } & At) =>
      `several STIGs in the checklist have rules to judge (${stigs}); ${where({ on }, 'name the rules of one of them with --rules', 'split it by STIG, then fill in the one that is meant')}`,
  ),
  'benchmark-rule-twice': warning(
    (a: { ruleIds: string }) =>
      `the benchmark has the rule more than once (${a.ruleIds}), and each gets a result of its own; compare them with DISA's own file`,
  ),
  'more-rules-answered': info(
    ({ rules, on }: { rules: string } & At) =>
      `the STIG has more rules that this export answers: ${rules}; ${where({ on }, '--rules all', 'the command')} judges them`,
  ),
  'check-text-differs': doubt(
    ({ known, given }: { known?: string; given?: string }) =>
      `the check text differs from the one this program judges by${known === undefined ? '' : `: it says "${given}" instead of "${known}"`}; read it and judge by hand`,
  ),
} as const;
