import { type At, addBenchmark, error, info, warning, where } from '../entry.js';

/** Messages on checklists and results: writing, reading, converting. */
export const formats = {
  // formats: writing
  'characters-replaced': warning(
    (a: { count: string }) => `${a.count} characters that XML cannot hold were replaced by U+FFFD; check the text`,
  ),
  'text-cut': warning(
    (a: { length: string; limit: string } & At) =>
      `the text has ${a.length} characters and was cut at ${a.limit}, as importers do; shorten it${where(a, ', or keep it whole with --whole-texts', '')}`,
  ),
  'override-unwritable': warning(
    (a: { severity: string }) =>
      `a CKL has no word for the severity override "${a.severity}" (only low, medium and high), so it was left empty; set it by hand`,
  ),
  'groups-shared': warning(
    (a: { count: string }) =>
      `the group has ${a.count} rules, of which MITRE tools keep one in a CKL, so their rule ids stand in for the group id; XCCDF results keep the group`,
  ),
  'tech-area-unwritable': warning(
    (a: { area: string }) =>
      `a CKL has no technology area "${a.area}", so it was left empty; choose one of STIG Viewer's by hand`,
  ),
  'fqdn-left-out': info(
    (a: { name: string }) =>
      `the FQDN "${a.name}" only repeats the host name, and MITRE tools refuse a CKL with it, so it was left out; no action is needed`,
  ),
  'id-rewritten': warning((a: { written: string; name: string; others: string }) =>
    a.written === ''
      ? `the file names no STIG, which XCCDF requires, so "${a.name}" was written; importers may not find their STIG by it`
      : `XCCDF does not allow the id "${a.written}", so "${a.name}" was written${a.others === '0' ? '' : ` (and ${a.others} more)`}; importers may not know it by this name`,
  ),
  'rule-id-missing': error(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no rule id (${a.examples}), and XCCDF results refer to rules by it; add the ids, or convert to CKL or CKLB`,
  ),
  'override-reason-unwritable': warning(
    () => 'XCCDF results have no place for the reason of a severity override, so it was left out; keep a CKL or CKLB',
  ),
  'stigs-left-out': error(
    (a: { written: string; leftOut: string }) =>
      `XCCDF results hold one STIG: only ${a.written} was written, and ${a.leftOut} was left out; write each to a file of its own`,
  ),
  // formats: reading
  'reading-not-carried': warning(
    (a: { what: string }) => `this was left behind: ${a.what}; keep the original, or add it by hand`,
  ),
  'reading-id-not-carried': info(
    (a: { what: string }) =>
      `this was left behind: ${a.what}; it only identifies or repeats what was kept, so no action is needed`,
  ),
  'reading-host-empty': warning(
    (a: { element: string }) =>
      `the file names no host (${a.element} is empty), and importers refuse that; add the name`,
  ),
  'reading-host-trimmed': warning(
    (a: { written: string; name: string }) =>
      `the host name "${a.written}" has blanks around it, which were removed: it was read as "${a.name}"`,
  ),
  'reading-address-rewritten': info(
    (a: { written: string; what: string; readAs: string }) =>
      `"${a.written}" has ${a.what}, which importers refuse, and was read as "${a.readAs}"; no action is needed`,
  ),
  'reading-host-differs': warning(
    (a: { taken: string; other: string }) =>
      `the file names two hosts, ${a.taken} and ${a.other}; ${a.taken} was used: check which one was assessed`,
  ),
  'reading-status-unknown': warning(
    (a: { status: string; statuses: string }) =>
      `the status "${a.status}" is not one of ${a.statuses}, and was read as not_reviewed; correct it`,
  ),
  'reading-status-mapped': info(
    (a: { status: string; readAs: string }) =>
      `checklists have no status ${a.status}; it was read as ${a.readAs}: check these rules`,
  ),
  'reading-severity-unknown': warning(
    (a: { severity: string; severities: string }) =>
      `the severity "${a.severity}" is not one of ${a.severities}, and was read as unknown; correct it`,
  ),
  'reading-override-without-severity': info(
    (a: { readAs: string }) =>
      `a severity override has a reason but no severity; it was read as an override to ${a.readAs}: check it`,
  ),
  'reading-rule-twice': warning(
    (a: { times: string; kept: string }) =>
      `the rule is there ${a.times}; only the worst review was kept (${a.kept}): check the others`,
  ),
  'reading-rule-nameless': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no rule id (${a.examples}), so importers drop them; add the ids`,
  ),
  'reading-group-missing': warning(
    (a: { count: string; examples: string } & At) =>
      `${a.count} rules have no group id (${a.examples}), so their rule ids stand in; ${addBenchmark(a, 'the group ids')}`,
  ),
  'reading-group-derived': info(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no group id; it was derived from the rule number, as in all current STIGs (${a.examples})`,
  ),
  'reading-rule-without-text': warning((a: { count: string; groupless: string; examples: string } & At) => {
    const groups = a.groupless === a.count ? ' and no group ids' : `, and ${a.groupless} of them no group ids`;
    return `${a.count} rules have no texts${a.groupless === '0' ? '' : groups} (${a.examples}); ${addBenchmark(a, 'them')}`;
  }),
  'reading-rule-without-result': info(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no result (${a.examples}) and were read as not_reviewed; no action is needed`,
  ),
  'reading-time-assumed': info(
    (a: { time: string; taken: string }) =>
      `the time ${a.time} has no zone, such as Z, and was read as ${a.taken}; check it`,
  ),
  'reading-no-stig': error(
    (a: { element: string }) => `the file holds no ${a.element}, so there is nothing to read; save it again`,
  ),
  'reading-no-result': error(
    (a: At) =>
      `the TestResult has no rule-result, so there is nothing to read; ${where(a, 'OpenSCAP leaves out every rule without a STIG id with --stig-viewer: name what it wrote with --results', 'OpenSCAP leaves out rules without a STIG id when it writes for STIG Viewer: use its usual results')}`,
  ),
  'reading-not-an-object': error(
    (a: { expected: string; found: string }) => `expected ${a.expected} here, found ${a.found}; save the file again`,
  ),
  'reading-other-format': error(
    (a: { format: string; expected: string }) => `this is ${a.format}, not ${a.expected}; name the right file`,
  ),
  'reading-several-results': error(
    (a: { count: string; ids: string } & At) =>
      `the file holds ${a.count} TestResults (${a.ids}); ${where(a, 'choose one with convert --result ID, or write a checklist of each with convert --all-results --out-dir DIR', 'only the command can convert one of several')}`,
  ),
  'reading-result-missing': error(
    (a: { id: string; ids: string }) =>
      `--result: no TestResult has the id "${a.id}"; ${a.ids === '' ? 'the file is a checklist: leave the option out' : `name one of ${a.ids}`}`,
  ),
  'reading-result-ambiguous': error(
    (a: { id: string; count: string }) =>
      `--result: ${a.count} TestResults have the id "${a.id}"; write a checklist of each with --all-results --out-dir DIR`,
  ),
  'reading-benchmark-ambiguous': warning(
    (a: { count: string } & At) =>
      `${a.count} Benchmarks in the file could be the one of this TestResult, and they differ, so none was used; ${where(a, 'name the right one with --benchmark', 'choose the right one')}`,
  ),
  // checklist: converting
  'convert-counts-differ': error(
    (a: { read: string; written: string }) =>
      `the file has ${a.read}, but ${a.written} would be written, so nothing was; please report the file's shape as a bug`,
  ),
  'convert-text-differs': error(
    (a: { text: string; rule: string }) =>
      `the ${a.text} of ${a.rule} would change in the new format, so nothing was written; please report the file's shape as a bug`,
  ),
  'convert-not-carried': warning(
    (a: { format: string; what: string }) => `${a.format} cannot carry this: ${a.what}; keep the original as well`,
  ),
  'convert-left-out': info(
    (a: { format: string; what: string }) => `${a.format} has no place for: ${a.what}; keep the original as well`,
  ),
  'convert-changed': info((a: { format: string; what: string }) => `${a.format} changes: ${a.what}`),
  'convert-id-not-carried': info(
    (a: { format: string; what: string }) =>
      `${a.format} cannot carry this: ${a.what}; it is derived again on reading, so no action is needed`,
  ),
  'severity-unknown': warning(
    (a: { count: string; examples: string; format: 'ckl' | 'xccdf'; hasBenchmark: boolean } & At) => {
      const effect = a.format === 'ckl' ? 'refuse a CKL with it' : 'show them as Not Applicable';
      const remedy = a.hasBenchmark ? 'set it by hand' : addBenchmark(a, 'it');
      return `the severity of ${a.count} rules is unknown (${a.examples}), and MITRE tools ${effect}; ${remedy}`;
    },
  ),
  'convert-time-unknown': warning(
    (a: { written: string; format: string } & At) =>
      `the file lacks the time of its assessment, which ${a.format.toUpperCase()} requires; ${a.written} was written: ${where(a, 'give the time with --timestamp', 'enter the time')}`,
  ),
  'convert-benchmark-differs': error(
    (a: { benchmark: string; ofFile: string }) =>
      `the given benchmark is "${a.benchmark}", but the file ${a.ofFile === '' ? 'names no STIG' : `is for ${a.ofFile}`}; name the benchmark of that STIG`,
  ),
  'convert-stig-by-rules': warning(
    (a: { named: string; stig: string; count: string; of: string }) =>
      `the file names ${a.named}, but ${a.count} of its ${a.of} rules are rules of the given benchmark, so the STIG is ${a.stig} now; check that it is the right release`,
  ),
  'convert-rules-mapped': warning(
    (a: { mapped: string; to: string; by: string; several: string; without: string }) =>
      `${a.mapped} name ${a.to} and were mapped to them (${a.by}); the worst of several results counts (for ${a.several} rules), and rules that none names stay not_reviewed (${a.without}): check these`,
  ),
  'convert-results-left': warning(
    (a: { count: string; what: string }) =>
      `${a.count} results name no rule of the given benchmark and were left behind: ${a.what}; keep the original as well`,
  ),
  'convert-host-missing': error(
    (a: At) =>
      `the file names no host, and importers refuse that; ${where(a, 'name it with --host', 'enter the host name')}`,
  ),
  'convert-importers-object': warning(
    (a: { importers: string; codes: string }) =>
      `${a.importers} would refuse, drop or misread something in this file (${a.codes}); "validate" says where and why`,
  ),
  'convert-rule-not-in-benchmark': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules are not in the given benchmark (${a.examples}), so their texts are missing; name the benchmark of their release`,
  ),
} as const;
