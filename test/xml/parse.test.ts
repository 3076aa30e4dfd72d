import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlElement as LibElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/bytes/decode.js';
import { parseXml } from '../../src/xml/parse.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement, type XmlNode } from '../../src/xml/tree.js';
import { parseWithLibxml2 } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { malformed, refused, wellFormed } from './documents.js';

const parse = (text: string): XmlElement => {
  const read = parseXml(text, 'f');
  if (!read.ok) throw new Error(`${read.diagnostics[0]?.code} at ${read.diagnostics[0]?.place.line}`);
  return read.value;
};

const libxml2Accepts = (text: string): boolean => {
  try {
    parseWithLibxml2(text).dispose();
    return true;
  } catch {
    return false;
  }
};

/** A tree as arrays and texts, to compare what two parsers made: `[{namespace}name, attributes, children]`. */
type Plain =
  | string
  | readonly [name: string, attributes: readonly (readonly [string, string])[], children: readonly Plain[]];

const plain = (node: XmlNode): Plain =>
  node.kind === 'text'
    ? node.text
    : [
        `{${node.namespace}}${node.prefix}:${node.name}`,
        node.attributes.map(
          ({ namespace, prefix, name, value }) => [`{${namespace}}${prefix}:${name}`, value] as const,
        ),
        node.children.map(plain),
      ];

const plainLibxml2 = (text: string): Plain => {
  const document = parseWithLibxml2(text);
  const convert = (element: LibElement): Plain => {
    const children: Plain[] = [];
    for (const node of element.find('*|text()')) {
      const last = children.at(-1);
      if (node instanceof LibElement) children.push(convert(node));
      else if (typeof last === 'string') children[children.length - 1] = last + node.content;
      else if (node.content !== '') children.push(node.content);
    }
    const attributes = element.attrs.map((a) => [`{${a.namespaceUri}}${a.prefix}:${a.name}`, a.content] as const);
    return [`{${element.namespaceUri}}${element.prefix}:${element.name}`, attributes, children];
  };
  try {
    return convert(document.root);
  } finally {
    document.dispose();
  }
};

describe('parseXml, well-formed documents', () => {
  for (const [name, text] of Object.entries(wellFormed))
    it(name, () => {
      expect(plain(parse(text))).toEqual(plainLibxml2(text));
    });
});

describe('parseXml, malformed documents', () => {
  it.each(malformed)('%j: %s', (text, code) => {
    expect(libxml2Accepts(text)).toBe(false);
    expect(parseXml(text, 'f').diagnostics.map((d) => d.code)).toEqual([code]);
  });

  it.each(refused.map(([text, code]) => [text.slice(0, 60), code, text] as const))('%j: %s', (_, code, text) => {
    expect(parseXml(text, 'f').diagnostics.map((d) => d.code)).toEqual([code]);
  });

  it('names the line and column, counting CRLF, LF and CR', () => {
    const read = parseXml('<a>\r\n<b>\r  <c>\n   R & D</c></b></a>', 'some.xml');
    expect(read.diagnostics[0]).toMatchObject({
      code: 'xml-ampersand',
      severity: 'error',
      place: { file: 'some.xml', line: 4, column: 6 },
    });
    expect(parseXml('<a>\n<p:b/></a>', 'f').diagnostics[0]?.place).toMatchObject({ line: 2, column: 1 });
    expect(parseXml('<a>\n<b>', 'f').diagnostics[0]?.place).toMatchObject({ line: 2, column: 4 });
  });

  it('has a depth limit of the caller', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(3), 'f', { maxDepth: 3 }).ok).toBe(true);
    expect(parseXml(nested(4), 'f', { maxDepth: 3 }).diagnostics[0]?.code).toBe('xml-too-deep');
    expect(parseXml(nested(1000), 'f', { maxDepth: 100_000 }).ok).toBe(true);
    expect(parseXml(nested(1001), 'f', { maxDepth: 100_000 }).diagnostics[0]?.code).toBe('xml-too-deep');
  });

  it('refuses a document that is cut off, wherever that is', () => {
    const text = '<?xml version="1.0"?><!-- c --><a b="1"><c>x &amp; y</c><![CDATA[z]]><?p q?><d e=\'2\'/></a>';
    expect(parseXml(text, 'f').ok).toBe(true);
    for (let length = 0; length < text.length; length++) {
      const code = parseXml(text.slice(0, length), 'f').diagnostics[0]?.code;
      expect(code, text.slice(0, length)).toMatch(/^xml-/);
      if (text.indexOf('<a') + 1 < length && !/&\w*$/.test(text.slice(0, length))) expect(code).toBe('xml-truncated');
    }
  });
});

describe('parseXml, any document', () => {
  const ncName = fc.constantFrom('a', 'b', 'Obj', 'N', 'item.1', 'ö');
  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...('<>&"\'\n\r\t ]x5é😀;#'.match(/./gsu) ?? [])) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  );
  const text = fc.array(character, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  const { tree } = fc.letrec<{ tree: Plain; node: Plain }>((tie) => ({
    tree: fc
      .tuple(
        ncName.map((name) => `{}:${name}`),
        fc.uniqueArray(
          fc.tuple(
            ncName.map((name) => `{}:${name}`),
            text,
          ),
          { selector: ([name]) => name, maxLength: 3 },
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]): Plain => [name, attributes, children.filter(notTextAfterText)]),
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, tie('tree')),
  }));
  const notTextAfterText = (child: Plain, i: number, all: readonly Plain[]) =>
    typeof child !== 'string' || typeof all[i - 1] !== 'string';

  const escaped = (value: string): string => value.replace(/[<>&"'\t\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);
  const write = (node: Plain): string => {
    if (typeof node === 'string') return escaped(node);
    const [name, attributes, children] = node;
    const tag = name.slice(3);
    return `<${tag}${attributes.map(([key, value]) => ` ${key.slice(3)}="${escaped(value)}"`).join('')}>${children.map(write).join('')}</${tag}>`;
  };

  it('reads back as it was written', () => {
    fc.assert(fc.property(tree, (document) => void expect(plain(parse(write(document)))).toEqual(document)));
  });

  it('gives every element the offset of its tag', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', '\r\n', '<!-- <a> -->\r\n'), (document, before) => {
        const written = before + write(document).replaceAll('</', '\r\n</');
        const all: XmlElement[] = [];
        const collect = (element: XmlElement): void => {
          all.push(element);
          elementsOf(element).forEach(collect);
        };
        collect(parse(written));
        for (const element of all)
          expect(written.slice(element.start)).toMatch(new RegExp(`^<${element.name}[ >]`, 'u'));
        const starts = all.map((element) => element.start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(starts).toHaveLength(written.replace(/<!--.*?-->/, '').match(/<[^/]/g)?.length ?? 0);
      }),
    );
  });

  it('never throws, and refuses whatever libxml2 refuses', () => {
    const bits = fc.constantFrom(
      ...['<a', '>', '/>', '</a>', ' b="', '"', "'", ' xmlns="u"', ' xmlns:p="u"', '<p:a', '</p:a>', " p:b='1'", '='],
      ...[
        '&',
        '&amp;',
        '&#65;',
        '&#0;',
        ';',
        '<!--',
        '-->',
        '--',
        '<![CDATA[',
        ']]>',
        '<?p',
        '?>',
        '<?xml version="1.0"?>',
      ],
      ...[
        'x',
        ' ',
        '\n',
        '\r',
        '\u0001',
        '\ud800',
        '😀',
        '<__proto__>',
        '<toString/>',
        '<',
        ':',
        '<!DOCTYPE a>',
        '\u00b7',
      ],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        const document = `<a>${parts.join('')}</a>`;
        for (const candidate of [document, parts.join('')])
          if (parseXml(candidate, 'f').ok) expect(plain(parse(candidate))).toEqual(plainLibxml2(candidate));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the text', { timeout: 20_000 }, () => {
    const many = {
      attributes: `<a ${Array.from({ length: 50_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`,
      ampersands: `<a>${'&amp;'.repeat(200_000)}</a>`,
      spaces: `<a${' '.repeat(500_000)}b`,
      comments: `<a>${'<!---->'.repeat(100_000)}</a>`,
      brackets: `<a>${']]'.repeat(300_000)}</a>`,
      quotes: `<a>${'<b c="'.repeat(100_000)}`,
    };
    for (const document of Object.values(many)) parseXml(document, 'f');
  });
});

const lacking = lacksShared('data');
const namesIn = (folder: string): string[] => (lacking ? [] : readdirSync(sharedFile(folder)));

describe.skipIf(lacking)('parseXml, real files', () => {
  const folders = ['benchmarks', 'checklists', 'exports', 'xccdf-results'];
  const files = folders.flatMap((folder) =>
    namesIn(`data/${folder}`)
      .filter((name) => /\.(xml|ckl)$/.test(name))
      .map((name) => `data/${folder}/${name}`),
  );
  const read = (file: string): string => {
    const decoded = decode(readFileSync(sharedFile(file)), file);
    if (!decoded.ok) throw new Error(file);
    return decoded.value.text;
  };

  it.each(files)('%s', (file) => {
    const text = read(file);
    const parsed = parse(text);
    expect(plain(parsed)).toEqual(plainLibxml2(text));
  });

  it.each(namesIn('data/checklists/refused'))('%s is refused', (name) => {
    expect(parseXml(read(`data/checklists/refused/${name}`), name).ok).toBe(false);
  });
});

describe('tree', () => {
  const root = parse('<a xmlns:p="u" b="1" p:b="2"><c>x</c><!-- --><d/><c>y<e>z</e></c></a>');

  it('finds attributes, elements and text', () => {
    expect(attributeOf(root, 'b')).toBe('1');
    expect(attributeOf(root, 'c')).toBeUndefined();
    expect(elementsOf(root).map((element) => element.name)).toEqual(['c', 'd', 'c']);
    expect(elementsOf(root, 'c').map(textOf)).toEqual(['x', 'yz']);
    expect(firstOf(root, 'd')?.children).toEqual([]);
    expect(firstOf(root, 'e')).toBeUndefined();
    expect(textOf(root)).toBe('xyz');
  });
});
