import type { XmlElement } from '../../xml/tree.js';

/** A document as STIG Manager's XML parser returns it: not a tree, but texts, objects and lists of them. */
export type Parsed = ParsedText | ParsedNode | ParsedList;

/** An element without attributes, comments, CDATA or other elements in it; or an attribute. */
export interface ParsedText {
  readonly kind: 'text';
  readonly text: string;
  /** What the file says by XML's own rules, trimmed. */
  readonly meant: string;
  readonly start: number;
}

/** Anything else that is there once; its text, if any, is the member `#text`. */
export interface ParsedNode {
  readonly kind: 'node';
  readonly members: ReadonlyMap<string, Parsed>;
  readonly start: number;
}

/** What is there several times, or is always taken for a list. */
export interface ParsedList {
  readonly kind: 'list';
  readonly items: readonly Parsed[];
}

/** Whether an element or attribute is a list already where it is there once. */
export type IsList = (name: string, isLeaf: boolean) => boolean;

/** Makes of a document, as text and as tree, what STIG Manager's parser returns; a text where it throws: its message. */
export type ReadAsParsed = (text: string, root: XmlElement, isList: IsList) => ParsedNode | string;

/** A member of an object; none of a text or a list. */
export const memberOf = (seen: Parsed | undefined, name: string): Parsed | undefined =>
  seen?.kind === 'node' ? seen.members.get(name) : undefined;

export const firstOf = (seen: Parsed | undefined): Parsed | undefined =>
  seen?.kind === 'list' ? seen.items[0] : undefined;

/** The text where it is one. */
export const textOf = (seen: Parsed | undefined): string | undefined => (seen?.kind === 'text' ? seen.text : undefined);

/** False where there is nothing, or the empty text. */
export const isThere = (seen: Parsed | undefined): seen is Parsed => seen !== undefined && textOf(seen) !== '';

export const startOf = (seen: Parsed | undefined): number | undefined =>
  seen?.kind === 'list' ? startOf(seen.items[0]) : seen?.start;
