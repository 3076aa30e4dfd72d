import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { InputLimits } from '../../src/text/input-limits.js';
import { parseXml, parseXmlItems } from '../../src/xml/parse.js';
import type { XmlElement } from '../../src/xml/tree.js';
import { caseOf, textOfFile } from '../fuzz/case.js';
import { textOperations } from '../fuzz/damage.js';
import { mix, type Random, randomOf } from '../fuzz/random.js';
import { malformed, refused, wellFormed } from '../xml/documents.js';

type Read = { readonly root: XmlElement } | { readonly diagnostics: readonly Diagnostic[] };

const whole = (text: string, limits: Partial<InputLimits> = {}): Read => {
  const read = parseXml(text, 'f', limits);
  return read.ok ? { root: read.value } : { diagnostics: read.diagnostics };
};

/** The whole tree again, of the root and the items that were handed over one by one. */
const byItems = (text: string, limits: Partial<InputLimits> = {}): Read => {
  const items: XmlElement[] = [];
  const read = parseXmlItems(text, 'f', limits, () => (item) => items.push(item));
  if (!read.ok) return { diagnostics: read.diagnostics };
  const handed = items.values();
  const children = read.value.children.map((child) => {
    if (child.kind === 'text') return child;
    // What the root showed of it before.
    const item = handed.next().value;
    expect(child).toEqual({ ...item, children: [] });
    return item ?? child;
  });
  expect(handed.next().done).toBe(true);
  return { root: { ...read.value, children } };
};

const names = ['a', 'b', 'p:a', 'q:b', 'p:c'] as const;
const declarations = ['xmlns="u"', 'xmlns=""', 'xmlns:p="u"', 'xmlns:q="u"', 'xmlns:p="v"', 'xmlns:q=""'] as const;
const attributes = ['c="1"', "d='&amp;\t>'", 'p:c="2"', 'q:c="3"', 'e="<"'] as const;
const texts = [
  '',
  '',
  ' ',
  'x',
  '\r\n',
  '&#65;',
  '<![CDATA[<b>]]>',
  '<!-- <b> -->',
  '<?i <b> ?>',
  ']]>',
  '&x;',
] as const;

/** An element with namespaces, of which some are not declared where they are used. */
const randomElement = (random: Random, depth: number): string => {
  const own = [...new Set([...declarations, ...attributes].filter(() => random.chance(0.08)))];
  const name = random.pick(random.chance(0.8) ? ['a', 'b'] : names);
  const tag = [name, ...own].join(random.pick([' ', '\n', '\r\n']));
  if (random.chance(0.2)) return `<${tag}/>`;
  const children = Array.from({ length: depth === 0 ? 0 : random.int(5) }, () => randomElement(random, depth - 1));
  const text = () => random.pick(random.chance(0.95) ? ['', ' ', 'x', '\r\n'] : texts);
  return `<${tag}>${children.map((child) => text() + child).join('')}${text()}</${name}>`;
};

describe('the elements of a root, read one by one, are those of the whole tree', () => {
  it.each(Object.entries(wellFormed))('%s', (_, text) => {
    expect(byItems(text)).toEqual(whole(text));
    expect(whole(text)).toHaveProperty('root');
  });

  it.each([...malformed, ...refused])('%s', (text) => {
    expect(byItems(text)).toEqual(whole(text));
    expect(whole(text)).toHaveProperty('diagnostics');
  });

  it('in any document with namespaces, or both refuse it for the same', () => {
    const met = { read: 0, refused: 0 };
    const property = fc.property(fc.nat(), (index) => {
      const random = randomOf(mix(1, index));
      const text = `<!-- x -->\n<r xmlns:p="w">${Array.from({ length: random.int(6) }, () => randomElement(random, 3)).join(' ')}</r>`;
      const expected = whole(text);
      expect(byItems(text)).toEqual(expected);
      met['root' in expected ? 'read' : 'refused'] += 1;
    });
    fc.assert(property, { seed: 1, numRuns: 3000 });
    expect(Math.min(met.read, met.refused)).toBeGreaterThan(500);
  });

  it('in any export, damaged or not', () => {
    const operations = Object.values(textOperations);
    const met = { read: 0, refused: 0 };
    for (let index = 0; index < 3000; index++) {
      const { files } = caseOf(7, index, 'clean');
      const [first = '', other = first] = files
        .filter(({ dialect }) => dialect.format === 'clixml')
        .map((file) => textOfFile(file).replace(/^\s*#< CLIXML\s*/, ''));
      if (first === '') continue;
      const random = randomOf(mix(7, index));
      let text = first;
      for (let i = random.int(3); i > 0; i--)
        text = (operations[random.int(operations.length)] ?? ((same) => same))(text, random, () => other);
      const expected = whole(text);
      expect(byItems(text)).toEqual(expected);
      met['root' in expected ? 'read' : 'refused'] += 1;
    }
    expect(Math.min(met.read, met.refused)).toBeGreaterThan(50);
  });

  it('and limits count over the whole document', () => {
    const text = '<r><a b="1"><c/></a><a><c><d/></c></a></r>';
    for (let limit = 1; limit < 10; limit++) {
      expect(byItems(text, { maxItems: limit })).toEqual(whole(text, { maxItems: limit }));
      expect(byItems(text, { maxDepth: limit })).toEqual(whole(text, { maxDepth: limit }));
    }
    expect(whole(text, { maxItems: 6 })).toHaveProperty('diagnostics');
    expect(whole(text, { maxItems: 7 })).toHaveProperty('root');
  });
});
