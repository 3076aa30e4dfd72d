import { type At, doubt, error, info, raise, warning, where } from '../entry.js';

/** Messages on benchmarks: reading, judging. */
export const benchmark = {
  // benchmark: reading
  'not-a-benchmark': error`this is ${'what'}, not a STIG benchmark; name DISA's XCCDF (…_Manual-xccdf.xml), the zip that holds it, or its SCAP data stream`,
  'data-stream-several-benchmarks': error`the SCAP data stream has several benchmarks: ${'benchmarks'}; name DISA's XCCDF of the right one`,
  'benchmark-binary': error`this is binary data (${'signature'}), not an XCCDF benchmark or DISA's zip; download it again`,
  'benchmark-undecodable': error`the text is not valid ${'encoding'}: the benchmark is damaged; download DISA's file again`,
  'benchmark-without-rules': error`the benchmark "${'benchmark'}" has no rules; name the STIG's own file`,
  'benchmark-id-missing': error`a <${'element'}> has no id, so checklists cannot refer to it; download DISA's file again`,
  'benchmark-id-twice': error`two <${'element'}> elements have the id "${'id'}"; download DISA's file again`,
  'benchmark-release-missing': warning`the benchmark does not state its release (${'found'}), and importers may match it to another one; check that the file has a version and "Release: N Benchmark Date: …"`,
  'benchmark-severity': warning`the severity "${'severity'}" is not one of ${'severities'}, and was read as unknown; set it by hand`,
  'benchmark-group-missing': warning(
    (a: { what: string; rules: string }) =>
      `rules are in no Group (${a.rules}), so their rule ids are used as group ids; check the file`,
  ),
  'benchmark-group-shared': warning`the group ${'group'} has a second rule (${'rule'}), and importers may keep only one of them; check the checklist`,
  'benchmark-left-out': warning`checklists have no place for ${'what'} (${'rules'}), so it was left out; read it in the benchmark`,
  'benchmark-markup': warning`markup was dropped and only its text kept: ${'what'} (${'rules'}); compare with the benchmark`,
  'benchmark-text-missing': warning`${'what'} is missing (${'rules'}) and was left empty; check the file`,
  'benchmark-not-selected': warning`the benchmark has rules that are not ${'what'} (${'rules'}) and so not to be checked; make sure that it is the right file`,
  'description-field-twice': warning`the description has <${'text'}> twice; both texts were kept, one below the other: check them`,
  'description-field-unclosed': warning`</${'text'}> is missing in the description; its text was kept up to the next field: check it`,
  'description-text-outside': warning`the description has text outside its fields ("${'text'}"), which was added to the discussion; check it`,
  'zip-damaged': error`the zip archive is damaged: ${'fault'}; copy or download it again`,
  'zip-unsupported': error`the zip archive cannot be read (${'what'}); unpack it and name the file in it`,
  'zip-too-many-entries': error`the zip archive has ${'count'} files, and the limit is ${'limit'}; unpack it and name the file in it`,
  'zip-too-large': error`the zip archive unpacks to more than ${'limit'} bytes; unpack it and name the file in it, or ${raise('bytes')}`,
  'zip-entry-name': warning`the file "${'name'}" was skipped because its name leads out of the archive; check where the archive comes from`,
  'zip-without-benchmark': error`the zip archive has no XCCDF benchmark (it holds ${'entries'}); name another file`,
  'zip-several-benchmarks': error`the zip archive has several benchmarks: ${'benchmarks'}; unpack it and name the right one`,
  // benchmark: judging
  'benchmark-without-rule': error(
    ({ benchmark, asked, answered, on }: { benchmark: string; asked: string; answered: string } & At) =>
      `the benchmark "${benchmark}" has none of the rules to judge (${asked}); ${answered === '' ? 'name the benchmark of an Exchange Edge, Mailbox or Hub Transport STIG' : where(`judge those that it has (${answered}) with --rules all`, `the command judges those that it has (${answered})`)({ on })}`,
  ),
  'rules-without-benchmark': error(
    ({ stigs, builtIn, fillsIn, on }: { stigs: string; builtIn: string; fillsIn: boolean } & At) =>
      `only the text of ${builtIn} is built in; get the STIG from DISA (${stigs}) and ${where(`name its XCCDF or zip with --benchmark${fillsIn ? ', or one of its checklists with --into' : ''}`, 'drop its XCCDF or zip, or one of its checklists, with the exports')({ on })}`,
  ),
  'stig-several': error`several STIGs in the checklist have rules to judge (${'stigs'}); ${where('name the rules of one of them with --rules', 'split it by STIG, then fill in the one that is meant')}`,
  'benchmark-rule-twice': warning`the benchmark has the rule more than once (${'ruleIds'}), and each gets a result of its own; compare them with DISA's own file`,
  'more-rules-answered': info`the STIG has more rules that this export answers: ${'rules'}; ${where('--rules all', 'the command')} judges them`,
  'check-text-differs': doubt(
    ({ known, given }: { known?: string; given?: string }) =>
      `the check text differs from the one this program judges by${known === undefined ? '' : `: it says "${given}" instead of "${known}"`}; read it and judge by hand`,
  ),
} as const;
