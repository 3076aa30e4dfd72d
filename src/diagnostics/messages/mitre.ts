import { error, info, warning } from '../entry.js';

/** Messages on validation: MITRE's tools. */
export const mitre = {
  // validation: MITRE (hdf-converters, SAF, Heimdall)
  'mitre-file-name': error(
    (a: { name: string }) =>
      `MITRE tools take the file for XCCDF, as its name has "xccdf" (${a.name}), and show nothing; rename it`,
  ),
  'mitre-taken-for-other': error(
    (a: { other: string; format: string }) =>
      `MITRE tools take the file for ${a.other} by this text, not for ${a.format}; reword it, or convert the file by name (saf convert ckl2hdf)`,
  ),
  'mitre-not-recognised': error(
    (a: { expected: string; found: string }) =>
      `MITRE tools do not recognise the file: expected ${a.expected}, found ${a.found}; write it so`,
  ),
  'mitre-byte-order-mark': error(
    () => 'MITRE tools refuse the file: it begins with a byte order mark; save it as UTF-8 without one',
  ),
  'mitre-root': error(
    (a: { expected: string; root: string }) =>
      `MITRE tools refuse the file: the root must be ${a.expected}, but is ${a.root}; write it so`,
  ),
  'mitre-element-missing': error(
    (a: { element: string }) => `MITRE tools refuse the file: <${a.element}> is missing here; add it`,
  ),
  'mitre-element-in-text': error(
    (a: { element: string }) =>
      `MITRE tools refuse the file: only text may be here, but there is <${a.element}>; take it out`,
  ),
  'mitre-fqdn': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is no dotted name such as edge01.example.mil; correct it or leave it empty`,
  ),
  'mitre-ip': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is no IP address; give addresses without a mask, one per line, or leave it empty`,
  ),
  'mitre-mac': error(
    (a: { address: string }) =>
      `MITRE tools refuse the file: "${a.address}" is no MAC address such as 00:1A:2B:3C:4D:5E; correct it or leave it empty`,
  ),
  'mitre-asset-word': error(
    (a: { word: string; words: string }) =>
      `MITRE tools refuse the file: "${a.word}" is not one of: ${a.words}; write one of these`,
  ),
  'mitre-severity': error(
    (a: { severity: string; severities: string }) =>
      `MITRE tools refuse the file: the severity is "${a.severity}", expected ${a.severities}; correct it`,
  ),
  'mitre-customname': error(
    (a: { name: string }) =>
      `MITRE tools refuse the file: the custom name "${a.name}" is not the JSON that they write; leave it empty`,
  ),
  'mitre-ident': error(
    (a: { ident: string }) =>
      `MITRE tools refuse the file: ${a.ident} has no text and attribute that they can read; expected an ident with @system and text in each Rule that has a reference: add it`,
  ),
  'mitre-rules-passed-over': error(
    (a: { element: string; expected: string }) =>
      `MITRE tools pass over the rules in <${a.element}>: expected ${a.expected}; write it so, once`,
  ),
  'mitre-passed-over': warning(
    (a: { element: string }) =>
      `MITRE tools pass over <${a.element}>: expected a name of the CKL schema without namespace; correct it`,
  ),
  'mitre-last-counts': warning(
    (a: { element: string }) =>
      `MITRE tools read only the last <${a.element}> here, and others may read the first; expected one: keep one`,
  ),
  'mitre-stig-nameless': warning(
    (a: { element: string }) => `MITRE tools show the STIG without its id: expected ${a.element}; add it to STIG_INFO`,
  ),
  'mitre-rule-nameless': error(
    (a: { shown: string; attribute: string }) =>
      `MITRE tools show the rule under the id "${a.shown}"; expected exactly one ${a.attribute}: correct it`,
  ),
  'mitre-rule-id': warning(
    (a: { shown: string; attribute: string }) =>
      `MITRE tools show the rule id as "${a.shown}"; expected exactly one ${a.attribute}: correct it`,
  ),
  'mitre-rule-merged': error(
    (a: { id: string }) =>
      `MITRE tools merge this rule with an earlier one of the same id "${a.id}"; give each rule an id of its own`,
  ),
  'mitre-status': error(
    (a: { status: string; statuses: string }) =>
      `MITRE tools show the rule as Not Reviewed: its status is "${a.status}", expected one of: ${a.statuses}`,
  ),
  'mitre-details-status': error(
    (a: { shown: string; status: string }) =>
      `MITRE tools show the rule as ${a.shown}, not ${a.status}: they read the status from finding details that begin "failed :: TEST" or the like; reword them`,
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
    (a: { shown: string; severity: string }) =>
      `MITRE tools show the severity ${a.shown} from the JSON in Third_Party_Tools, not ${a.severity}; empty that field`,
  ),
  'mitre-no-cci': warning(
    (a: { shown: string; element: string }) =>
      `MITRE tools show the rule under ${a.shown}: it names no CCI; add ${a.element} where the STIG has one`,
  ),
  'mitre-nothing-shown': error(
    (a: { found: string }) =>
      `MITRE tools show no rule and report no failure: expected a Benchmark with Group and Rule, found ${a.found}; write the results inside it`,
  ),
  'mitre-no-test-result': error(
    (a: { found: string }) =>
      `MITRE tools show every rule as a profile error: expected one TestResult, found ${a.found}; keep one a file`,
  ),
  'mitre-rule-not-shown': error(
    (a: { rule: string }) =>
      `MITRE tools do not show ${a.rule}: no Rule of that id is in a Group of the Benchmark; add the Rule`,
  ),
  'mitre-rule-without-result': error(
    (a: { rule: string }) =>
      `MITRE tools show ${a.rule} as a profile error: it has no rule-result; add one, such as notchecked`,
  ),
  'mitre-second-result': error(
    (a: { rule: string }) =>
      `MITRE tools read only the first rule-result of ${a.rule}, not this one; keep one for each rule`,
  ),
  'mitre-result': error(
    (a: { result: string; results: string }) =>
      `MITRE tools show the rule as a profile error: its result is "${a.result}"; expected one of: ${a.results}`,
  ),
  'mitre-result-profile-error': warning(
    (a: { result: string }) =>
      `MITRE tools show the result "${a.result}" as a profile error; write notchecked to have it Not Reviewed`,
  ),
  'mitre-result-not-applicable': warning(
    (a: { result: string }) =>
      `MITRE tools show the result "${a.result}" as Not Applicable; write notchecked to have it Not Reviewed`,
  ),
  'mitre-rule-severity': error(
    (a: { severity: string; severities: string }) =>
      `MITRE tools show the rule as Not Applicable whatever its result: its severity is "${a.severity}"; expected ${a.severities}`,
  ),
  'mitre-text-lost': warning(
    (a: { what: string }) => `MITRE tools do not show this text: ${a.what}; expected one, as escaped text`,
  ),
  'mitre-description-tags': info(
    (a: { count: string }) =>
      `MITRE tools show the escaped tags in the descriptions of ${a.count} rules as text; plain text avoids it`,
  ),
  'mitre-title-escapes': info(
    (a: { count: string }) =>
      `MITRE tools show & and < in the titles of ${a.count} rules as &amp; and &lt;; there is no remedy`,
  ),
  'mitre-details-hidden': info(
    (a: { count: string }) =>
      `MITRE tools show the texts of ${a.count} results only among the tags, the discussion in their place; give them the CKL`,
  ),
} as const;
