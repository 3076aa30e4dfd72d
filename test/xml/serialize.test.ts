import { describe, expect, test } from 'vitest';
import { element, textElement } from '../../src/xml/element.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { hostileTexts } from '../support/checklists.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Looks like an entity or markup, or is what a parser normalises. */
const texts = [...hostileTexts, '&', '&&amp;', '&#x9;', '&nbsp;', '\t\n\r\n\r', ' ', '\ufeff', '%pe;'];

describe('layout', () => {
  test('elements are indented by tabs, text stays on its line', () => {
    const tree = element('a', [
      element('b', [textElement('c', 'x'), textElement('d', '')]),
      textElement('e', 'two\nlines'),
    ]);
    expect(serializeXml(tree)).toBe(`${head}<a>\n\t<b>\n\t\t<c>x</c>\n\t\t<d/>\n\t</b>\n\t<e>two\nlines</e>\n</a>\n`);
  });

  test('elements without content as tag pairs', () => {
    const tree = element('a', [textElement('b', ''), element('c', [''], [['x', '']]), element('d', [])]);
    expect(serializeXml(tree, { emptyTags: true })).toBe(`${head}<a>\n\t<b></b>\n\t<c x=""></c>\n\t<d></d>\n</a>\n`);
  });

  test('no white space is added where there is text', () => {
    const tree = element('a', ['x', element('b', [element('c', [])]), ' y']);
    expect(serializeXml(tree)).toBe(`${head}<a>x<b>\n\t\t<c/>\n\t</b> y</a>\n`);
    expect(select(parseWithLibxml2(serializeXml(tree)), '/a/text()')).toEqual(['x', ' y']);
  });

  test('a comment before the root, whatever it says', () => {
    expect(serializeXml(element('a', []), { comment: 'tool :: 1.0' })).toBe(`${head}<!--tool :: 1.0-->\n<a/>\n`);
    for (const comment of ['--', '---', 'x-', '-->', '<!--'])
      expect(() => parseWithLibxml2(serializeXml(element('a', []), { comment }))).not.toThrow();
  });

  test('prefixes and their declarations are those of the tree', () => {
    const declared = [
      ['xmlns:p', 'urn:p'],
      ['xmlns:q', 'urn:q'],
      ['id', 'x'],
    ] as const;
    const tree = element('p:a', [element('p:b', [textElement('q:c', 'y')])], declared);
    expect(serializeXml(tree)).toBe(
      `${head}<p:a xmlns:p="urn:p" xmlns:q="urn:q" id="x">\n\t<p:b>\n\t\t<q:c>y</q:c>\n\t</p:b>\n</p:a>\n`,
    );
  });
});

describe('another parser reads back', () => {
  test.each(texts)('the text %j', (text) => {
    expect(select(parseWithLibxml2(serializeXml(textElement('a', text))), '/a')).toEqual([text]);
  });

  test.each(texts)('the attribute %j', (text) => {
    expect(select(parseWithLibxml2(serializeXml(element('a', [], [['x', text]]))), '/a/@x')).toEqual([text]);
  });

  test.each(texts)('the text %j in a namespace', (text) => {
    const tree = textElement('p:a', text, [
      ['xmlns:p', 'urn:p'],
      ['x', text],
    ]);
    const document = parseWithLibxml2(serializeXml(tree));
    expect(select(document, '/p:a | /p:a/@x', { p: 'urn:p' })).toEqual([text, text]);
  });
});

test('takes 100,000 elements', () => {
  const tree = element(
    'a',
    Array.from({ length: 100_000 }, (_, i) => textElement('b', `${i} & x;`)),
  );
  expect(serializeXml(tree)).toContain('<b>99999 &amp; x;</b>');
});
