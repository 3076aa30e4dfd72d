import { type Diagnostic, diagnostic, type Given, ofImporter } from '../diagnostics/diagnostic.js';
import type { ImporterModel, ParsedXml } from '../documents/document.js';
import { attributeOf, elementsOf, firstOf, type XmlElement } from '../xml/tree.js';

const xccdf = 'http://checklists.nist.gov/xccdf/1.2';
const older = 'http://checklists.nist.gov/xccdf/1.1';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

/**
 * What `oscap` 1.3.7 refuses beyond the official schema and its schematron, measured: `openscap-root` (a TestResult alone
 * is neither valid nor shown), `openscap-namespace`, and `openscap-silent`. The last is a fault of its own: a file
 * without any message from the schematron, not even a remark, is called invalid. XCCDF 1.1 is read by its own schema.
 */
export const openscap: ImporterModel = {
  name: 'openscap',
  reads: ['xccdf'],
  predict: (document) => {
    if (document.format !== 'xccdf') return [];
    const { root } = document;
    if (root.name !== 'Benchmark') return [refusal(document, 'openscap-root', { root: root.name })];
    if (root.namespace === older) return [];
    if (root.namespace !== xccdf)
      return [refusal(document, 'openscap-namespace', { namespace: root.namespace, expected: xccdf })];
    if (isRemarkedOn(root)) return [];
    return [refusal(document, 'openscap-silent')];
  },
};

const refusal = <C extends 'openscap-root' | 'openscap-namespace' | 'openscap-silent'>(
  document: ParsedXml,
  code: C,
  ...args: Given<C>
) => {
  const at = (code === 'openscap-silent' ? firstOf(document.root, 'platform') : undefined) ?? document.root;
  const place = { file: document.file, ...document.at(at.start) };
  return ofImporter('openscap', diagnostic(code, place, ...args) as Diagnostic);
};

/** True where the schematron of XCCDF 1.2 warns of something; what it calls an error is told with the file's structure. */
const isRemarkedOn = (root: XmlElement): boolean => {
  const rules = new Map<string, XmlElement>();
  const collect = (element: XmlElement): void => {
    if (isXccdf(element, 'Rule')) rules.set(attributeOf(element, 'id') ?? '', element);
    for (const child of elementsOf(element)) collect(child);
  };
  collect(root);
  const remarked = (element: XmlElement): boolean =>
    (element.namespace === xccdf && (remarks[element.name]?.(element, rules) ?? false)) ||
    elementsOf(element).some(remarked);
  return remarked(root);
};

const isXccdf = (element: XmlElement, name: string): boolean => element.namespace === xccdf && element.name === name;

const own = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element, name).filter((child) => child.namespace === xccdf);

const lacks = (element: XmlElement, name: string): boolean => own(element, name).length === 0;

const selectorOf = (element: XmlElement): string => attributeOf(element, 'selector') ?? '';

type Remark = (element: XmlElement, rules: ReadonlyMap<string, XmlElement>) => boolean;

/** The warnings of the schematron, by element; those about Value, XHTML, signatures and Tailoring are left out. */
const remarks: Readonly<Record<string, Remark>> = {
  Benchmark: (benchmark) =>
    ['title', 'platform', 'description'].some((name) => lacks(benchmark, name)) ||
    !own(benchmark, 'metadata').some((one) => elementsOf(one).some((child) => child.namespace === dublinCore)),
  Group: (group) =>
    lacks(group, 'title') || attributeOf(group, 'extends') !== undefined || attributeOf(group, 'abstract') === 'true',
  Rule: (rule) => {
    const checks = own(rule, 'check');
    return (
      lacks(rule, 'title') ||
      !lacks(rule, 'impact-metric') ||
      (checks.length > 0 && checks.every((check) => selectorOf(check) !== ''))
    );
  },
  Profile: (profile) => lacks(profile, 'title'),
  platform: (platform) => !(attributeOf(platform, 'idref') ?? '').startsWith('cpe:2.3:'),
  TestResult: (result) => attributeOf(result, 'test-system') === undefined,
  'rule-result': (result, rules) => {
    const checks = own(result, 'check');
    const rule = rules.get(attributeOf(result, 'idref') ?? '');
    const ofRule = rule === undefined ? [] : own(rule, 'check').map(selectorOf);
    return (
      checks.length + own(result, 'complex-check').length !== 1 ||
      checks.some((check) => !ofRule.includes(selectorOf(check)))
    );
  },
};
