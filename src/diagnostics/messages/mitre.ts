import { error, info, type Words, warning } from '../entry.js';

/** Messages on validation: MITRE's tools. */
export const mitre = {
  // validation: MITRE (hdf-converters, SAF, Heimdall)
  'mitre-file-name': error(
    (w: Words) =>
      `MITRE tools take the file for XCCDF, as its name has "xccdf" (${w.actual}), and show nothing; rename it`,
  ),
  'mitre-taken-for-other': error(
    (w: Words) =>
      `MITRE tools take the file for ${w.actual} by this text, not for ${w.expected}; reword it, or convert the file by name (saf convert ckl2hdf)`,
  ),
  'mitre-not-recognised': error(
    (w: Words) => `MITRE tools do not recognise the file: expected ${w.expected}, found ${w.actual}; write it so`,
  ),
  'mitre-byte-order-mark': error(
    () => 'MITRE tools refuse the file: it begins with a byte order mark; save it as UTF-8 without one',
  ),
  'mitre-root': error(
    (w: Words) => `MITRE tools refuse the file: the root must be ${w.expected}, but is ${w.actual}; write it so`,
  ),
  'mitre-element-missing': error((w: Words) => `MITRE tools refuse the file: <${w.expected}> is missing here; add it`),
  'mitre-element-in-text': error(
    (w: Words) => `MITRE tools refuse the file: only text may be here, but there is <${w.actual}>; take it out`,
  ),
  'mitre-fqdn': error(
    (w: Words) =>
      `MITRE tools refuse the file: "${w.actual}" is no dotted name such as edge01.example.mil; correct it or leave it empty`,
  ),
  'mitre-ip': error(
    (w: Words) =>
      `MITRE tools refuse the file: "${w.actual}" is no IP address; give addresses without a mask, one per line, or leave it empty`,
  ),
  'mitre-mac': error(
    (w: Words) =>
      `MITRE tools refuse the file: "${w.actual}" is no MAC address such as 00:1A:2B:3C:4D:5E; correct it or leave it empty`,
  ),
  'mitre-asset-word': error(
    (w: Words) => `MITRE tools refuse the file: "${w.actual}" is not one of: ${w.expected}; write one of these`,
  ),
  'mitre-severity': error(
    (w: Words) => `MITRE tools refuse the file: the severity is "${w.actual}", expected ${w.expected}; correct it`,
  ),
  'mitre-customname': error(
    (w: Words) =>
      `MITRE tools refuse the file: the custom name "${w.actual}" is not the JSON that they write; leave it empty`,
  ),
  'mitre-ident': error(
    (w: Words) =>
      `MITRE tools refuse the file: ${w.actual} has no text and attribute that they can read; expected an ident with @system and text in each Rule that has a reference: add it`,
  ),
  'mitre-rules-passed-over': error(
    (w: Words) => `MITRE tools pass over the rules in <${w.actual}>: expected ${w.expected}; write it so, once`,
  ),
  'mitre-passed-over': warning(
    (w: Words) =>
      `MITRE tools pass over <${w.actual}>: expected a name of the CKL schema without namespace; correct it`,
  ),
  'mitre-last-counts': warning(
    (w: Words) =>
      `MITRE tools read only the last <${w.actual}> here, and others may read the first; expected one: keep one`,
  ),
  'mitre-stig-nameless': warning(
    (w: Words) => `MITRE tools show the STIG without its id: expected ${w.expected}; add it to STIG_INFO`,
  ),
  'mitre-rule-nameless': error(
    (w: Words) =>
      `MITRE tools show the rule under the id "${w.actual}"; expected exactly one ${w.expected}: correct it`,
  ),
  'mitre-rule-id': warning(
    (w: Words) => `MITRE tools show the rule id as "${w.actual}"; expected exactly one ${w.expected}: correct it`,
  ),
  'mitre-rule-merged': error(
    (w: Words) =>
      `MITRE tools merge this rule with an earlier one of the same id "${w.actual}"; give each rule an id of its own`,
  ),
  'mitre-status': error(
    (w: Words) =>
      `MITRE tools show the rule as Not Reviewed: its status is "${w.actual}", expected one of: ${w.expected}`,
  ),
  'mitre-details-status': error(
    (w: Words) =>
      `MITRE tools show the rule as ${w.actual}, not ${w.expected}: they read the status from finding details that begin "failed :: TEST" or the like; reword them`,
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
    (w: Words) =>
      `MITRE tools show the severity ${w.actual} from the JSON in Third_Party_Tools, not ${w.expected}; empty that field`,
  ),
  'mitre-no-cci': warning(
    (w: Words) =>
      `MITRE tools show the rule under ${w.actual}: it names no CCI; add ${w.expected} where the STIG has one`,
  ),
  'mitre-nothing-shown': error(
    (w: Words) =>
      `MITRE tools show no rule and report no failure: expected a Benchmark with Group and Rule, found ${w.actual}; write the results inside it`,
  ),
  'mitre-no-test-result': error(
    (w: Words) =>
      `MITRE tools show every rule as a profile error: expected one TestResult, found ${w.actual}; keep one a file`,
  ),
  'mitre-rule-not-shown': error(
    (w: Words) =>
      `MITRE tools do not show ${w.actual}: no Rule of that id is in a Group of the Benchmark; add the Rule`,
  ),
  'mitre-rule-without-result': error(
    (w: Words) => `MITRE tools show ${w.actual} as a profile error: it has no rule-result; add one, such as notchecked`,
  ),
  'mitre-second-result': error(
    (w: Words) => `MITRE tools read only the first rule-result of ${w.actual}, not this one; keep one for each rule`,
  ),
  'mitre-result': error(
    (w: Words) =>
      `MITRE tools show the rule as a profile error: its result is "${w.actual}"; expected one of: ${w.expected}`,
  ),
  'mitre-result-profile-error': warning(
    (w: Words) =>
      `MITRE tools show the result "${w.actual}" as a profile error; write notchecked to have it Not Reviewed`,
  ),
  'mitre-result-not-applicable': warning(
    (w: Words) =>
      `MITRE tools show the result "${w.actual}" as Not Applicable; write notchecked to have it Not Reviewed`,
  ),
  'mitre-rule-severity': error(
    (w: Words) =>
      `MITRE tools show the rule as Not Applicable whatever its result: its severity is "${w.actual}"; expected ${w.expected}`,
  ),
  'mitre-text-lost': warning(
    (w: Words) => `MITRE tools do not show this text: ${w.actual}; expected one, as escaped text`,
  ),
  'mitre-description-tags': info(
    (w: Words) =>
      `MITRE tools show the escaped tags in the descriptions of ${w.actual} rules as text; plain text avoids it`,
  ),
  'mitre-title-escapes': info(
    (w: Words) => `MITRE tools show & and < in the titles of ${w.actual} rules as &amp; and &lt;; there is no remedy`,
  ),
  'mitre-details-hidden': info(
    (w: Words) =>
      `MITRE tools show the texts of ${w.actual} results only among the tags, the discussion in their place; give them the CKL`,
  ),
} as const;
