import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ParsedXml } from '../../documents/document.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import { type Report, reporter } from './report.js';

const skipped = ['notapplicable', 'notchecked', 'notselected', 'informational'];
const known = ['pass', 'fail', 'fixed', 'error', 'unknown', ...skipped];

/**
 * What MITRE's tools make of XCCDF results. They look at local names alone, whatever the namespace; the host is not shown.
 *
 * @returns a refusal: `mitre-ident`; what is not shown, or shown with another status: `mitre-nothing-shown`,
 *   `mitre-no-test-result`, `mitre-rule-not-shown`, `mitre-rule-without-result`, `mitre-second-result`, `mitre-result`,
 *   `mitre-result-profile-error`, `mitre-result-not-applicable`, `mitre-rule-severity`, `mitre-rule-nameless`,
 *   `mitre-rule-merged`; what is lost of a rule: `mitre-text-lost`, `mitre-no-cci`; and notices, one for all rules:
 *   `mitre-description-tags`, `mitre-title-escapes`, `mitre-details-hidden`
 */
export const predictXccdf = (document: ParsedXml): readonly Diagnostic[] => {
  const report = reporter(document);
  const { root } = document;
  if (root.name !== 'Benchmark') return [report('mitre-nothing-shown', root, '', { found: `the root ${root.name}` })];
  const rules = rulesIn(elementsOf(root, 'Group'));
  if (rules.length === 0)
    return [report('mitre-nothing-shown', root, '', { found: 'a Benchmark without a Rule in a Group' })];
  const testResults = elementsOf(root, 'TestResult');
  const [testResult] = testResults;
  const ofRules = rules.flatMap((rule) => [...predictRule(rule, report), ...lostTexts(rule, document, report)]);
  const all = [...ofRules, ...repeatedRules(rules, report), ...notices(root, rules, report)];
  if (testResult === undefined || testResults.length > 1) {
    const actual = testResults.length === 0 ? 'none' : String(testResults.length);
    return [report('mitre-no-test-result', testResults[1] ?? root, 'TestResult', { found: actual }), ...all];
  }
  return [...all, ...predictResults(rules, elementsOf(testResult, 'rule-result'), report)];
};

const rulesIn = (groups: readonly XmlElement[]): readonly XmlElement[] =>
  groups.flatMap((group) => [...rulesIn(elementsOf(group, 'Group')), ...elementsOf(group, 'Rule')]);

/** Attribute values are read without the white space around them. */
const idOf = (element: XmlElement, attribute: string): string | undefined => attributeOf(element, attribute)?.trim();

const predictRule = (rule: XmlElement, report: Report): readonly Diagnostic[] => {
  const id = idOf(rule, 'id') ?? '';
  const idents = elementsOf(rule, 'ident');
  const source = idents.length > 0 ? idents : elementsOf(rule, 'reference');
  const unreadable = source.find((one) => !isReadable(one));
  return [
    ...(id === '' ? [report('mitre-rule-nameless', rule, 'Rule', { shown: '', attribute: 'id' })] : []),
    ...(unreadable === undefined
      ? source.some((one) => /^CCI-\d{6}$/.test(textOf(one).trim()))
        ? []
        : [report('mitre-no-cci', rule, `${id} ident`, { shown: 'SA-11 and RA-5', element: 'an ident with its CCI' })]
      : [report('mitre-ident', unreadable, `${id} ident`, { ident: `<${unreadable.name}>` })]),
  ];
};

/** An element with neither text, attribute nor child is no fault; with text it needs an attribute or a child, and the reverse. */
const isReadable = (element: XmlElement): boolean => {
  const text = element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  return text === (element.attributes.length > 0 || elementsOf(element).length > 0);
};

/** Two descriptions are none, and a CDATA section is taken for a comment of HTML. */
const lostTexts = (rule: XmlElement, document: ParsedXml, report: Report): readonly Diagnostic[] => {
  const isCdata = (element: XmlElement): boolean => {
    const raw = document.text.slice(element.start, document.text.indexOf('</', element.start));
    return raw.includes('<![CDATA[');
  };
  return ['description', 'fixtext'].flatMap((name) => {
    const texts = elementsOf(rule, name);
    const several = name === 'description' && texts.length > 1;
    if (!several && !texts.some(isCdata)) return [];
    const actual = several ? `there are ${texts.length} in the Rule` : 'it is a CDATA section';
    return [report('mitre-text-lost', texts[0] ?? rule, `${idOf(rule, 'id') ?? ''} ${name}`, { what: actual })];
  });
};

const repeatedRules = (rules: readonly XmlElement[], report: Report): readonly Diagnostic[] => {
  const seen = new Set<string>();
  return rules.flatMap((rule) => {
    const id = idOf(rule, 'id') ?? '';
    const merged = seen.has(id) ? [report('mitre-rule-merged', rule, id, { id: id })] : [];
    seen.add(id);
    return merged;
  });
};

const predictResults = (
  rules: readonly XmlElement[],
  ruleResults: readonly XmlElement[],
  report: Report,
): readonly Diagnostic[] => {
  const ids = new Set(rules.map((rule) => idOf(rule, 'id')));
  const byId = new Map<string | undefined, XmlElement>();
  const unused = ruleResults.flatMap((ruleResult) => {
    const id = idOf(ruleResult, 'idref');
    const words = { rule: id ?? 'a rule-result without idref' };
    if (!ids.has(id)) return [report('mitre-rule-not-shown', ruleResult, 'rule-result', words)];
    if (byId.has(id)) return [report('mitre-second-result', ruleResult, 'rule-result', words)];
    byId.set(id, ruleResult);
    return [];
  });
  return [
    ...unused,
    ...rules.flatMap((rule) => {
      const id = idOf(rule, 'id');
      const ruleResult = byId.get(id);
      return ruleResult === undefined
        ? [report('mitre-rule-without-result', rule, 'Rule', { rule: id ?? 'a Rule without id' })]
        : predictStatus(rule, ruleResult, report);
    }),
  ];
};

const predictStatus = (rule: XmlElement, ruleResult: XmlElement, report: Report): readonly Diagnostic[] => {
  const [result, ...others] = elementsOf(ruleResult, 'result');
  const id = idOf(rule, 'id') ?? '';
  const at = result ?? ruleResult;
  const plain = result !== undefined && result.attributes.length === 0 && elementsOf(result).length === 0;
  const actual = result === undefined ? '' : textOf(result).trim();
  const about = `${id} result`;
  if (!plain || others.length > 0 || !known.includes(actual))
    return [
      report('mitre-result', at, about, {
        result: others.length > 0 ? 'there more than once' : plain ? actual : `${actual} with attributes or elements`,
        results: known.join(', '),
      }),
    ];
  if (actual === 'error' || actual === 'unknown')
    return [report('mitre-result-profile-error', at, about, { result: actual })];
  if (actual === 'notselected' || actual === 'informational')
    return [report('mitre-result-not-applicable', at, about, { result: actual })];
  const severity = idOf(rule, 'severity') ?? '';
  const expected = 'low, medium, high or critical';
  return actual === 'notapplicable' || ['low', 'medium', 'high', 'critical'].includes(severity.toLowerCase())
    ? []
    : [report('mitre-rule-severity', rule, `${id} severity`, { severity: severity, severities: expected })];
};

const notices = (root: XmlElement, rules: readonly XmlElement[], report: Report): readonly Diagnostic[] => {
  const count = (test: (rule: XmlElement) => boolean): number => rules.filter(test).length;
  const holds = (name: string, wanted: RegExp) => (rule: XmlElement) =>
    elementsOf(rule, name).some((child) => wanted.test(textOf(child)));
  const results = elementsOf(root, 'TestResult').flatMap((one) => elementsOf(one, 'rule-result'));
  const withText = results.filter((one) =>
    [...elementsOf(one, 'message'), ...elementsOf(one, 'check')].some((child) => textOf(child).trim() !== ''),
  );
  return (
    [
      ['mitre-description-tags', count(holds('description', /<[A-Za-z]+>/))],
      ['mitre-title-escapes', count(holds('title', /[&<>]/))],
      ['mitre-details-hidden', withText.length],
    ] as const
  ).flatMap(([code, number]) => (number === 0 ? [] : [report(code, root, '', { count: String(number) })]));
};
