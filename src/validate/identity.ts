import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ParsedXml } from '../documents/document.js';
import type { Place } from '../model/place.js';
import { attributeOf, elementsOf, type XmlElement } from '../xml/tree.js';
import { collapse } from './simple-types.js';

/** A key or a reference of XCCDF's schema: which elements of the scope, by which of their attributes. */
interface Constraint {
  readonly elements: readonly string[];
  /** Only the scope's own children, not all that is in it. */
  readonly children?: true | undefined;
  readonly attribute: string;
  /** What the attribute is where it is not written: without it such elements are not compared. */
  readonly otherwise?: string | undefined;
  /** A second attribute that tells elements apart. */
  readonly and?: string | undefined;
}

const items = (attribute: string, ...elements: string[]): Constraint => ({ elements, attribute });
const children = (attribute: string, ...elements: string[]): Constraint => ({ elements, attribute, children: true });

/** Children of which only one may be without a selector. */
const selected = (...elements: string[]): Constraint => ({ ...children('selector', ...elements), otherwise: '' });

/** What must be unique, by the element within which it must be. */
const keys: Readonly<Record<string, readonly (readonly Constraint[])[]>> = {
  Benchmark: [
    [children('id', 'notice')],
    [items('id', 'Value', 'Group', 'Rule'), children('id', 'plain-text')],
    [children('system', 'model')],
    [children('id', 'Profile')],
  ],
  model: [[children('name', 'param')]],
  Rule: [[items('id', 'check')], [{ ...selected('check'), and: 'system' }]],
  'rule-result': [[{ ...children('context', 'instance'), otherwise: 'undefined' }]],
  Value: [
    [selected('value', 'complex-value')],
    [selected('default', 'complex-default')],
    [selected('match')],
    [selected('lower-bound')],
    [selected('upper-bound')],
    [selected('choices')],
  ],
  Profile: [
    [children('idref', 'select')],
    [children('idref', 'refine-rule')],
    [children('idref', 'refine-value')],
    [children('idref', 'set-value')],
  ],
};

interface Reference {
  readonly from: readonly Constraint[];
  readonly to: readonly Constraint[];
}

/** What references must find, by the element within which they must. */
const references: Readonly<Record<string, readonly Reference[]>> = {
  Benchmark: [
    { from: [items('extends', 'Value')], to: [items('id', 'Value')] },
    { from: [items('extends', 'Group')], to: [items('id', 'Group')] },
    { from: [items('extends', 'Rule')], to: [items('id', 'Rule')] },
    { from: [items('extends', 'Profile')], to: [children('id', 'Profile')] },
    { from: [items('value-id', 'check-export')], to: [items('id', 'Value')] },
    { from: [items('idref', 'sub')], to: [items('id', 'Value'), children('id', 'plain-text')] },
  ],
  'rule-result': [
    {
      from: [children('parentContext', 'instance')],
      to: [{ ...children('context', 'instance'), otherwise: 'undefined' }],
    },
  ],
};

/**
 * What XCCDF's schemas say beyond the order of elements: ids that must differ, references that must lead somewhere.
 * Diagnostics: `xccdf-id-twice`, `xccdf-reference-unknown`, `xccdf-result-without-rule`, with line and column.
 */
export const identityFaults = (document: ParsedXml): readonly Diagnostic[] => {
  const { root } = document;
  const scopes = [root, ...descendants(root)];
  return [
    ...scopes.flatMap((scope) => (keys[scope.name] ?? []).flatMap((key) => twice(document, find(scope, key), scope))),
    ...twice(
      document,
      scopes.flatMap((element) => valueAt(element, 'Id')),
      root,
    ),
    ...scopes.flatMap((scope) =>
      (references[scope.name] ?? []).flatMap((reference) => leadNowhere(document, scope, reference)),
    ),
    ...(root.name === 'Benchmark' ? resultsWithoutRule(document) : []),
  ];
};

const placeOf = ({ file, at }: ParsedXml, { element, attribute }: Found): Place => ({
  file,
  ...at(element.start),
  property: `${element.name}@${attribute}`,
});

const twice = (document: ParsedXml, all: readonly Found[], scope: XmlElement): readonly Diagnostic[] => {
  const seen = new Map<string, Found>();
  return all.flatMap((found) => {
    const first = seen.get(found.value);
    if (first === undefined) seen.set(found.value, found);
    if (first === undefined) return [];
    const expected = `${scope.name}, line ${document.at(first.element.start).line}`;
    return [diagnostic('xccdf-id-twice', placeOf(document, found), { id: found.value, firstIn: expected })];
  });
};

const leadNowhere = (document: ParsedXml, scope: XmlElement, { from, to }: Reference): readonly Diagnostic[] => {
  const expected = to.flatMap(({ elements }) => elements).join(' or ');
  return unresolved(find(scope, from), scope, to).map((found) =>
    diagnostic('xccdf-reference-unknown', placeOf(document, found), { id: found.value, kind: expected }),
  );
};

/** Only within a benchmark: a TestResult alone has no rules to refer to. */
const resultsWithoutRule = (document: ParsedXml): readonly Diagnostic[] => {
  const results = elementsOf(document.root, 'TestResult');
  const found = results.flatMap((result) => find(result, [children('idref', 'rule-result')]));
  return unresolved(found, document.root, [items('id', 'Rule')]).map((one) =>
    diagnostic('xccdf-result-without-rule', placeOf(document, one), { id: one.value }),
  );
};

interface Found {
  readonly element: XmlElement;
  readonly attribute: string;
  readonly value: string;
}

const find = (scope: XmlElement, constraints: readonly Constraint[]): readonly Found[] =>
  constraints.flatMap((constraint) =>
    (constraint.children === true ? elementsOf(scope) : descendants(scope))
      .filter(({ name, namespace }) => constraint.elements.includes(name) && namespace === scope.namespace)
      .flatMap((element) => valueAt(element, constraint.attribute, constraint)),
  );

/** Attributes that are text: white space in them counts. */
const isText = /^(selector|context|parentContext)$/;

const valueAt = (
  element: XmlElement,
  attribute: string,
  { otherwise, and }: Pick<Constraint, 'otherwise' | 'and'> = {},
): readonly Found[] => {
  const value = attributeOf(element, attribute) ?? otherwise;
  if (value === undefined) return [];
  const more = and === undefined ? '' : ` ${attributeOf(element, and) ?? ''}`;
  return [{ element, attribute, value: isText.test(attribute) ? value + more : collapse(value) }];
};

const unresolved = (sources: readonly Found[], scope: XmlElement, to: readonly Constraint[]): readonly Found[] => {
  if (sources.length === 0) return [];
  const targets = new Set(find(scope, to).map(({ value }) => value));
  return sources.filter(({ value }) => !targets.has(value));
};

/** All elements in an element, in document order. */
const descendants = (element: XmlElement): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
};
