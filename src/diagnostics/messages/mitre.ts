import { error, info, warning } from '../entry.js';

/** Messages on validation: MITRE's tools. */
export const mitre = {
  // validation: MITRE (hdf-converters, SAF, Heimdall)
  'mitre-file-name': error(
    (a: { name: string }) =>
      `MITRE tools take the file for XCCDF because of "xccdf" in its name (${a.name}), and show nothing; rename it`,
  ),
  'mitre-taken-for-other': error(
    (a: { other: string; format: string }) =>
      `MITRE tools take the file for ${a.other}, not ${a.format}, because of this text; reword it, or name the format (saf convert ckl2hdf)`,
  ),
  'mitre-not-recognised': error(
    (a: { expected: string; found: string }) =>
      `MITRE tools do not recognise the file: expected ${a.expected}, found ${a.found}; correct it`,
  ),
  'mitre-byte-order-mark': error(
    () => 'MITRE tools refuse the file: it begins with a byte order mark; save it as UTF-8 without one',
  ),
  'mitre-root': error(
    (a: { expected: string; root: string }) =>
      `MITRE tools refuse the file: the root must be ${a.expected}, but is ${a.root}; correct it`,
  ),
  'mitre-element-missing': error(
    (a: { element: string }) => `MITRE tools refuse the file: <${a.element}> is missing here; add it`,
  ),
  'mitre-element-in-text': error(
    (a: { element: string }) =>
      `MITRE tools refuse the file: only text is allowed here, but there is <${a.element}>; remove it`,
  ),
  'mitre-fqdn': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is not a dotted name such as edge01.example.mil; correct it or leave it empty`,
  ),
  'mitre-ip': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is not an IP address; write addresses without a mask, one per line, or leave it empty`,
  ),
  'mitre-mac': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is not a MAC address such as 00:1A:2B:3C:4D:5E; correct it or leave it empty`,
  ),
  'mitre-asset-word': error(
    (a: { word: string; words: string }) =>
      `MITRE tools refuse the file: "${a.word}" is not one of ${a.words}; correct it`,
  ),
  'mitre-severity': error(
    (a: { severity: string; severities: string }) =>
      `MITRE tools refuse the file: the severity "${a.severity}" is not one of ${a.severities}; correct it`,
  ),
  'mitre-customname': error(
    (a: { name: string }) =>
      `MITRE tools refuse the file: the custom name "${a.name}" is not the JSON that they write; leave it empty`,
  ),
  'mitre-ident': error(
    (a: { ident: string }) =>
      `MITRE tools refuse the file: ${a.ident} has no text and attribute that they can read; give each Rule that has a reference an ident with @system and text`,
  ),
  'mitre-rules-passed-over': error(
    (a: { element: string; expected: string }) =>
      `MITRE tools skip the rules in <${a.element}>: expected ${a.expected}; correct it`,
  ),
  'mitre-passed-over': warning(
    (a: { element: string }) =>
      `MITRE tools skip <${a.element}>, because it is not an element of the CKL schema without a namespace; correct it`,
  ),
  'mitre-last-counts': warning(
    (a: { element: string }) =>
      `MITRE tools read only the last <${a.element}> here, and other programs may read the first; keep one`,
  ),
  'mitre-stig-nameless': warning(
    (a: { element: string }) =>
      `MITRE tools show the STIG without its id, because STIG_INFO has no ${a.element}; add it`,
  ),
  'mitre-rule-nameless': error(
    (a: { shown: string; attribute: string }) =>
      `MITRE tools show the rule under the id "${a.shown}", because it does not have exactly one ${a.attribute}; correct it`,
  ),
  'mitre-rule-id': warning(
    (a: { shown: string; attribute: string }) =>
      `MITRE tools show the rule id as "${a.shown}", because the rule does not have exactly one ${a.attribute}; correct it`,
  ),
  'mitre-rule-merged': error(
    (a: { id: string }) =>
      `MITRE tools merge this rule with an earlier one that has the same id "${a.id}"; give each rule an id of its own`,
  ),
  'mitre-status': error(
    (a: { status: string; statuses: string }) =>
      `MITRE tools show the rule as Not Reviewed, because its status "${a.status}" is not one of ${a.statuses}; correct it`,
  ),
  'mitre-details-status': error(
    (a: { shown: string; status: string }) =>
      `MITRE tools show the rule as ${a.shown}, not ${a.status}, because they read a status from finding details that begin "failed :: TEST" or the like; reword them`,
  ),
  'mitre-details-split': warning(
    () =>
      'MITRE tools split the finding details at "--------" and drop parts without "passed :: TEST" or the like; reword them',
  ),
  'mitre-comments-split': warning(
    () => 'MITRE tools split comments at " :: " into label and text, and drop text without a label; write ":" instead',
  ),
  'mitre-severity-changed': warning(
    (a: { shown: string; severity: string }) =>
      `MITRE tools show the severity ${a.shown} from the JSON in Third_Party_Tools, not ${a.severity}; empty that field`,
  ),
  'mitre-no-cci': warning(
    (a: { shown: string; element: string }) =>
      `MITRE tools show the rule under ${a.shown}, because it names no CCI; add ${a.element} if the STIG has one`,
  ),
  'mitre-nothing-shown': error(
    (a: { found: string }) =>
      `MITRE tools show no rule and report no failure: expected a Benchmark with Group and Rule, found ${a.found}; put the results into a Benchmark`,
  ),
  'mitre-no-test-result': error(
    (a: { found: string }) =>
      `MITRE tools show every rule as a profile error: expected one TestResult, found ${a.found}; put each in a file of its own`,
  ),
  'mitre-rule-not-shown': error(
    (a: { rule: string }) =>
      `MITRE tools do not show ${a.rule}, because no Group of the Benchmark has a Rule with that id; add the Rule`,
  ),
  'mitre-rule-without-result': error(
    (a: { rule: string }) =>
      `MITRE tools show ${a.rule} as a profile error, because it has no rule-result; add one, such as notchecked`,
  ),
  'mitre-second-result': error(
    (a: { rule: string }) =>
      `MITRE tools read only the first rule-result of ${a.rule}, not this one; keep one for each rule`,
  ),
  'mitre-result': error(
    (a: { result: string; results: string }) =>
      `MITRE tools show the rule as a profile error, because its result "${a.result}" is not one of ${a.results}; correct it`,
  ),
  'mitre-result-profile-error': warning(
    (a: { result: string }) =>
      `MITRE tools show the result "${a.result}" as a profile error; write notchecked for Not Reviewed`,
  ),
  'mitre-result-not-applicable': warning(
    (a: { result: string }) =>
      `MITRE tools show the result "${a.result}" as Not Applicable; write notchecked for Not Reviewed`,
  ),
  'mitre-rule-severity': error(
    (a: { severity: string; severities: string }) =>
      `MITRE tools show the rule as Not Applicable whatever its result, because its severity "${a.severity}" is not one of ${a.severities}; correct it`,
  ),
  'mitre-text-lost': warning(
    (a: { what: string }) => `MITRE tools do not show this text: ${a.what}; write one, as escaped text`,
  ),
  'mitre-description-tags': info(
    (a: { count: string }) =>
      `MITRE tools show the escaped tags in the descriptions of ${a.count} rules as text; plain text avoids this`,
  ),
  'mitre-title-escapes': info(
    (a: { count: string }) =>
      `MITRE tools show & and < in the titles of ${a.count} rules as &amp; and &lt;; this cannot be avoided`,
  ),
  'mitre-details-hidden': info(
    (a: { count: string }) =>
      `in MITRE tools the finding details of ${a.count} results appear only under the tags; import the CKL instead`,
  ),
} as const;
