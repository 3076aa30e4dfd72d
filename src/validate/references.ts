import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given } from '../diagnostics/diagnostic.js';
import type { ParsedXml } from '../documents/document.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement } from '../xml/tree.js';

type Report = <C extends DiagnosticCode>(
  code: C,
  element: XmlElement,
  property: string,
  ...args: Given<C>
) => Diagnostic;

const reporter =
  ({ file, at }: ParsedXml): Report =>
  (code, element, property, ...args) =>
    diagnostic(code, { file, ...at(element.start), property }, ...args) as Diagnostic;

/**
 * Contradictions between parts of a CKL, which its schema does not check. Diagnostics: warnings `ckl-info-twice`,
 * `ckl-rule-twice` (the Vuln_Num or Rule_ID of another VULN of its iSTIG), `ckl-uuid-mixed`; the notice `ckl-uuid-differs`.
 */
export const cklReferenceFaults = (document: ParsedXml): readonly Diagnostic[] => {
  const report = reporter(document);
  const stigs = elementsOf(document.root, 'STIGS').flatMap((all) => elementsOf(all, 'iSTIG'));
  return stigs.flatMap((stig) => {
    const info = elementsOf(stig, 'STIG_INFO').flatMap((part) => pairs(part, 'SI_DATA', 'SID_NAME', 'SID_DATA'));
    const vulns = elementsOf(stig, 'VULN').map((vuln) => pairs(vuln, 'STIG_DATA', 'VULN_ATTRIBUTE', 'ATTRIBUTE_DATA'));
    const uuid = info.find(({ name }) => name === 'uuid')?.value ?? '';
    return [
      ...repeated(info.map(({ name, element }) => ({ id: name, element }))).map(({ id, element }) =>
        report('ckl-info-twice', element, 'SI_DATA', { name: id }),
      ),
      ...['Vuln_Num', 'Rule_ID'].flatMap((key) =>
        repeated(valuesOf(vulns, key)).map(({ id, element }) =>
          report('ckl-rule-twice', element, key, { value: id, attribute: key }),
        ),
      ),
      ...uuidFaults(report, valuesOf(vulns, 'STIG_UUID'), uuid),
    ];
  });
};

/** STIG Viewer gives a STIG another uuid in STIG_INFO than in its rules: a notice. Rules of two STIGs in one are not as it does it. */
const uuidFaults = (report: Report, uuids: readonly Identified[], own: string): readonly Diagnostic[] => {
  const [first] = uuids;
  if (first === undefined) return [];
  const mixed = uuids.find(({ id }) => id !== first.id);
  if (mixed !== undefined)
    return [report('ckl-uuid-mixed', mixed.element, 'STIG_UUID', { uuid: mixed.id, before: first.id })];
  return own === '' || first.id === own
    ? []
    : [report('ckl-uuid-differs', first.element, 'STIG_UUID', { ofRules: first.id, ofStig: own })];
};

interface Pair {
  readonly name: string;
  readonly value: string;
  readonly element: XmlElement;
}

const pairs = (parent: XmlElement, pair: string, key: string, value: string): readonly Pair[] =>
  elementsOf(parent, pair).map((element) => ({
    name: childText(element, key),
    value: childText(element, value),
    element,
  }));

const childText = (element: XmlElement, name: string): string => {
  const child = firstOf(element, name);
  return child === undefined ? '' : textOf(child);
};

/** The values of one name in all rules, except empty ones. */
const valuesOf = (vulns: readonly (readonly Pair[])[], name: string): readonly Identified[] =>
  vulns.flatMap((vuln) =>
    vuln
      .filter((pair) => pair.name === name && pair.value !== '')
      .slice(0, 1)
      .map(({ value, element }) => ({ id: value, element })),
  );

interface Identified {
  readonly id: string;
  readonly element: XmlElement;
}

const repeated = (all: readonly Identified[]): readonly Identified[] => {
  const seen = new Set<string>();
  return all.filter(({ id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again;
  });
};

/**
 * Contradictions between parts of an XCCDF result, beyond its schema's keys. Errors, by the schematron of XCCDF 1.2 (NIST,
 * 1.2.1): `xccdf-status-undated`, `xccdf-override-differs`, `xccdf-import-not-empty`. Warnings: `xccdf-rules-without-result`
 * (one, with their number), `xccdf-result-twice`, `xccdf-score-contradicts` (beyond its maximum, or full although a rule
 * failed).
 */
export const xccdfReferenceFaults = (document: ParsedXml): readonly Diagnostic[] => {
  const report = reporter(document);
  const { root } = document;
  const results = root.name === 'TestResult' ? [root] : elementsOf(root, 'TestResult');
  const items = itemsOf(root);
  const rules = items.filter(({ name }) => name === 'Rule');
  return [
    ...(root.name === 'Benchmark' ? [root, ...items, ...elementsOf(root, 'Profile')] : []).flatMap((item) => {
      const statuses = elementsOf(item, 'status');
      const undated = statuses.find((status) => attributeOf(status, 'date') === undefined);
      return statuses.length < 2 || undated === undefined
        ? []
        : [report('xccdf-status-undated', undated, 'status@date', { element: item.name })];
    }),
    ...rules
      .flatMap((rule) => elementsOf(rule, 'check').flatMap((check) => elementsOf(check, 'check-import')))
      .filter((element) => element.children.length > 0)
      .map((element) => report('xccdf-import-not-empty', element, 'check-import')),
    ...results.flatMap((result) => resultFaults(report, result, rules)),
  ];
};

const resultFaults = (report: Report, result: XmlElement, rules: readonly XmlElement[]): readonly Diagnostic[] => {
  const ruleResults = elementsOf(result, 'rule-result');
  const judged = new Set(ruleResults.map((one) => attributeOf(one, 'idref')));
  const left = rules.map((rule) => attributeOf(rule, 'id') ?? '').filter((id) => !judged.has(id));
  const identified = ruleResults.map((element) => ({ id: attributeOf(element, 'idref') ?? '', element }));
  return [
    ...(left.length === 0
      ? []
      : [
          report('xccdf-rules-without-result', result, 'rule-result', {
            count: String(left.length),
            examples: left.length > 3 ? `${left.slice(0, 3).join(', ')} …` : left.join(', '),
          }),
        ]),
    // Results for several instances of one thing (a network interface) are meant to be there.
    ...repeated(identified.filter(({ element }) => firstOf(element, 'instance') === undefined)).map(({ id, element }) =>
      report('xccdf-result-twice', element, 'rule-result@idref', { rule: id }),
    ),
    ...ruleResults.flatMap((one) => overrideFaults(report, one)),
    ...scoreFaults(report, result, ruleResults),
  ];
};

/** The result is what the overrides made of it. */
const overrideFaults = (report: Report, ruleResult: XmlElement): readonly Diagnostic[] => {
  const results = elementsOf(ruleResult, 'override').map((override) => childText(override, 'new-result'));
  const actual = childText(ruleResult, 'result');
  return results.length === 0 || results.includes(actual)
    ? []
    : [report('xccdf-override-differs', ruleResult, 'override', { result: actual, overridden: results.join(' or ') })];
};

const scoreFaults = (report: Report, result: XmlElement, ruleResults: readonly XmlElement[]): readonly Diagnostic[] => {
  const failed = ruleResults.some((one) => childText(one, 'result') === 'fail');
  return elementsOf(result, 'score').flatMap((score) => {
    const value = Number(textOf(score));
    // The specification's default (XCCDF 1.2, section 6.6.2).
    const maximum = Number(attributeOf(score, 'maximum') ?? '100');
    const contradicts = value > maximum || value < 0 || (failed && value === maximum && maximum > 0);
    const words = { score: textOf(score), computed: failed ? `less than ${maximum}` : `0 to ${maximum}` };
    return contradicts ? [report('xccdf-score-contradicts', score, 'score', words)] : [];
  });
};

/** All groups, rules and values of a benchmark, in document order. */
const itemsOf = (parent: XmlElement): readonly XmlElement[] =>
  elementsOf(parent)
    .filter(({ name }) => name === 'Group' || name === 'Rule' || name === 'Value')
    .flatMap((item) => [item, ...itemsOf(item)]);
