import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given } from '../diagnostics/diagnostic.js';
import type { ParsedXml } from '../documents/document.js';
import { groupBy } from '../text/group-by.js';
import { shortened } from '../text/limit.js';
import { elementsOf, textOf, type XmlAttribute, type XmlElement } from '../xml/tree.js';
import { type Misplaced, matchSequence, qualifiedName } from './sequence.js';
import { typeFault } from './simple-types.js';
import type { ElementType, Vocabulary } from './vocabulary/vocabulary.js';

/**
 * Judges the order and the words of an XML document by a vocabulary, as a validator does by the official schema: in every
 * sequence the first misplaced element is named and what comes behind it in that sequence is not looked at.
 *
 * Diagnostics, each with line and column of the element, and as property its path (`CHECKLIST/ASSET/ROLE`, `…/check@system`): `xml-root`, `xml-element-missing`,
 * `xml-element-order`, `xml-element-repeated`, `xml-element-unexpected`, `xml-text-unexpected`, `xml-value-invalid`,
 * `xml-attribute-missing`, `xml-attribute-unexpected`, `xml-attribute-invalid`.
 */
export const structureFaults = (document: ParsedXml, vocabulary: Vocabulary): readonly Diagnostic[] => {
  const { root } = document;
  const type = vocabulary.roots[root.name];
  const walk: Walk = { document, vocabulary, faults: [], numbers: new Map() };
  if (type === undefined || root.namespace !== vocabulary.namespace) {
    const roots = Object.keys(vocabulary.roots).map((name) => named(name, vocabulary.namespace));
    report(walk, 'xml-root', { element: root }, { root: named(root.name, root.namespace), expected: roots.join(', ') });
  } else checkElement(walk, { element: root }, type);
  return walk.faults;
};

interface Walk {
  readonly document: ParsedXml;
  readonly vocabulary: Vocabulary;
  readonly faults: Diagnostic[];
  /** For the children of each element that was asked for: `[2]` where there are several of the name. */
  readonly numbers: Map<XmlElement, ReadonlyMap<XmlElement, string>>;
}

/** An element with what it is in. */
interface Position {
  readonly element: XmlElement;
  readonly parent?: Position | undefined;
}

const named = (name: string, namespace: string): string =>
  namespace === '' ? `${name} (without a namespace)` : `${name} (${namespace})`;

/** Where a fault is: an element, or one of its attributes. */
type At = Position & { readonly attribute?: string | undefined };

const report = <C extends DiagnosticCode>(walk: Walk, code: C, position: At, ...args: Given<C>): void => {
  const { attribute } = position;
  const { file, at } = walk.document;
  const property = pathOf(walk, position) + (attribute === undefined ? '' : `@${attribute}`);
  const place = { file, ...at(position.element.start), property };
  walk.faults.push(diagnostic(code, place, ...args) as Diagnostic);
};

/** `CHECKLIST/STIGS/iSTIG/VULN[2]/STATUS`; a number where the parent has several of the name. */
const pathOf = (walk: Walk, { element, parent }: Position): string => {
  if (parent === undefined) return element.name;
  const known = walk.numbers.get(parent.element);
  const numbers = known ?? numbersIn(parent.element);
  if (known === undefined) walk.numbers.set(parent.element, numbers);
  return `${pathOf(walk, parent)}/${element.name}${numbers.get(element) ?? ''}`;
};

const numbersIn = (parent: XmlElement): ReadonlyMap<XmlElement, string> => {
  const alike = groupBy(elementsOf(parent), ({ name }) => name);
  const several = [...alike.values()].filter(({ length }) => length > 1);
  return new Map(several.flatMap((children) => children.map((child, i) => [child, `[${i + 1}]`] as const)));
};

const checkElement = (walk: Walk, position: Position, typeName: string): void => {
  const type = walk.vocabulary.types[typeName];
  if (type === undefined) return;
  checkAttributes(walk, position, type);
  if (type.text === undefined) checkNoText(walk, position, type);
  else if (type.text !== 'mixed' && elementsOf(position.element).length === 0) checkText(walk, position, type.text);
  checkChildren(walk, position, type);
};

const checkText = (walk: Walk, position: Position, type: Exclude<ElementType['text'], 'mixed' | undefined>): void => {
  const text = textOf(position.element);
  const expected = typeFault(type, text);
  if (expected !== undefined) report(walk, 'xml-value-invalid', position, { value: shortened(text), expected });
};

/** White space between elements is layout; where there are never any elements, it is text. */
const checkNoText = (walk: Walk, position: Position, { children }: ElementType): void => {
  const text = position.element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  if (children === undefined ? text !== '' : /[^\t\n\r ]/.test(text))
    report(walk, 'xml-text-unexpected', position, { text: shortened(text) });
};

const checkChildren = (walk: Walk, position: Position, type: ElementType): void => {
  const { matched, misplaced } = matchSequence(
    elementsOf(position.element),
    type.children ?? [],
    walk.vocabulary.namespace,
  );
  for (const { element, type: childType } of matched) {
    if (childType === 'skip') continue;
    const child = { element, parent: position };
    if (childType === 'lax') checkKnown(walk, child);
    else checkElement(walk, child, childType);
  }
  if (misplaced !== undefined) reportMisplaced(walk, position, misplaced);
};

/** An element in the place of a wildcard is checked if it can be a root. */
const checkKnown = (walk: Walk, position: Position): void => {
  const { element } = position;
  const type = element.namespace === walk.vocabulary.namespace ? walk.vocabulary.roots[element.name] : undefined;
  if (type !== undefined) checkElement(walk, position, type);
  else for (const child of elementsOf(element)) checkKnown(walk, { element: child, parent: position });
};

const reportMisplaced = (walk: Walk, position: Position, misplaced: Misplaced): void => {
  const { kind, element, expected } = misplaced;
  const at = element === undefined ? position : { element, parent: position };
  const actual = element === undefined ? position.element.name : qualifiedName(element, walk.vocabulary.namespace);
  report(walk, `xml-element-${kind}`, at, { element: actual, expected });
};

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const checkAttributes = (walk: Walk, position: Position, type: ElementType): void => {
  const rules = Object.entries(type.attributes ?? {}).map(
    ([key, valueType]) => [key.replace(/!$/, ''), valueType, key.endsWith('!')] as const,
  );
  const { attributes, name: element } = position.element;
  for (const [name, , required] of rules)
    if (required && !attributes.some((attribute) => nameOf(attribute) === name))
      report(walk, 'xml-attribute-missing', { ...position, attribute: name }, { element, attribute: name });
  for (const attribute of attributes) {
    const rule = rules.find(([name]) => name === nameOf(attribute));
    if (rule !== undefined) {
      const expected = typeFault(rule[1], attribute.value);
      if (expected !== undefined)
        report(
          walk,
          'xml-attribute-invalid',
          { ...position, attribute: rule[0] },
          { value: shortened(attribute.value), expected },
        );
    } else if (!isForeign(attribute, type))
      report(
        walk,
        'xml-attribute-unexpected',
        { ...position, attribute: nameOf(attribute) },
        { element, attribute: nameOf(attribute) },
      );
  }
};

/** In the vocabularies' notation: `xml:lang`; `{namespace}name` for other namespaces. */
const nameOf = ({ name, namespace }: XmlAttribute): string => {
  if (namespace === '') return name;
  return namespace === xmlNamespace ? `xml:${name}` : `{${namespace}}${name}`;
};

/** XML Schema's own attributes may stand everywhere; `nil` not, which is for elements that can be nil. */
const isForeign = ({ name, namespace }: XmlAttribute, { otherAttributes }: ElementType): boolean =>
  namespace === schemaInstance
    ? ['schemaLocation', 'noNamespaceSchemaLocation', 'type'].includes(name)
    : namespace !== '' && otherAttributes === true;

/** A text in a form that a message can quote. */
