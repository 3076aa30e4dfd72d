import { createHash } from 'node:crypto';
import { XmlElement } from 'libxml2-wasm';
import { expect } from 'vitest';
import { parseWithLibxml2 } from './libxml2.js';

/** What no text of a page may hold: what changes the direction, or is not seen. Line feeds and tabs are layout. */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/u;

const elements = new Set(
  'html head meta title style body header nav ul li a h1 h2 h3 main section footer p strong code bdi span time div dl dt dd table caption thead tbody tr th td svg rect'.split(
    ' ',
  ),
);

const attributes = new Set(
  'lang charset http-equiv name content class id href datetime scope role tabindex aria-label aria-labelledby aria-hidden width height'.split(
    ' ',
  ),
);

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it. */
  readonly text: string;
}

/** A page's elements in document order, by a parser that did not write them. Throws where the page is not well-formed XML. */
export const elementsOfPage = (html: string): readonly PageElement[] => {
  const document = parseWithLibxml2(html);
  try {
    return document.find('//*').flatMap((node) =>
      node instanceof XmlElement
        ? [
            {
              name: node.name,
              attributes: Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value])),
              text: node.content,
            },
          ]
        : [],
    );
  } finally {
    document.dispose();
  }
};

/** Holds a page to what every report promises, whatever is in it. */
export const expectSafePage = (html: string): void => {
  expect(html).not.toMatch(unsafe);
  const found = elementsOfPage(html);
  const ids = found.flatMap((element) => element.attributes['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of found) {
    expect(elements, element.name).toContain(element.name);
    for (const name of Object.keys(element.attributes)) expect(attributes, name).toContain(name);
    const { href, 'aria-labelledby': label } = element.attributes;
    if (href !== undefined) expect(href).toMatch(/^(#|\.\/)[A-Za-z0-9._~!*'()%-]+(\/[A-Za-z0-9._~!*'()%-]+)*$/);
    if (href?.startsWith('#')) expect(ids).toContain(href.slice(1));
    if (label !== undefined) expect(ids).toContain(label);
    if (element.name === 'th') expect(element.attributes['scope']).toMatch(/^(col|row)$/);
  }
  const named = (name: string) => found.filter((element) => element.name === name);
  expect(named('caption')).toHaveLength(named('table').length);
  expect(named('h1')).toHaveLength(1);
  const styles = named('style').map(({ text }) => text);
  expect(styles).toHaveLength(2);
  const hashes = styles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  expect(
    named('meta').map(({ attributes: a }) => [a['charset'] ?? a['name'] ?? a['http-equiv'], a['content']]),
  ).toEqual([
    ['utf-8', undefined],
    ['Content-Security-Policy', `default-src 'none'; style-src ${hashes}; base-uri 'none'; form-action 'none'`],
    ['referrer', 'no-referrer'],
    ['viewport', 'width=device-width, initial-scale=1'],
    ['generator', expect.stringMatching(/^exchange-stig /)],
  ]);
};
