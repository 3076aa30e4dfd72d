import { error, info, type Words, warning } from '../entry.js';

/** Messages on validation: structure and references. */
export const validation = {
  // validation: structure and references
  'document-empty': error(() => 'the file is empty; expected a CKL, CKLB or XCCDF result: write it again'),
  'document-binary': error(
    (w: Words) => `this is binary data (${w.actual}); expected a CKL, CKLB or XCCDF result as text`,
  ),
  'document-undecodable': error(
    (w: Words) => `the text is not valid ${w.expected}: the file is damaged or in another encoding; save it as UTF-8`,
  ),
  'document-encoding': error(
    (w: Words) => `the file is encoded as ${w.actual}, which importers misread; expected UTF-8: save it so`,
  ),
  'document-is-html': error(() => 'this is an HTML page; expected a CKL, CKLB or XCCDF result: export it as such'),
  'document-is-export': error(
    (w: Words) =>
      `this is ${w.actual}, not a checklist or result; use "evaluate" to make one of it, or "inspect" to see it`,
  ),
  'document-without-results': error(
    () =>
      'this XCCDF benchmark has no TestResult: it is a STIG, not a result; validate what a scan or "evaluate" wrote',
  ),
  'document-unrecognised': error(
    (w: Words) =>
      `this is no CKL, CKLB or XCCDF result but ${w.actual}; expected ${w.expected}: check which file was meant`,
  ),
  'document-json': error(
    (w: Words) => `this is not whole, valid JSON: ${w.expected} was expected here; the file is damaged: save it again`,
  ),
  'importer-does-not-read': error(
    (w: { readonly program: string; readonly format: string; readonly reads: string }) =>
      `${w.program} does not read ${w.format}, so nothing was checked: give it ${w.reads}`,
  ),
  'importers-do-not-read': info((w: { readonly formats: string }) => `not checked for every importer: ${w.formats}`),
  'xml-root': error(
    (w: Words) => `the root is ${w.actual}; expected ${w.expected}: write the file with its format's namespace`,
  ),
  'xml-element-missing': error((w: Words) => `${w.expected} is missing before or in <${w.actual}>; put it in`),
  'xml-element-order': error((w: Words) => `<${w.actual}> is out of order: expected ${w.expected} here; move it`),
  'xml-element-repeated': error(
    (w: Words) => `<${w.actual}> comes once too often: expected ${w.expected} here; remove one`,
  ),
  'xml-element-unexpected': error(
    (w: Words) => `the format has no <${w.actual}> here: expected ${w.expected}; remove or rename it`,
  ),
  'xml-text-unexpected': error((w: Words) => `there is text where none is allowed: "${w.actual}"; remove it`),
  'xml-value-invalid': error((w: Words) => `"${w.actual}" is not allowed here; expected ${w.expected}: correct it`),
  'xml-attribute-missing': error((w: Words) => `<${w.actual}> lacks the attribute "${w.expected}"; put it in`),
  'xml-attribute-unexpected': error(
    (w: Words) => `<${w.expected}> has no attribute "${w.actual}" in this format; remove it`,
  ),
  'xml-attribute-invalid': error(
    (w: Words) => `the attribute's value "${w.actual}" is not allowed; expected ${w.expected}: correct it`,
  ),
  'xccdf-id-twice': error(
    (w: Words) =>
      `"${w.actual}" is there already (in ${w.expected}), and must be unique; remove or rename one of the two`,
  ),
  'xccdf-reference-unknown': error(
    (w: Words) => `"${w.actual}" refers to nothing: expected the id of a ${w.expected} in this file; correct it`,
  ),
  'xccdf-result-without-rule': error(
    (w: Words) => `the result for "${w.actual}" has no Rule of that id in this file; add the Rule or correct the idref`,
  ),
  'cklb-property-missing': error((w: Words) => `${w.actual} lacks the property "${w.expected}"; put it in`),
  'cklb-property-unexpected': error(
    (w: Words) => `CKLB has no property "${w.actual}" in ${w.expected}; remove it or correct its name`,
  ),
  'cklb-value-invalid': error(
    (w: Words) => `the value ${w.actual} is not allowed here; expected ${w.expected}: correct it`,
  ),
  'cklb-key-twice': error(
    (w: Words) =>
      `the key "${w.actual}" is in one object twice (first in line ${w.expected}): readers differ; remove one`,
  ),
  'cklb-beyond-schema': info(
    (w: Words) => `STIG Viewer 3 writes "${w.actual}" too, though DISA's schema lacks it; --cklb-strict leaves it out`,
  ),
  'cklb-no-stigs': warning(
    (w: Words) => `the checklist holds no STIG in "${w.expected}"; importers have nothing to read`,
  ),
  'cklb-size': warning(
    (w: Words) =>
      `size is ${w.actual}, but there are ${w.expected} rules; expected the number of rules of the whole STIG`,
  ),
  'cklb-uuid-differs': warning(
    (w: Words) => `the rule names the STIG ${w.actual}, but is in ${w.expected}; give both the same uuid`,
  ),
  'cklb-rule-twice': warning(
    (w: Words) =>
      `the rule "${w.actual}" is there already (${w.expected}); importers keep one of the two: remove the other`,
  ),
  'ckl-info-twice': warning(
    (w: Words) => `STIG_INFO has "${w.actual}" twice; readers take one of the two: remove the other`,
  ),
  'ckl-rule-twice': warning(
    (w: Words) =>
      `another VULN of this STIG has the ${w.expected} "${w.actual}" too; importers keep one of the two: remove one`,
  ),
  'ckl-uuid-mixed': warning(
    (w: Words) =>
      `STIG_UUID is ${w.actual}, but ${w.expected} in the rules before; keep the rules of each STIG in its own iSTIG`,
  ),
  'ckl-uuid-differs': info(
    (w: Words) =>
      `STIG_UUID is ${w.actual}, uuid in STIG_INFO ${w.expected}: STIG Viewer too writes two; nothing need be done`,
  ),
  'xccdf-status-undated': error(
    (w: Words) =>
      `${w.actual} has several status elements, and this one has no date; expected a date in each: put it in`,
  ),
  'xccdf-import-not-empty': error(() => 'check-import in a Rule must be empty; expected nothing in it: remove it'),
  'xccdf-override-differs': error(
    (w: Words) => `the result is "${w.actual}", but was overridden; expected ${w.expected}: correct the result`,
  ),
  'xccdf-rules-without-result': warning(
    (w: Words) => `${w.actual} rules have no rule-result (${w.expected}); give each one, such as notchecked`,
  ),
  'xccdf-result-twice': warning(
    (w: Words) =>
      `there is another rule-result for "${w.actual}"; importers keep one of them: remove what does not count`,
  ),
  'xccdf-score-contradicts': warning(
    (w: Words) => `the score ${w.actual} contradicts the results; expected ${w.expected}: compute it again`,
  ),
} as const;
