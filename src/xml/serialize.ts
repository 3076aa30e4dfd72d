import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { XmlTree } from './element.js';

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
export const serializeXml = (tree: XmlTree, options: SerializeOptions = {}): string => {
  const document = create();
  append(document, tree, '\n');
  const root = document.end({ headless: true, wellFormed: true, allowEmptyTags: options.emptyTags === true });
  const comment = options.comment === undefined ? '' : `<!--${toCommentText(options.comment)}-->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${comment}${root}\n`;
};

/**
 * The indentation is text of our own: the library's pretty printing would add white space inside mixed content, where it
 * is part of the text.
 */
const append = (parent: XMLBuilder, tree: XmlTree, lineBreak: string): void => {
  const node = parent.ele(tree.name);
  for (const [name, value] of tree.attributes ?? []) node.att(name, toAttributeValue(value));
  const indented = tree.children.length > 0 && tree.children.every((child) => typeof child !== 'string');
  for (const child of tree.children) {
    if (indented) node.txt(`${lineBreak}\t`);
    if (typeof child === 'string') {
      if (child !== '') node.txt(toText(child));
    } else append(node, child, `${lineBreak}\t`);
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
