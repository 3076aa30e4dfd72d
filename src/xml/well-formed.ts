import { decodeReferences, findForbidden, plainName } from './characters.js';
import {
  addText,
  checkReferences,
  isSpace,
  lines,
  malformed,
  type Scan,
  skipSpace,
  truncated,
  type XmlFault,
  xmlFault,
} from './scan.js';
import { readEndTag, readStartTag } from './tags.js';
import type { XmlElement } from './tree.js';

/**
 * Checks that a text is a well-formed XML 1.0 document with Namespaces in XML 1.0, refuses every DOCTYPE, and makes its tree, in one
 * pass. What an encoding declaration says is ignored: the text is decoded already. What is skipped must be well-formed too, and does
 * not count as items.
 *
 * @param scan at its beginning
 * @returns the root, or why there is none
 */
export const scanXml = (scan: Scan): XmlElement | XmlFault => {
  const { text } = scan;
  const forbidden = findForbidden(text);
  if (forbidden !== undefined)
    return xmlFault('xml-forbidden-character', forbidden.offset, { character: forbidden.character });
  if (/^<\?xml[ \t\r\n?]/.test(text)) scan.at = afterDeclaration(text);
  if (scan.at === -1) return xmlFault('xml-declaration', 0);
  while (scan.at < text.length) {
    const fault = text.charCodeAt(scan.at) === lessThan ? readMarkup(scan) : readText(scan);
    if (fault !== undefined) return fault;
  }
  if (scan.open.length > 0) return truncated(scan);
  return scan.namespaceFault ?? scan.root ?? xmlFault('xml-no-element', text.length);
};

const lessThan = 0x3c;

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

const afterDeclaration = (text: string): number => declaration.exec(text.slice(0, 1000))?.[0].length ?? -1;

const readText = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  const end = Math.min(scan.nextLessThan(at), text.length);
  scan.at = end;
  if (scan.open.length === 0) {
    const other = skipSpace(text, at);
    return other < end ? xmlFault('xml-text-outside', other) : undefined;
  }
  const raw = text.slice(at, end);
  const isShort = raw.length < 50;
  let added = isShort ? scan.texts.get(raw) : undefined;
  if (added === undefined) {
    if (scan.nextCdataEnd(at) < end) return xmlFault('xml-cdata-end', scan.nextCdataEnd(at));
    const fault = checkReferences(scan, at, end);
    if (fault !== undefined) return fault;
    added = { kind: 'text', text: decodeReferences(lines(raw)) };
    if (isShort && scan.texts.size < 1000) scan.texts.set(raw, added);
  }
  addText(scan, added);
  return undefined;
};

const readMarkup = (scan: Scan): XmlFault | undefined => {
  switch (scan.text.charCodeAt(scan.at + 1)) {
    case 0x2f:
      return readEndTag(scan);
    case 0x21:
      return readDeclared(scan);
    case 0x3f:
      return readInstruction(scan);
    default:
      return readStartTag(scan);
  }
};

const readDeclared = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('--', at + 4);
    if (end === -1 || end + 2 === text.length) return truncated(scan);
    scan.at = end + 3;
    return text[end + 2] === '>' ? undefined : xmlFault('xml-comment', end);
  }
  if (text.startsWith('<![CDATA[', at)) {
    if (scan.open.length === 0) return xmlFault('xml-text-outside', at);
    const end = scan.nextCdataEnd(at + 9);
    scan.at = end + 3;
    if (!Number.isFinite(end)) return truncated(scan);
    if (end > at + 9) addText(scan, { kind: 'text', text: lines(text.slice(at + 9, end)) });
    return undefined;
  }
  if (/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return xmlFault('xml-doctype', at);
  const rest = text.slice(at);
  return '<!--'.startsWith(rest) || '<![CDATA['.startsWith(rest) ? truncated(scan) : xmlFault('xml-markup', at);
};

const readInstruction = (scan: Scan): XmlFault | undefined => {
  const { text, at } = scan;
  plainName.lastIndex = at + 2;
  const target = plainName.exec(text)?.[0];
  if (target === undefined) return malformed(scan, at + 2);
  if (target.toLowerCase() === 'xml') return xmlFault('xml-declaration', at);
  const after = at + 2 + target.length;
  if (!text.startsWith('?>', after) && !isSpace(text.charCodeAt(after))) return malformed(scan, after);
  const end = text.indexOf('?>', after);
  scan.at = end + 2;
  return end === -1 ? truncated(scan) : undefined;
};
