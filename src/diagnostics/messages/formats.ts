import { type At, addBenchmark, error, info, warning, where } from '../entry.js';

/** Messages on checklists and results: writing, reading, converting. */
export const formats = {
  // formats: writing
  'characters-replaced': warning`${'count'} characters that XML cannot hold were replaced by U+FFFD; check the text`,
  'text-cut': warning`the text has ${'length'} characters and was cut at ${'limit'}, as importers do; shorten it${where(', or keep it whole with --whole-texts', '')}`,
  'override-unwritable': warning`a CKL has no word for the severity override "${'severity'}" (only low, medium and high), so it was left empty; set it by hand`,
  'groups-shared': warning`the group has ${'count'} rules, of which MITRE tools keep one in a CKL, so their rule ids stand in for the group id; XCCDF results keep the group`,
  'tech-area-unwritable': warning`a CKL has no technology area "${'area'}", so it was left empty; choose one of STIG Viewer's by hand`,
  'fqdn-left-out': info`the FQDN "${'name'}" only repeats the host name, and MITRE tools refuse a CKL with it, so it was left out; no action is needed`,
  'id-rewritten': warning((a: { written: string; name: string; others: string }) =>
    a.written === ''
      ? `the file names no STIG, which XCCDF requires, so "${a.name}" was written; importers may not find their STIG by it`
      : `XCCDF does not allow the id "${a.written}", so "${a.name}" was written${a.others === '0' ? '' : ` (and ${a.others} more)`}; importers may not know it by this name`,
  ),
  'rule-id-missing': error`${'count'} rules have no rule id (${'examples'}), and XCCDF results refer to rules by it; add the ids, or convert to CKL or CKLB`,
  'override-reason-unwritable': warning`XCCDF results have no place for the reason of a severity override, so it was left out; keep a CKL or CKLB`,
  'stigs-left-out': error`XCCDF results hold one STIG: only ${'written'} was written, and ${'leftOut'} was left out; write each to a file of its own`,
  // formats: reading
  'reading-not-carried': warning`this was left behind: ${'what'}; keep the original, or add it by hand`,
  'reading-id-not-carried': info`this was left behind: ${'what'}; it only identifies or repeats what was kept, so no action is needed`,
  'reading-host-empty': warning`the file names no host (${'element'} is empty), and importers refuse that; add the name`,
  'reading-host-trimmed': warning`the host name "${'written'}" has blanks around it, which were removed: it was read as "${'name'}"`,
  'reading-address-rewritten': info`"${'written'}" has ${'what'}, which importers refuse, and was read as "${'readAs'}"; no action is needed`,
  'reading-host-differs': warning`the file names two hosts, ${'taken'} and ${'other'}; ${'taken'} was used: check which one was assessed`,
  'reading-status-unknown': warning`the status "${'status'}" is not one of ${'statuses'}, and was read as not_reviewed; correct it`,
  'reading-status-mapped': info`checklists have no status ${'status'}; it was read as ${'readAs'}: check these rules`,
  'reading-severity-unknown': warning`the severity "${'severity'}" is not one of ${'severities'}, and was read as unknown; correct it`,
  'reading-override-without-severity': info`a severity override has a reason but no severity; it was read as an override to ${'readAs'}: check it`,
  'reading-rule-twice': warning`the rule is there ${'times'}; only the worst review was kept (${'kept'}): check the others`,
  'reading-rule-nameless': warning`${'count'} rules have no rule id (${'examples'}), so importers drop them; add the ids`,
  'reading-group-missing': warning`${'count'} rules have no group id (${'examples'}), so their rule ids stand in; ${addBenchmark('the group ids')}`,
  'reading-group-derived': info`${'count'} rules have no group id; it was derived from the rule number, as in all current STIGs (${'examples'})`,
  'reading-rule-without-text': warning((a: { count: string; groupless: string; examples: string } & At) => {
    const groups = a.groupless === a.count ? ' and no group ids' : `, and ${a.groupless} of them no group ids`;
    return `${a.count} rules have no texts${a.groupless === '0' ? '' : groups} (${a.examples}); ${addBenchmark('them')(a)}`;
  }),
  'reading-rule-without-result': info`${'count'} rules have no result (${'examples'}) and were read as not_reviewed; no action is needed`,
  'reading-time-assumed': info`the time ${'time'} has no zone, such as Z, and was read as ${'taken'}; check it`,
  'reading-no-stig': error`the file holds no ${'element'}, so there is nothing to read; save it again`,
  'reading-no-result': error`the TestResult has no rule-result, so there is nothing to read; ${where('OpenSCAP leaves out every rule without a STIG id with --stig-viewer: name what it wrote with --results', 'OpenSCAP leaves out rules without a STIG id when it writes for STIG Viewer: use its usual results')}`,
  'reading-not-an-object': error`expected ${'expected'} here, found ${'found'}; save the file again`,
  'reading-other-format': error`this is ${'format'}, not ${'expected'}; name the right file`,
  'reading-several-results': error`the file holds ${'count'} TestResults (${'ids'}); ${where('choose one with convert --result ID, or write a checklist of each with convert --all-results --out-dir DIR', 'only the command can convert one of several')}`,
  'reading-result-missing': error(
    (a: { id: string; ids: string }) =>
      `--result: no TestResult has the id "${a.id}"; ${a.ids === '' ? 'the file is a checklist: leave the option out' : `name one of ${a.ids}`}`,
  ),
  'reading-result-ambiguous': error`--result: ${'count'} TestResults have the id "${'id'}"; write a checklist of each with --all-results --out-dir DIR`,
  'reading-benchmark-ambiguous': warning`${'count'} Benchmarks in the file could be the one of this TestResult, and they differ, so none was used; ${where('name the right one with --benchmark', 'choose the right one')}`,
  // checklist: converting
  'convert-counts-differ': error`the file has ${'read'}, but ${'written'} would be written, so nothing was; please report the file's shape as a bug`,
  'convert-text-differs': error`the ${'text'} of ${'rule'} would change in the new format, so nothing was written; please report the file's shape as a bug`,
  'convert-not-carried': warning`${'format'} cannot carry this: ${'what'}; keep the original as well`,
  'convert-left-out': info`${'format'} has no place for: ${'what'}; keep the original as well`,
  'convert-changed': info`${'format'} changes: ${'what'}`,
  'convert-id-not-carried': info`${'format'} cannot carry this: ${'what'}; it is derived again on reading, so no action is needed`,
  'severity-unknown': warning(
    (a: { count: string; examples: string; format: 'ckl' | 'xccdf'; hasBenchmark: boolean } & At) => {
      const effect = a.format === 'ckl' ? 'refuse a CKL with it' : 'show them as Not Applicable';
      const remedy = a.hasBenchmark ? 'set it by hand' : addBenchmark('it')(a);
      return `the severity of ${a.count} rules is unknown (${a.examples}), and MITRE tools ${effect}; ${remedy}`;
    },
  ),
  'convert-time-unknown': warning(
    (a: { written: string; format: string } & At) =>
      `the file lacks the time of its assessment, which ${a.format.toUpperCase()} requires; ${a.written} was written: ${where('give the time with --timestamp', 'enter the time')(a)}`,
  ),
  'convert-benchmark-differs': error(
    (a: { benchmark: string; ofFile: string }) =>
      `the given benchmark is "${a.benchmark}", but the file ${a.ofFile === '' ? 'names no STIG' : `is for ${a.ofFile}`}; name the benchmark of that STIG`,
  ),
  'convert-stig-by-rules': warning`the file names ${'named'}, but ${'count'} of its ${'of'} rules are rules of the given benchmark, so the STIG is ${'stig'} now; check that it is the right release`,
  'convert-rules-mapped': warning`${'mapped'} name ${'to'} and were mapped to them (${'by'}); the worst of several results counts (for ${'several'} rules), and rules that none names stay not_reviewed (${'without'}): check these`,
  'convert-results-left': warning`${'count'} results name no rule of the given benchmark and were left behind: ${'what'}; keep the original as well`,
  'convert-host-missing': error`the file names no host, and importers refuse that; ${where('name it with --host', 'enter the host name')}`,
  'convert-importers-object': warning`${'importers'} would refuse, drop or misread something in this file (${'codes'}); "validate" says where and why`,
  'convert-rule-not-in-benchmark': warning`${'count'} rules are not in the given benchmark (${'examples'}), so their texts are missing; name the benchmark of their release`,
} as const;
