import { qualifiedName } from './characters.js';
import { checkReferences, malformed, type Scan, skipSpace, truncated, type XmlFault, xmlFault } from './scan.js';

/** Reads an end tag, which must be that of the innermost open element. */
export const readEndTag = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  const name = scan.open.at(-1);
  if (name !== undefined && text.startsWith(name, at + 2)) {
    const end = skipSpace(text, at + 2 + name.length);
    if (text[end] === '>') {
      scan.open.pop();
      scan.at = end + 1;
      if (scan.open.length === scan.skipDepth) endSkipping(scan);
      const child = scan.open.length === 1 ? scan.children.at(-1) : undefined;
      if (child !== undefined) child.end = scan.at;
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

const endSkipping = (scan: Scan): void => {
  const last = scan.skipped.at(-1);
  if (scan.skipDepth > 0 && last !== undefined) last.end = scan.at;
  scan.skipDepth = 0;
};

/** Names at which fast-xml-parser throws. No format that is read here has them. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a start tag, or the tag of an empty element, and notes where it begins. */
export const readStartTag = (scan: Scan): XmlFault | undefined => {
  const { text, at, open, starts } = scan;
  qualifiedName.lastIndex = at + 1;
  const name = qualifiedName.exec(text)?.[0];
  if (name === undefined) return malformed(scan, at + 1);
  if (reserved.has(name)) return xmlFault('xml-reserved-name', at, { element: name });
  if (open.length === 0 && starts.length > 0) return xmlFault('xml-two-roots', at, { element: name });
  if (open.length >= scan.maxDepth) return xmlFault('xml-too-deep', at, { limit: scan.maxDepth });
  if (scan.skipDepth === 0 && open.length > 0 && scan.skips?.(name, open) === true) {
    scan.skipDepth = open.length;
    scan.skipped.push({ start: at, end: at });
  }
  if (scan.skipDepth === 0) {
    starts.push(at);
    scan.items += 1;
    if (scan.items > scan.maxItems) return tooMany(scan, at);
  }
  scan.at = at + 1 + name.length;
  const fault = readAttributes(scan);
  if (fault !== undefined) return fault;
  const isEmpty = text.startsWith('/>', scan.at);
  if (!isEmpty && text[scan.at] !== '>') return malformed(scan, text[scan.at] === '/' ? scan.at + 1 : scan.at);
  scan.at += isEmpty ? 2 : 1;
  if (open.length === 1) scan.children.push({ start: at, tagEnd: scan.at, end: scan.at, first: starts.length - 1 });
  if (!isEmpty) open.push(name);
  else if (open.length === scan.skipDepth) endSkipping(scan);
  return undefined;
};

const tooMany = ({ maxItems }: Scan, offset: number): XmlFault =>
  xmlFault('too-many-items', offset, { limit: maxItems, items: 'elements and attributes' });

/** Reads attributes up to what ends the tag; each must have white space before it. */
const readAttributes = (scan: Scan): XmlFault | undefined => {
  const { text } = scan;
  let names: Set<string> | undefined;
  for (;;) {
    const nameAt = skipSpace(text, scan.at);
    const next = text[nameAt];
    if (next === '>' || next === '/' || next === undefined) {
      scan.at = nameAt;
      return undefined;
    }
    qualifiedName.lastIndex = nameAt;
    const name = qualifiedName.exec(text)?.[0];
    if (name === undefined || nameAt === scan.at) return malformed(scan, nameAt);
    names ??= new Set();
    if (names.has(name)) return xmlFault('xml-attribute-twice', nameAt, { attribute: name });
    names.add(name);
    if (scan.skipDepth === 0) scan.items += 1;
    if (scan.items > scan.maxItems) return tooMany(scan, nameAt);
    const equals = skipSpace(text, nameAt + name.length);
    if (text[equals] !== '=') return malformed(scan, equals);
    const quoteAt = skipSpace(text, equals + 1);
    const quote = text[quoteAt];
    if (quote !== '"' && quote !== "'") return malformed(scan, quoteAt);
    const end = text.indexOf(quote, quoteAt + 1);
    if (end === -1) return truncated(scan);
    if (scan.nextLessThan(quoteAt) < end) return xmlFault('xml-less-than', scan.nextLessThan(quoteAt));
    const fault = checkReferences(scan, quoteAt, end);
    if (fault !== undefined) return fault;
    scan.at = end + 1;
  }
};
