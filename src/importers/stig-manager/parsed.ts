import { decodeReferences } from '../../xml/characters.js';
import { endOfTag } from '../../xml/content.js';
import { decodeOnce, decodeTwice } from './references.js';

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

interface Frame {
  readonly name: string;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, Parsed>;
  readonly members: Map<string, Parsed>;
  text: string;
  meant: string;
}

const token = /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\?[^\s?]+)[\s\S]*?\?>|<\/[^>]*>|<([^\s/>]+)/g;

/**
 * Reads a well-formed XML document as STIG Manager's parser does: prefixes are dropped, texts trimmed piece by piece and
 * decoded twice; comments and CDATA sections are members beside the text.
 */
export const toParsed = (text: string, isList: IsList): ParsedNode => {
  const document: Frame = { name: '', start: 0, attributes: new Map(), members: new Map(), text: '', meant: '' };
  const open: Frame[] = [document];
  let from = 0;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const frame = open.at(-1) ?? document;
    addText(frame, text.slice(from, found.index));
    const [, comment, cdata, instruction, name] = found;
    const tagEnd = name === undefined ? 0 : endOfTag(text, found.index);
    const attributes = text.slice(token.lastIndex, tagEnd);
    if (name !== undefined) token.lastIndex = tagEnd + 1;
    from = token.lastIndex;
    if (comment !== undefined) put(frame.members, '__comment', textAt(comment, found.index), isList('__comment', true));
    else if (cdata !== undefined) {
      frame.meant += cdata;
      put(frame.members, '__cdata', textAt(cdata, found.index), false);
    } else if (instruction !== undefined) put(frame.members, instruction, textAt('', found.index), false);
    else if (name === undefined) close(open, isList);
    else {
      open.push({
        name: name.slice(name.indexOf(':') + 1),
        start: found.index,
        attributes: toAttributes(attributes, found.index, isList),
        members: new Map(),
        text: '',
        meant: '',
      });
      if (attributes.endsWith('/')) close(open, isList);
    }
  }
  return { kind: 'node', members: document.members, meant: '', start: 0 };
};

const textAt = (text: string, start: number): ParsedText => ({ kind: 'text', text, meant: text, start });

const lines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const addText = (frame: Frame, raw: string): void => {
  if (raw === '') return;
  const text = lines(raw);
  frame.meant += decodeReferences(text);
  frame.text += decodeTwice(text.trim());
};

const toAttributes = (raw: string, start: number, isList: IsList): ReadonlyMap<string, Parsed> => {
  const attributes = new Map<string, Parsed>();
  for (const [, qualified = '', double, single] of raw.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (/^xmlns(:|$)/.test(qualified)) continue;
    const name = qualified.slice(qualified.indexOf(':') + 1);
    const value = lines(double ?? single ?? '').trim();
    const text: Parsed = { kind: 'text', text: decodeOnce(value), meant: decodeReferences(value), start };
    attributes.set(name, isList(name, true) ? { kind: 'list', items: [text] } : text);
  }
  return attributes;
};

const put = (members: Map<string, Parsed>, name: string, value: Parsed, list: boolean): void => {
  const before = members.get(name);
  if (before === undefined) members.set(name, list ? { kind: 'list', items: [value] } : value);
  else if (before.kind === 'list') (before.items as Parsed[]).push(value);
  else members.set(name, { kind: 'list', items: [before, value] });
};

const close = (open: Frame[], isList: IsList): void => {
  const frame = open.pop();
  const parent = open.at(-1);
  if (frame === undefined || parent === undefined) return;
  const isLeaf = frame.members.size === 0;
  put(parent.members, frame.name, parsedOf(frame), isList(frame.name, isLeaf));
};

const parsedOf = ({ attributes, members, text, meant, start }: Frame): Parsed => {
  const trimmed = meant.trim();
  if (attributes.size === 0 && members.size === 0) return { kind: 'text', text, meant: trimmed, start };
  if (text !== '') members.set('#text', { kind: 'text', text, meant: trimmed, start });
  return { kind: 'node', members: new Map([...members, ...attributes]), meant: trimmed, start };
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
