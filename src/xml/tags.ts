import { qualifiedName } from './characters.js';
import { declare, namespaceOf, outermost, type RawAttribute, resolve, splitName } from './namespaces.js';
import {
  attributeValue,
  checkReferences,
  malformed,
  type Scan,
  skipSpace,
  truncated,
  type XmlFault,
  xmlFault,
} from './scan.js';
import type { XmlElement, XmlNode } from './tree.js';

/** Reads an end tag, which must be that of the innermost open element. */
export const readEndTag = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  const name = scan.open.at(-1);
  if (name !== undefined && text.startsWith(name, at + 2)) {
    const end = skipSpace(text, at + 2 + name.length);
    if (text[end] === '>') {
      scan.open.pop();
      scan.at = end + 1;
      endElement(scan);
      return undefined;
    }
  }
  qualifiedName.lastIndex = at + 2;
  const found = qualifiedName.exec(text)?.[0];
  const end = skipSpace(text, at + 2 + (found?.length ?? 0));
  if (found === undefined || text[end] !== '>') return malformed(scan, end);
  return name === undefined
    ? xmlFault('xml-end-tag-alone', at, { found })
    : xmlFault('xml-end-tag', at, { open: name, found });
};

/** Closes the innermost element, which is open no more; a child of the root is handed over where something takes it. */
const endElement = (scan: Scan): void => {
  if (scan.skipDepth > 0) {
    if (scan.open.length === scan.skipDepth) scan.skipDepth = 0;
    return;
  }
  const ended = scan.building.pop();
  if (scan.open.length === 1 && ended !== undefined) scan.take?.(ended.element);
};

/** Names at which the parser of STIG Manager throws. No format that is read here has them. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a start tag, or the tag of an empty element. */
export const readStartTag = (scan: Scan): XmlFault | undefined => {
  const { text, at, open } = scan;
  const name = nameAt(text, at + 1);
  if (name === undefined) return malformed(scan, at + 1);
  if (reserved.has(name)) return xmlFault('xml-reserved-name', at, { element: name });
  if (open.length === 0 && scan.root !== undefined) return xmlFault('xml-two-roots', at, { element: name });
  if (open.length >= scan.maxDepth) return xmlFault('xml-too-deep', at, { limit: scan.maxDepth });
  if (scan.skipDepth === 0 && open.length > 0 && scan.skips?.(name, open) === true) scan.skipDepth = open.length;
  if (scan.skipDepth === 0) {
    scan.items += 1;
    if (scan.items > scan.maxItems) return tooMany(scan, at);
  }
  scan.at = at + 1 + name.length;
  const attributes: RawAttribute[] = [];
  const fault = readAttributes(scan, attributes);
  if (fault !== undefined) return fault;
  const isEmpty = text.startsWith('/>', scan.at);
  if (!isEmpty && text[scan.at] !== '>') return malformed(scan, text[scan.at] === '/' ? scan.at + 1 : scan.at);
  scan.at += isEmpty ? 2 : 1;
  if (scan.skipDepth === 0) beginElement(scan, name, attributes, at);
  if (isEmpty) endElement(scan);
  else open.push(name);
  return undefined;
};

/** Adds an element to the tree; where the root's children are handed over, the root keeps their tags alone. */
const beginElement = (scan: Scan, tag: string, raw: readonly RawAttribute[], start: number): void => {
  const outer = scan.building.at(-1);
  const around = outer?.scope ?? outermost;
  const scope = raw.length === 0 ? around : declare(raw, around, start, scan);
  const { prefix, name } = splitName(tag);
  const children: XmlNode[] = [];
  const element: XmlElement = {
    kind: 'element',
    name,
    prefix,
    namespace: namespaceOf(prefix, scope, start, scan),
    attributes: raw.length === 0 ? none : resolve(raw, scope, start, scan),
    children,
    start,
  };
  if (outer === undefined) {
    scan.root = element;
    scan.take = scan.begin?.(element);
  } else
    outer.children.push(scan.take !== undefined && scan.open.length === 1 ? { ...element, children: none } : element);
  scan.building.push({ element, children, scope });
};

const none: readonly never[] = [];

/** Almost every name is one of these, which are found without Unicode's classes. */
const asciiName = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?=[ \t\r\n/>=])/y;

const nameAt = (text: string, at: number): string | undefined => {
  asciiName.lastIndex = at;
  const plain = asciiName.exec(text);
  if (plain !== null) return plain[0];
  qualifiedName.lastIndex = at;
  return qualifiedName.exec(text)?.[0];
};

const tooMany = ({ maxItems }: Scan, offset: number): XmlFault =>
  xmlFault('too-many-items', offset, { limit: maxItems, items: 'elements and attributes' });

/** Reads attributes up to what ends the tag; each must have white space before it. Those of what is skipped are not kept. */
const readAttributes = (scan: Scan, attributes: RawAttribute[]): XmlFault | undefined => {
  const { text } = scan;
  let names: Set<string> | undefined;
  for (;;) {
    const start = skipSpace(text, scan.at);
    const next = text[start];
    if (next === '>' || next === '/' || next === undefined) {
      scan.at = start;
      return undefined;
    }
    const name = nameAt(text, start);
    if (name === undefined || start === scan.at) return malformed(scan, start);
    names ??= new Set();
    if (names.has(name)) return xmlFault('xml-attribute-twice', start, { attribute: name });
    names.add(name);
    if (scan.skipDepth === 0) scan.items += 1;
    if (scan.items > scan.maxItems) return tooMany(scan, start);
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
    if (scan.skipDepth === 0) attributes.push([name, attributeValue(scan, quoteAt + 1, end)]);
    scan.at = end + 1;
  }
};
