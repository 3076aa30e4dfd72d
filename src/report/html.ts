import { visible, visibleLines } from '../text/visible.js';

/**
 * HTML as data. What can be made of it is a list: no element that runs, loads or submits anything, no attribute that takes a
 * program or a style, no address but a place on the page or a file beside it. Texts become markup nowhere.
 */
export interface HtmlElement {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: readonly Html[];
}

export type Html = string | HtmlElement;

/** What may stand where a child is expected: nothing, a node, or several of them. */
export type Content = Html | undefined | readonly Content[];

/** Elements that hold elements only: a line each in the document. */
const blocks = [
  ...(['html', 'head', 'body', 'header', 'main', 'footer', 'nav', 'section', 'div'] as const),
  ...(['table', 'thead', 'tbody', 'tr', 'ul', 'ol', 'dl', 'svg'] as const),
] as const;

type Tag =
  | (typeof blocks)[number]
  | 'meta'
  | 'title'
  | 'style'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'a'
  | 'strong'
  | 'code'
  | 'bdi'
  | 'span'
  | 'time'
  | 'li'
  | 'dt'
  | 'dd'
  | 'caption'
  | 'th'
  | 'td'
  | 'rect';

export interface Attributes {
  readonly lang?: 'en';
  readonly charset?: 'utf-8';
  readonly 'http-equiv'?: 'Content-Security-Policy';
  readonly name?: 'viewport' | 'referrer' | 'generator';
  readonly content?: string;
  readonly class?: string;
  readonly id?: string;
  readonly href?: Link;
  readonly datetime?: string;
  readonly scope?: 'col' | 'row';
  readonly role?: 'region';
  readonly tabindex?: 0;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-hidden'?: 'true';
  readonly width?: string;
  readonly height?: string;
}

/** Where a link leads: to an id on the same page, or to a file in the page's own folder or below it, `/` between folders. */
export type Link = { readonly id: string } | { readonly file: string };

/** An element with its attributes, where it has any, and its content: `h('p', { class: 'note' }, 'Seen: ', value)`. */
export const h = (
  tag: Tag,
  ...[first, ...others]: readonly [first?: Attributes | Content, ...Content[]]
): HtmlElement =>
  isAttributes(first)
    ? { tag, attributes: first, children: others.flatMap(nodesOf) }
    : { tag, attributes: {}, children: [first, ...others].flatMap(nodesOf) };

const isAttributes = (first: Attributes | Content): first is Attributes =>
  typeof first === 'object' && !Array.isArray(first) && !('tag' in first);

const nodesOf = (content: Content): readonly Html[] => {
  if (content === undefined) return [];
  return typeof content === 'string' || 'tag' in content ? [content] : content.flatMap(nodesOf);
};

/**
 * Writes a document, with LF and a line feed at its end. It is HTML that is also well-formed XML. What a reader could not see,
 * or what would change the direction of the text, is written as `\u{202E}`; line feeds and tabs stay.
 */
export const toHtml = (root: HtmlElement): string => `<!DOCTYPE html>\n${render(root)}\n`;

const render = (node: Html): string => {
  if (typeof node === 'string') return toText(node);
  const { tag, children } = node;
  const start = `<${tag}${Object.entries(node.attributes).map(toAttribute).join('')}`;
  if (tag === 'meta') return `${start} />`;
  const block = children.length > 0 && blocks.some((name) => name === tag);
  const inner = children.map(render);
  return block ? `${start}>\n${inner.join('\n')}\n</${tag}>` : `${start}>${inner.join('')}</${tag}>`;
};

const toAttribute = ([name, value]: readonly [string, Link | string | number | undefined]): string => {
  if (value === undefined) return '';
  const text = typeof value === 'object' ? toAddress(value) : String(value);
  return ` ${name}="${escaped(onOneLine(text)).replaceAll('"', '&quot;')}"`;
};

/** With `./` in front a file's name cannot be taken for an address of another kind. */
const toAddress = (link: Link): string =>
  'id' in link ? `#${encoded(link.id)}` : `./${link.file.split('/').map(encoded).join('/')}`;

/** encodeURIComponent throws on a lone surrogate, which no file's name can hold in UTF-8 anyway. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** A text as a page may show it on one line, not yet escaped. */
export const onOneLine = (text: string): string => legal(visible(text));

const toText = (text: string): string => escaped(legal(visibleLines(text)));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Neither HTML nor XML may hold these two. */
const legal = (text: string): string =>
  text.replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`);
