import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given } from '../diagnostics/diagnostic.js';
import { codePointName, isAllowed, otherReference, reference } from './characters.js';

/** Why a text is not well-formed XML, still without a place, and where: an offset in UTF-16 units. */
export interface XmlFault {
  readonly offset: number;
  readonly found: Diagnostic;
}

export const xmlFault = <C extends DiagnosticCode>(code: C, offset: number, ...given: Given<C>): XmlFault => ({
  offset,
  found: diagnostic(code, {}, ...given) as Diagnostic,
});

/** A child element of the root: offsets in UTF-16 units, ends behind the last character. */
export interface RootChild {
  readonly start: number;
  /** Where its start tag ends. */
  readonly tagEnd: number;
  end: number;
  /** Which start tag of the document is its own, counted from 0. */
  readonly first: number;
}

/**
 * Tells which elements are left out of the tree with all that is in them, by an element's name and those of the elements that are open
 * around it, as they are written. The root is never asked about.
 */
export type Skips = (name: string, open: readonly string[]) => boolean;

/** Where a scan is, and what it has met. */
export interface Scan {
  readonly text: string;
  readonly skips: Skips | undefined;
  /** What was skipped, from the start of a start tag to the end of its end tag. */
  readonly skipped: { readonly start: number; end: number }[];
  /** How many elements are open around the one that is being skipped; 0 where none is. */
  skipDepth: number;
  readonly maxDepth: number;
  readonly maxItems: number;
  readonly starts: number[];
  /** The children of the root; of the last one the end is known when its end tag has been read. */
  readonly children: RootChild[];
  /** The names of the elements that are open. */
  readonly open: string[];
  /** How many elements and attributes have been met. */
  items: number;
  readonly nextAmpersand: (from: number) => number;
  readonly nextLessThan: (from: number) => number;
  readonly nextCdataEnd: (from: number) => number;
  at: number;
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

export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

export const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
};
