import { error, info, warning } from '../entry.js';

/** Messages on validation: structure and references. */
export const validation = {
  // validation: structure and references
  'document-empty': error(() => 'the file is empty; expected a CKL, CKLB or XCCDF result: write it again'),
  'document-binary': error(
    (a: { signature: string }) => `this is binary data (${a.signature}); expected a CKL, CKLB or XCCDF result as text`,
  ),
  'document-undecodable': error(
    (a: { encoding: string }) =>
      `the text is not valid ${a.encoding}: the file is damaged or in another encoding; save it as UTF-8`,
  ),
  'document-encoding': error(
    (a: { encoding: string }) =>
      `the file is encoded as ${a.encoding}, which importers misread; expected UTF-8: save it so`,
  ),
  'document-is-html': error(() => 'this is an HTML page; expected a CKL, CKLB or XCCDF result: export it as such'),
  'document-is-export': error(
    (a: { what: string }) =>
      `this is ${a.what}, not a checklist or result; use "evaluate" to make one of it, or "inspect" to see it`,
  ),
  'document-without-results': error(
    () =>
      'this XCCDF benchmark has no TestResult: it is a STIG, not a result; validate what a scan or "evaluate" wrote',
  ),
  'document-unrecognised': error(
    (a: { what: string; formats: string }) =>
      `this is no CKL, CKLB or XCCDF result but ${a.what}; expected ${a.formats}: check which file was meant`,
  ),
  'document-json': error(
    (a: { token: string }) =>
      `this is not whole, valid JSON: ${a.token} was expected here; the file is damaged: save it again`,
  ),
  'importer-does-not-read': error(
    (w: { readonly program: string; readonly format: string; readonly reads: string }) =>
      `${w.program} does not read ${w.format}, so nothing was checked: give it ${w.reads}`,
  ),
  'importers-do-not-read': info((w: { readonly formats: string }) => `not checked for every importer: ${w.formats}`),
  'xml-root': error(
    (a: { root: string; expected: string }) =>
      `the root is ${a.root}; expected ${a.expected}: write the file with its format's namespace`,
  ),
  'xml-element-missing': error(
    (a: { element: string; expected: string }) => `${a.expected} is missing before or in <${a.element}>; put it in`,
  ),
  'xml-element-order': error(
    (a: { element: string; expected: string }) =>
      `<${a.element}> is out of order: expected ${a.expected} here; move it`,
  ),
  'xml-element-repeated': error(
    (a: { element: string; expected: string }) =>
      `<${a.element}> comes once too often: expected ${a.expected} here; remove one`,
  ),
  'xml-element-unexpected': error(
    (a: { element: string; expected: string }) =>
      `the format has no <${a.element}> here: expected ${a.expected}; remove or rename it`,
  ),
  'xml-text-unexpected': error((a: { text: string }) => `there is text where none is allowed: "${a.text}"; remove it`),
  'xml-value-invalid': error(
    (a: { value: string; expected: string }) => `"${a.value}" is not allowed here; expected ${a.expected}: correct it`,
  ),
  'xml-attribute-missing': error(
    (a: { element: string; attribute: string }) => `<${a.element}> lacks the attribute "${a.attribute}"; put it in`,
  ),
  'xml-attribute-unexpected': error(
    (a: { element: string; attribute: string }) =>
      `<${a.element}> has no attribute "${a.attribute}" in this format; remove it`,
  ),
  'xml-attribute-invalid': error(
    (a: { value: string; expected: string }) =>
      `the attribute's value "${a.value}" is not allowed; expected ${a.expected}: correct it`,
  ),
  'xccdf-id-twice': error(
    (a: { id: string; firstIn: string }) =>
      `"${a.id}" is there already (in ${a.firstIn}), and must be unique; remove or rename one of the two`,
  ),
  'xccdf-reference-unknown': error(
    (a: { id: string; kind: string }) =>
      `"${a.id}" refers to nothing: expected the id of a ${a.kind} in this file; correct it`,
  ),
  'xccdf-result-without-rule': error(
    (a: { id: string }) =>
      `the result for "${a.id}" has no Rule of that id in this file; add the Rule or correct the idref`,
  ),
  'cklb-property-missing': error(
    (a: { object: string; property: string }) => `${a.object} lacks the property "${a.property}"; put it in`,
  ),
  'cklb-property-unexpected': error(
    (a: { property: string; object: string }) =>
      `CKLB has no property "${a.property}" in ${a.object}; remove it or correct its name`,
  ),
  'cklb-value-invalid': error(
    (a: { value: string; expected: string }) =>
      `the value ${a.value} is not allowed here; expected ${a.expected}: correct it`,
  ),
  'cklb-key-twice': error(
    (a: { key: string; firstLine: string }) =>
      `the key "${a.key}" is in one object twice (first in line ${a.firstLine}): readers differ; remove one`,
  ),
  'cklb-beyond-schema': info(
    (a: { property: string }) =>
      `STIG Viewer 3 writes "${a.property}" too, though DISA's schema lacks it; --cklb-strict leaves it out`,
  ),
  'cklb-no-stigs': warning(
    (a: { property: string }) => `the checklist holds no STIG in "${a.property}"; importers have nothing to read`,
  ),
  'cklb-size': warning(
    (a: { size: string; rules: string }) =>
      `size is ${a.size}, but there are ${a.rules} rules; expected the number of rules of the whole STIG`,
  ),
  'cklb-uuid-differs': warning(
    (a: { named: string; own: string }) =>
      `the rule names the STIG ${a.named}, but is in ${a.own}; give both the same uuid`,
  ),
  'cklb-rule-twice': warning(
    (a: { rule: string; first: string }) =>
      `the rule "${a.rule}" is there already (${a.first}); importers keep one of the two: remove the other`,
  ),
  'ckl-info-twice': warning(
    (a: { name: string }) => `STIG_INFO has "${a.name}" twice; readers take one of the two: remove the other`,
  ),
  'ckl-rule-twice': warning(
    (a: { attribute: string; value: string }) =>
      `another VULN of this STIG has the ${a.attribute} "${a.value}" too; importers keep one of the two: remove one`,
  ),
  'ckl-uuid-mixed': warning(
    (a: { uuid: string; before: string }) =>
      `STIG_UUID is ${a.uuid}, but ${a.before} in the rules before; keep the rules of each STIG in its own iSTIG`,
  ),
  'ckl-uuid-differs': info(
    (a: { ofRules: string; ofStig: string }) =>
      `STIG_UUID is ${a.ofRules}, uuid in STIG_INFO ${a.ofStig}: STIG Viewer too writes two; nothing need be done`,
  ),
  'xccdf-status-undated': error(
    (a: { element: string }) =>
      `${a.element} has several status elements, and this one has no date; expected a date in each: put it in`,
  ),
  'xccdf-import-not-empty': error(() => 'check-import in a Rule must be empty; expected nothing in it: remove it'),
  'xccdf-override-differs': error(
    (a: { result: string; overridden: string }) =>
      `the result is "${a.result}", but was overridden; expected ${a.overridden}: correct the result`,
  ),
  'xccdf-rules-without-result': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no rule-result (${a.examples}); give each one, such as notchecked`,
  ),
  'xccdf-result-twice': warning(
    (a: { rule: string }) =>
      `there is another rule-result for "${a.rule}"; importers keep one of them: remove what does not count`,
  ),
  'xccdf-score-contradicts': warning(
    (a: { score: string; computed: string }) =>
      `the score ${a.score} contradicts the results; expected ${a.computed}: compute it again`,
  ),
} as const;
