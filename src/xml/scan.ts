import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given } from '../diagnostics/diagnostic.js';
import { finder } from '../text/finder.js';
import type { InputLimits } from '../text/input-limits.js';
import { codePointName, decodeReferences, isAllowed, otherReference, reference } from './characters.js';
import type { XmlAttribute, XmlElement, XmlNode, XmlText } from './tree.js';

/** Why a text is not well-formed XML, still without a place, and where: an offset in UTF-16 units. */
export interface XmlFault {
  readonly offset: number;
  readonly found: Diagnostic;
}

export const xmlFault = <C extends DiagnosticCode>(code: C, offset: number, ...given: Given<C>): XmlFault => ({
  offset,
  found: diagnostic(code, {}, ...given) as Diagnostic,
});

/**
 * Tells which elements are left out of the tree with all that is in them, by an element's name and those of the elements that are open
 * around it, as they are written. The root is never asked about.
 */
export type Skips = (name: string, open: readonly string[]) => boolean;

/** Prefixes with their namespaces, the empty prefix for the default one, and the scope around them. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/** An element whose end tag is still to come: its children grow. */
export interface OpenElement extends XmlElement {
  children: XmlNode[];
}

/** Is told the root before its content, and answers with what takes its child elements one by one. */
export type Begin = (root: XmlElement) => (item: XmlElement) => void;

/** A list that is empty until it has something. */
export const none: never[] = [];

/** Where a scan is, and what it has met. */
export class Scan {
  at = 0;
  /** How many elements are open around the one that is being skipped; 0 where none is. */
  skipDepth = 0;
  /** How many elements and attributes have been met. */
  items = 0;
  /** The names of the elements that are open. */
  readonly open: string[] = [];
  /** The same elements, without those that are skipped. */
  readonly building: OpenElement[] = [];
  /** The prefixes that hold in each of them. */
  readonly scopes: Scope[] = [];
  /** The attributes of the tag that is being read, with their names as they are written. */
  attributes: XmlAttribute[] = none;
  /** What the tree has for short texts, by how they are written: most of them, such as white space between tags, come often. */
  readonly texts = new Map<string, XmlText>();
  root: XmlElement | undefined;
  take: ((item: XmlElement) => void) | undefined;
  /** The first fault of namespaces, which counts where the document is well-formed otherwise. */
  namespaceFault: XmlFault | undefined;
  readonly nextAmpersand: (from: number) => number;
  readonly nextLessThan: (from: number) => number;
  readonly nextCdataEnd: (from: number) => number;

  constructor(
    readonly text: string,
    readonly limits: Pick<InputLimits, 'maxDepth' | 'maxItems'>,
    readonly skips: Skips | undefined,
    readonly begin: Begin | undefined,
  ) {
    this.nextAmpersand = finder(text, '&');
    this.nextLessThan = finder(text, '<');
    this.nextCdataEnd = finder(text, ']]>');
  }
}

/** The text ends where it should not. */
export const truncated = (scan: Scan): XmlFault =>
  xmlFault('xml-truncated', scan.text.length, { element: scan.open.at(-1) });

/** A fault at an offset; where the text has ended there, it is cut off. */
export const malformed = (scan: Scan, offset: number): XmlFault =>
  offset >= scan.text.length ? truncated(scan) : xmlFault('xml-markup', offset);

/** Checks the references in a part of the text where `&` begins one. */
export const checkReferences = (scan: Scan, from: number, to: number): XmlFault | undefined => {
  for (let at = scan.nextAmpersand(from); at < to; at = scan.nextAmpersand(at + 1)) {
    reference.lastIndex = at;
    const found = reference.exec(scan.text);
    if (found === null) {
      otherReference.lastIndex = at;
      return xmlFault(otherReference.test(scan.text) ? 'xml-unknown-reference' : 'xml-ampersand', at);
    }
    const [, hex, decimal, name] = found;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name === undefined && !isAllowed(codePoint)) {
      const character = codePoint > 0x10ffff ? 'a number beyond Unicode' : codePointName(codePoint);
      return xmlFault('xml-forbidden-character', at, { character });
    }
  }
  return undefined;
};

/** Text with its line ends as LF (XML 1.0, 2.11). */
export const lines = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);

/** Adds text to the innermost element; a CDATA section, and what follows a comment, goes on with the text before it. */
export const addText = ({ building, skipDepth }: Scan, added: XmlText): void => {
  const outer = building[building.length - 1];
  if (skipDepth > 0 || outer === undefined) return;
  const { children } = outer;
  const before = children[children.length - 1];
  if (before?.kind === 'text') children[children.length - 1] = { kind: 'text', text: before.text + added.text };
  else outer.children = grown(children, added);
};

/** Adds to a list that is most often left with one member: an array that is pushed to when it is empty has room for many. */
export const grown = <T>(list: T[], item: T): T[] => {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
};

export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

export const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

/** An attribute's value: white space is a blank unless it is written as a reference (XML 1.0, 3.3.3). */
export const attributeValue = (raw: string): string =>
  /[&\t\n\r]/.test(raw) ? decodeReferences(raw.replace(/\r\n|[\t\n\r]/g, ' ')) : raw;
