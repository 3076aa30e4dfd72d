import { finder } from '../text/finder.js';
import type { InputLimits } from '../text/input-limits.js';
import { decodeReferences, findForbidden, plainName } from './characters.js';
import {
  addText,
  type Begin,
  checkReferences,
  isSpace,
  lines,
  malformed,
  type Scan,
  type Skips,
  truncated,
  type XmlFault,
  xmlFault,
} from './scan.js';
import { readEndTag, readStartTag } from './tags.js';
import type { XmlElement } from './tree.js';

export type Scanned =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly fault: XmlFault };

/**
 * Checks that a text is a well-formed XML 1.0 document with Namespaces in XML 1.0, refuses every DOCTYPE, and makes its tree, in one
 * pass. What an encoding declaration says is ignored: the text is decoded already. What is skipped must be well-formed too, and does
 * not count as items.
 *
 * @param begin where the root's child elements are to be handed over, each as soon as it ends, and not kept
 */
export const scanXml = (
  text: string,
  { maxDepth, maxItems }: Omit<InputLimits, 'maxBytes'>,
  skips?: Skips,
  begin?: Begin,
): Scanned => {
  const forbidden = findForbidden(text);
  if (forbidden !== undefined) {
    const { offset, character } = forbidden;
    return { ok: false, fault: xmlFault('xml-forbidden-character', offset, { character }) };
  }
  const scan: Scan = {
    text,
    skips,
    skipDepth: 0,
    maxDepth,
    maxItems,
    items: 0,
    open: [],
    building: [],
    root: undefined,
    begin,
    take: undefined,
    namespaceFault: undefined,
    nextAmpersand: finder(text, '&'),
    nextLessThan: finder(text, '<'),
    nextCdataEnd: finder(text, ']]>'),
    nextReturn: finder(text, '\r'),
    at: /^<\?xml[ \t\r\n?]/.test(text) ? afterDeclaration(text) : 0,
  };
  if (scan.at === -1) return { ok: false, fault: xmlFault('xml-declaration', 0) };
  while (scan.at < text.length) {
    const fault = text.charCodeAt(scan.at) === lessThan ? readMarkup(scan) : readText(scan);
    if (fault !== undefined) return { ok: false, fault };
  }
  if (scan.open.length > 0) return { ok: false, fault: truncated(scan) };
  const { root, namespaceFault } = scan;
  if (root === undefined) return { ok: false, fault: xmlFault('xml-no-element', text.length) };
  return namespaceFault === undefined ? { ok: true, root } : { ok: false, fault: namespaceFault };
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
    const other = at + text.slice(at, end).search(/[^ \t\r\n]/);
    return other < at ? undefined : xmlFault('xml-text-outside', other);
  }
  if (scan.nextCdataEnd(at) < end) return xmlFault('xml-cdata-end', scan.nextCdataEnd(at));
  const fault = checkReferences(scan, at, end);
  if (fault === undefined) addText(scan, decodeReferences(lines(scan, at, end)));
  return fault;
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
    addText(scan, lines(scan, at + 9, end));
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
