import { qualifiedName } from './characters.js';
import { declare, isQualified, namespaceOf, outermost, resolve, splitName } from './namespaces.js';
import {
  attributeValue,
  checkReferences,
  grown,
  malformed,
  none,
  type OpenElement,
  type Scan,
  skipSpace,
  truncated,
  type XmlFault,
  xmlFault,
} from './scan.js';

/** Reads an end tag, which must be that of the innermost open element. */
export const readEndTag = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  const found = nameAt(text, at + 2);
  const end = skipSpace(text, at + 2 + (found?.length ?? 0));
  if (found === undefined || text[end] !== '>') return malformed(scan, end);
  const open = scan.open[scan.open.length - 1];
  if (open === undefined) return xmlFault('xml-end-tag-alone', at, { found });
  if (open !== found) return xmlFault('xml-end-tag', at, { open, found });
  scan.open.pop();
  scan.at = end + 1;
  endElement(scan);
  return undefined;
};

/** Closes the innermost element, which is open no more; a child of the root is handed over where something takes it. */
const endElement = (scan: Scan): void => {
  if (scan.skipDepth > 0) {
    if (scan.open.length === scan.skipDepth) scan.skipDepth = 0;
    return;
  }
  scan.scopes.pop();
  const ended = scan.building.pop();
  if (scan.open.length === 1 && ended !== undefined) scan.take?.(ended);
};

/** Names at which the parser of STIG Manager throws. No format that is read here has them. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a start tag, or the tag of an empty element. */
export const readStartTag = (scan: Scan): XmlFault | undefined => {
  const { text, at, open, limits } = scan;
  const name = nameAt(text, at + 1);
  if (name === undefined) return malformed(scan, at + 1);
  if (reserved.has(name)) return xmlFault('xml-reserved-name', at, { element: name });
  if (open.length === 0 && scan.root !== undefined) return xmlFault('xml-two-roots', at, { element: name });
  if (open.length >= limits.maxDepth) return xmlFault('xml-too-deep', at, { limit: limits.maxDepth });
  if (scan.skipDepth === 0 && open.length > 0 && scan.skips?.(name, open) === true) scan.skipDepth = open.length;
  const tooMany = count(scan, at);
  if (tooMany !== undefined) return tooMany;
  scan.at = at + 1 + name.length;
  const fault = readAttributes(scan);
  if (fault !== undefined) return fault;
  const isEmpty = text.startsWith('/>', scan.at);
  if (!isEmpty && text[scan.at] !== '>') return malformed(scan, text[scan.at] === '/' ? scan.at + 1 : scan.at);
  scan.at += isEmpty ? 2 : 1;
  if (scan.skipDepth === 0) beginElement(scan, name, at);
  if (isEmpty) endElement(scan);
  else open.push(name);
  return undefined;
};

/** Adds an element to the tree; where the root's children are handed over, the root keeps their tags alone. */
const beginElement = (scan: Scan, tag: string, start: number): void => {
  const { building, scopes, attributes } = scan;
  const outer = building[building.length - 1];
  const around = scopes[scopes.length - 1] ?? outermost;
  const isPlain = !attributes.some(isQualified);
  const scope = isPlain ? around : declare(attributes, around, start, scan);
  const { prefix, name } = splitName(tag);
  const element: OpenElement = {
    kind: 'element',
    name,
    prefix,
    namespace: namespaceOf(prefix, scope, start, scan),
    attributes: isPlain ? attributes : resolve(attributes, scope, start, scan),
    children: none,
    start,
  };
  if (outer === undefined) {
    scan.root = element;
    scan.take = scan.begin?.(element);
  } else {
    const isHandedOver = scan.take !== undefined && scan.open.length === 1;
    outer.children = grown(outer.children, isHandedOver ? { ...element } : element);
  }
  building.push(element);
  scopes.push(scope);
};

/** Almost every name is one of these, which are found without Unicode's classes. */
const asciiName = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?=[ \t\r\n/>=])/y;

const nameAt = (text: string, at: number): string | undefined => {
  asciiName.lastIndex = at;
  if (asciiName.test(text)) return text.slice(at, asciiName.lastIndex);
  qualifiedName.lastIndex = at;
  return qualifiedName.exec(text)?.[0];
};

/** Counts an element or an attribute, unless it is skipped. */
const count = (scan: Scan, offset: number): XmlFault | undefined => {
  const limit = scan.limits.maxItems;
  if (scan.skipDepth > 0 || ++scan.items <= limit) return undefined;
  return xmlFault('too-many-items', offset, { limit, items: 'elements and attributes' });
};

/** Reads attributes up to what ends the tag; each must have white space before it. Those of what is skipped are not kept. */
const readAttributes = (scan: Scan): XmlFault | undefined => {
  scan.attributes = none;
  const { text } = scan;
  let first: string | undefined;
  let others: Set<string> | undefined;
  for (;;) {
    const start = skipSpace(text, scan.at);
    const next = text[start];
    if (next === '>' || next === '/' || next === undefined) {
      scan.at = start;
      return undefined;
    }
    const name = nameAt(text, start);
    if (name === undefined || start === scan.at) return malformed(scan, start);
    if (name === first || others?.has(name) === true)
      return xmlFault('xml-attribute-twice', start, { attribute: name });
    if (first === undefined) first = name;
    else others = (others ?? new Set()).add(name);
    const tooMany = count(scan, start);
    if (tooMany !== undefined) return tooMany;
    const equals = skipSpace(text, start + name.length);
    if (text[equals] !== '=') return malformed(scan, equals);
    const quoteAt = skipSpace(text, equals + 1);
    const quote = text[quoteAt];
    if (quote !== '"' && quote !== "'") return malformed(scan, quoteAt);
    const end = text.indexOf(quote, quoteAt + 1);
    if (end === -1) return truncated(scan);
    if (scan.nextLessThan(quoteAt) < end) return xmlFault('xml-less-than', scan.nextLessThan(quoteAt));
    const fault = checkReferences(scan, quoteAt, end);
    if (fault !== undefined) return fault;
    if (scan.skipDepth === 0)
      scan.attributes = grown(scan.attributes, {
        name,
        prefix: '',
        namespace: '',
        value: attributeValue(text.slice(quoteAt + 1, end)),
      });
    scan.at = end + 1;
  }
};
