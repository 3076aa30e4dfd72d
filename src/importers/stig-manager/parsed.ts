import { XMLParser } from 'fast-xml-parser';
import { elementsOf, textOf as textIn, type XmlElement } from '../../xml/tree.js';
import { decodeHtml } from './references.js';

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
  readonly meant: string;
  readonly start: number;
}

/** What is there several times, or is always taken for a list. */
export interface ParsedList {
  readonly kind: 'list';
  readonly items: readonly Parsed[];
}

/** Whether an element or attribute is a list already where it is there once. */
export type IsList = (name: string, isLeaf: boolean) => boolean;

/**
 * STIG Manager's options (client modules 1.6.7, reviewsFromCkl and reviewsFromXccdf): prefixes are dropped, texts trimmed piece by piece and
 * decoded twice; comments and CDATA sections are members beside the text.
 */
const options = {
  allowBooleanAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '__cdata',
  commentPropName: '__comment',
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 200_000 },
  removeNSPrefix: true,
  trimValues: true,
  tagValueProcessor: (_name: string, value: string) => decodeHtml(value),
} as const;

/**
 * Reads a document with STIG Manager's own parser, fast-xml-parser, and finds for what it gave out where that stands and what the file
 * says there by XML's own rules.
 *
 * @returns a text where the parser throws: its message
 */
export const toParsed = (text: string, root: XmlElement, isList: IsList): ParsedNode | string => {
  try {
    const isArray = (name: string, _path: unknown, isLeaf: boolean) => isList(name, isLeaf);
    const seen = new XMLParser({ ...options, isArray }).parse(text) as unknown;
    const document: XmlElement = { ...root, name: '', attributes: [], children: [root], start: 0 };
    const parsed = withPlaces(seen, document);
    return parsed.kind === 'node' ? parsed : { kind: 'node', members: new Map(), meant: '', start: 0 };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** What the parser made of one element. */
const withPlaces = (seen: unknown, element: XmlElement): ParsedText | ParsedNode => {
  const { start } = element;
  const meant = textIn(element).trim();
  if (typeof seen !== 'object' || seen === null) return { kind: 'text', text: String(seen), meant, start };
  const members = Object.entries(seen).map(([name, value]): [string, Parsed] => [name, memberIn(element, name, value)]);
  return { kind: 'node', members: new Map(members), meant, start };
};

/** An attribute goes before an element of its name, as with the parser. */
const memberIn = (element: XmlElement, name: string, seen: unknown): Parsed => {
  const attribute = element.attributes.find((one) => one.name === name);
  const elements = attribute === undefined ? elementsOf(element, name) : [];
  const one = (item: unknown, i: number): Parsed =>
    withPlaces(
      item,
      elements[i] ?? { ...element, children: [{ kind: 'text', text: attribute?.value ?? textIn(element) }] },
    );
  return Array.isArray(seen) ? { kind: 'list', items: seen.map(one) } : one(seen, 0);
};

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
