import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSpan, escapeContent } from '../../src/xml/content.js';
import { parseXml } from '../../src/xml/parse.js';
import { textOf } from '../../src/xml/tree.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';

describe('the content of an element', () => {
  it.each([
    ['<a>text</a>', 'text'],
    ['<a></a>', ''],
    ['<a x=">" y=\'/>\'>text</a>', 'text'],
    ['<a\n>1 &lt; 2 &#13;</a >', '1 &lt; 2 &#13;'],
    ['<a><![CDATA[</a> <b>]]> and ]<![CDATA[]]></a>', '<![CDATA[</a> <b>]]> and ]<![CDATA[]]>'],
  ])('%s', (text, content) => {
    const span = contentSpan(text, 0);
    if (span.kind !== 'text') throw new Error(span.kind);
    expect(text.slice(span.start, span.end)).toBe(content);
  });

  it.each(['<a/>', '<a />', '<ns:a x="/>"/>'])('%s is one tag', (text) => {
    expect(contentSpan(text, 0)).toEqual({
      kind: 'empty-tag',
      start: text.length - 2,
      end: text.length,
      name: text.startsWith('<ns') ? 'ns:a' : 'a',
    });
  });

  it.each(['<a>1<b/></a>', '<a>1<!-- c --></a>', '<a>1<?p?></a>', '<a>1<![CDATA[x]]><b></b></a>'])(
    '%s holds markup',
    (text) => {
      expect(contentSpan(text, 0)).toMatchObject({ kind: 'markup' });
    },
  );

  it('reads back as it was, by our parser and by libxml2, whatever the line end', () => {
    const texts = fc.string({
      unit: fc.constantFrom('&', '<', '>', ']', ';', 'a', '\n', '\r', '\t', '"', "'", 'é', '😀'),
    });
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '\r\n', '\r'), (text, lineEnd) => {
        const written = `<a>${escapeContent(text, lineEnd)}</a>`;
        const read = parseXml(written, 'f');
        if (!read.ok) throw new Error(written);
        expect(textOf(read.value)).toBe(text);
        const document = parseWithLibxml2(written);
        expect(select(document, '/a')).toEqual([text]);
        document.dispose();
      }),
    );
  });
});
