import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { h, toHtml } from '../../src/report/html.js';
import { visible, visibleLines } from '../../src/text/visible.js';
import { elementsOfPage } from '../support/page.js';

const noncharacters = (text: string): string =>
  text.replaceAll('\ufffe', '\\u{FFFE}').replaceAll('\uffff', '\\u{FFFF}');

describe('toHtml', () => {
  it('writes elements of elements by the line, and texts as they stand', () => {
    const page = h('ul', { class: 'a' }, [h('li', {}, 'x ', h('strong', {}, 'y'), undefined, [' z'])], h('li', {}));
    expect(toHtml(page)).toBe('<!DOCTYPE html>\n<ul class="a">\n<li>x <strong>y</strong> z</li>\n<li></li>\n</ul>\n');
  });

  it('any text and attribute reads back as the text that is shown', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, (text, attribute) => {
        const [element] = elementsOfPage(toHtml(h('p', { id: attribute }, text)));
        expect(element?.text).toBe(noncharacters(visibleLines(text)));
        expect(element?.attributes).toEqual({ id: noncharacters(visible(attribute)) });
      }),
    );
  });

  it('any pieces of markup read back as text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '/',
        '=',
        '!--',
        '-->',
        ']]>',
        'script',
        'p',
        '#',
        ';',
        'amp',
        ' ',
        '\n',
        '\r',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const found = elementsOfPage(toHtml(h('p', { class: text }, text)));
        expect(found).toHaveLength(1);
        expect(found[0]?.text).toBe(visibleLines(text));
        expect(found[0]?.attributes).toEqual({ class: visible(text) });
      }),
    );
  });

  it('a link leads to a place on the page or a file beside it, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const page = toHtml(h('p', {}, h('a', { href: { file: name } }), h('a', { href: { id: name } })));
        const [file, id] = elementsOfPage(page).flatMap((element) => element.attributes['href'] ?? []);
        expect(new URL(file ?? '', 'file:///d/index.html').protocol).toBe('file:');
        expect(file).toMatch(/^\.\/[^/:?#\\]+$/);
        expect(id).toMatch(/^#[^/:?#\\]+$/);
      }),
    );
  });
});
