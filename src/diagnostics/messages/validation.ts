import { type At, error, info, warning, where } from '../entry.js';

/** Messages on validation: structure and references. */
export const validation = {
  // validation: structure and references
  'document-empty': error(() => 'the file is empty, not a CKL, CKLB or XCCDF result; save it again'),
  'document-binary': error(
    (a: { signature: string }) =>
      `this is binary data (${a.signature}), not a CKL, CKLB or XCCDF result; name the right file`,
  ),
  'document-undecodable': error(
    (a: { encoding: string }) =>
      `the text is not valid ${a.encoding}: the file is damaged or in another encoding; save it as UTF-8`,
  ),
  'document-encoding': error(
    (a: { encoding: string }) =>
      `the file is encoded as ${a.encoding}, which importers misread; "convert" writes it as UTF-8`,
  ),
  'document-encoding-declared': error(
    (a: { declared: string }) =>
      `the file declares the encoding ${a.declared}, but is UTF-8: OpenSCAP and whatever reads with libxml2 or expat refuses or misreads it; "convert" writes it with the right declaration`,
  ),
  'document-is-html': error(() => 'this is an HTML page, not a CKL, CKLB or XCCDF result; name the right file'),
  'document-is-export': error(
    (a: { what: string }) =>
      `this is ${a.what}, not a checklist or result; make a checklist of it with "evaluate", or look at it with "inspect"`,
  ),
  'document-without-results': error(
    () =>
      'this XCCDF benchmark has no TestResult, so it is a STIG, not a result; name a file that a scan or "evaluate" wrote',
  ),
  'document-is-data-stream': error(
    (a: At) =>
      `this is a SCAP source data stream, with rules and no results; ${where(a, 'name it with --benchmark', 'choose it as the benchmark')}, and convert the file that a scan wrote`,
  ),
  'arf-without-results': error(
    () => 'this ARF holds no XCCDF TestResult, only reports of other kinds; name a file that an XCCDF scan wrote',
  ),
  'document-unrecognised': error(
    (a: { what: string; formats: string }) => `this is ${a.what}; expected ${a.formats}: name the right file`,
  ),
  'document-json': error(
    (a: { token: string }) =>
      `this is not valid JSON: ${a.token} was expected here; the file is damaged or cut off: save it again`,
  ),
  'importer-does-not-read': error(
    (w: { readonly program: string; readonly format: string; readonly reads: string }) =>
      `${w.program} cannot read ${w.format}, so nothing was checked; import ${w.reads} there`,
  ),
  'importers-do-not-read': info((w: { readonly formats: string }) => `not checked for every importer: ${w.formats}`),
  'xml-root': error(
    (a: { root: string; expected: string }) =>
      `the root is ${a.root}, not ${a.expected}; write the file with its format's namespace`,
  ),
  'xml-element-missing': error(
    (a: { element: string; expected: string }) => `${a.expected} is missing before or in <${a.element}>; add it`,
  ),
  'xml-element-order': error(
    (a: { element: string; expected: string }) =>
      `<${a.element}> is out of order: expected ${a.expected} here; move it`,
  ),
  'xml-element-repeated': error(
    (a: { element: string; expected: string }) =>
      `there is one <${a.element}> too many: expected ${a.expected} here; remove one`,
  ),
  'xml-element-unexpected': error(
    (a: { element: string; expected: string }) =>
      `<${a.element}> is not allowed here: expected ${a.expected}; remove or rename it`,
  ),
  'xml-text-unexpected': error((a: { text: string }) => `text is not allowed here: "${a.text}"; remove it`),
  'xml-value-invalid': error(
    (a: { value: string; expected: string }) => `"${a.value}" is not allowed here; expected ${a.expected}: correct it`,
  ),
  'xml-attribute-missing': error(
    (a: { element: string; attribute: string }) => `<${a.element}> lacks the attribute "${a.attribute}"; add it`,
  ),
  'xml-attribute-unexpected': error(
    (a: { element: string; attribute: string }) =>
      `<${a.element}> has no attribute "${a.attribute}" in this format; remove it`,
  ),
  'xml-attribute-invalid': error(
    (a: { value: string; expected: string }) =>
      `the attribute value "${a.value}" is not allowed; expected ${a.expected}: correct it`,
  ),
  'xccdf-id-twice': error(
    (a: { id: string; firstIn: string }) =>
      `the id "${a.id}" is already used (in ${a.firstIn}), and must be unique; remove or rename one`,
  ),
  'xccdf-reference-unknown': error(
    (a: { id: string; kind: string }) =>
      `"${a.id}" refers to nothing: expected the id of a ${a.kind} in this file; correct it`,
  ),
  'xccdf-result-without-rule': error(
    (a: { id: string }) =>
      `there is a result for "${a.id}", but no Rule with that id in this file; add the Rule, or correct the idref`,
  ),
  'cklb-property-missing': error(
    (a: { object: string; property: string }) => `${a.object} lacks the property "${a.property}"; add it`,
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
      `the object has the key "${a.key}" twice (first in line ${a.firstLine}), and programs differ in which one they read; remove one`,
  ),
  'cklb-beyond-schema': info(
    (a: { property: string } & At) =>
      `STIG Viewer 3 also writes "${a.property}", although DISA's schema lacks it; ${where(a, '--cklb-strict', 'the option Strict DISA CKLB schema')} leaves it out`,
  ),
  'cklb-no-stigs': warning(
    (a: { property: string }) =>
      `the checklist holds no STIG in "${a.property}", so importers have nothing to read; add one`,
  ),
  'cklb-size': warning(
    (a: { size: string; rules: string }) =>
      `size is ${a.size}, but there are ${a.rules} rules; write the number of rules in the whole STIG`,
  ),
  'cklb-uuid-differs': warning(
    (a: { named: string; own: string }) =>
      `the rule refers to the STIG ${a.named}, but is in ${a.own}; give both the same uuid`,
  ),
  'cklb-rule-twice': warning(
    (a: { rule: string; first: string }) =>
      `the rule "${a.rule}" is there twice (first in ${a.first}), and importers keep one; remove the other`,
  ),
  'ckl-info-twice': warning(
    (a: { name: string }) => `STIG_INFO has "${a.name}" twice, and programs read one of the two; remove the other`,
  ),
  'ckl-rule-twice': warning(
    (a: { attribute: string; value: string }) =>
      `another VULN of this STIG has the same ${a.attribute} "${a.value}", and importers keep one; remove the other`,
  ),
  'ckl-uuid-mixed': warning(
    (a: { uuid: string; before: string }) =>
      `STIG_UUID is ${a.uuid} here, but ${a.before} in the rules before; put the rules of each STIG in its own iSTIG`,
  ),
  'ckl-uuid-differs': info(
    (a: { ofRules: string; ofStig: string }) =>
      `STIG_UUID is ${a.ofRules}, but uuid in STIG_INFO is ${a.ofStig}; STIG Viewer also writes two, so no action is needed`,
  ),
  'xccdf-status-undated': error(
    (a: { element: string }) => `${a.element} has several status elements, and this one has no date; add it`,
  ),
  'xccdf-import-not-empty': error(() => 'check-import in a Rule must be empty; remove its content'),
  'xccdf-override-differs': error(
    (a: { result: string; overridden: string }) =>
      `the result is "${a.result}", but its override says ${a.overridden}; correct the result`,
  ),
  'xccdf-rules-without-result': warning(
    (a: { count: string; examples: string }) =>
      `${a.count} rules have no rule-result (${a.examples}); add one to each, such as notchecked`,
  ),
  'xccdf-result-twice': warning(
    (a: { rule: string }) => `there is a second rule-result for "${a.rule}", and importers keep one; remove the other`,
  ),
  'xccdf-score-contradicts': warning(
    (a: { score: string; computed: string }) =>
      `the score ${a.score} contradicts the results, which give ${a.computed}; compute it again`,
  ),
} as const;
