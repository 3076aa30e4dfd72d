import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { XmlMarkup, XmlTree } from './element.js';

export interface SerializeOptions {
  /** Text of a comment before the root. */
  readonly comment?: string | undefined;
  /** Write elements without content as `<X></X>`, not as `<X/>`. */
  readonly emptyTags?: boolean | undefined;
}

/**
 * Writes a tree as an XML 1.0 document: declaration (UTF-8), comment, root; LF, tabs, a line feed at the end. Elements that
 * hold only elements are indented; where there is text, no white space is added. Every text and attribute value reads back
 * exactly as it is in the tree.
 *
 * @param tree its texts hold only characters that XML 1.0 allows (../text/xml-characters.ts sees to that)
 */
export const serializeXml = (tree: XmlTree, options: SerializeOptions = {}): string =>
  serializeWithParts(tree, options).text;

/** The same, and as `ownText` the document without the tree's `XmlMarkup`. */
export const serializeWithParts = (
  tree: XmlTree,
  options: SerializeOptions = {},
): { readonly text: string; readonly ownText: string } => {
  const comment = options.comment === undefined ? '' : `<!--${toCommentText(options.comment)}-->\n`;
  const whole = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${comment}${root}\n`;
  const { text, ownText } = toMarkup(tree, '\n', options);
  return { text: whole(text), ownText: whole(ownText) };
};

/**
 * The text of one element at a depth of a document, to be put into trees as `XmlMarkup`: what many documents share is
 * written once. With the same options as the document.
 *
 * @param namespaces the declarations (`xmlns:…`) around it
 */
export const serializePart = (
  tree: XmlTree,
  depth: number,
  namespaces: XmlTree['attributes'],
  options: SerializeOptions = {},
): string => {
  const { text } = toMarkup(
    { name: 'root', attributes: namespaces, children: [tree] },
    `\n${'\t'.repeat(depth - 1)}`,
    options,
  );
  return text.slice(text.indexOf('>') + 1, text.lastIndexOf('<')).trim();
};

const toMarkup = (
  tree: XmlTree,
  lineBreak: string,
  options: SerializeOptions,
): { readonly text: string; readonly ownText: string } => {
  const document = create();
  const markups: string[] = [];
  append(document, tree, lineBreak, markups);
  const text = document.end({ headless: true, wellFormed: true, allowEmptyTags: options.emptyTags === true });
  if (markups.length === 0) return { text, ownText: text };
  // No text of the tree looks like this: its `<` are escaped.
  const own = text.split(placeholders);
  return { text: own.map((part, i) => part + (markups[i] ?? '')).join(''), ownText: own.join('') };
};

/** Stands for markup while the library writes the rest. */
const placeholder = 'markup-of-a-part';
const placeholders = new RegExp(`<${placeholder}(?:/>|></${placeholder}>)`);

/**
 * The indentation is text of our own: the library's pretty printing would add white space inside mixed content, where it
 * is part of the text.
 */
const append = (parent: XMLBuilder, tree: XmlTree | XmlMarkup, lineBreak: string, markups: string[]): void => {
  if ('markup' in tree) {
    markups.push(tree.markup);
    parent.ele(placeholder);
    return;
  }
  const node = parent.ele(tree.name);
  for (const [name, value] of tree.attributes ?? []) node.att(name, toAttributeValue(value));
  const indented = tree.children.length > 0 && tree.children.every((child) => typeof child !== 'string');
  for (const child of tree.children) {
    if (indented) node.txt(`${lineBreak}\t`);
    if (typeof child === 'string') {
      if (child !== '') node.txt(toText(child));
    } else append(node, child, `${lineBreak}\t`, markups);
  }
  if (indented) node.txt(lineBreak);
};

/** The library leaves `&` alone where it looks like an entity (`R&D;`, `&lt;`): an ampersand of ours is always one. */
const escapeAmpersands = (text: string): string => text.replaceAll('&', '&amp;');

const toText = (text: string): string => escapeAmpersands(text).replaceAll('\r', '&#13;');

/** A parser turns white space in attribute values into blanks, unless it is written as a character reference. */
const toAttributeValue = (value: string): string =>
  escapeAmpersands(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** XML allows neither `--` in a comment nor a hyphen at its end. */
const toCommentText = (text: string): string => text.replace(/-(?=-|$)/g, '- ');
