import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/text/table.js';
import { cutToWidth, widthOf, wrapToWidth } from '../../src/text/width.js';

const rows = [
  ['STATUS', 'CONNECTOR', 'WHY'],
  [
    'NOT APPLICABLE',
    'Outbound to the partner in the north, by way of the relay',
    'DomainSecureEnabled False; TlsDomain (not set)',
  ],
  ['OPEN', '東京の送信コネクタ、北の中継を経由するもの、予備', 'DomainSecureEnabled False'],
  ['OPEN', `Zu${'e\u0301'.repeat(60)}`, 'every clause is met'],
];

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['e\u0301', 1],
    ['東京', 4],
    ['ｱｲ', 2],
    ['ＡＢ', 4],
    ['한글', 4],
    ['\u1112\u1161\u11ab', 2],
    ['😀', 2],
    ['…', 1],
  ])('of %s is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is kept by what is cut, and marks stay with their characters', () => {
    expect(cutToWidth('東京都', 5)).toBe('東京…');
    expect(cutToWidth('東京都', 4)).toBe('東…');
    expect(cutToWidth('ae\u0301o\u0301u', 3)).toBe('ae\u0301…');
    expect(cutToWidth('abc', 3)).toBe('abc');
  });

  it('is that of a line, which ends between words', () => {
    expect(wrapToWidth('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapToWidth('a muchlongerword b', 5)).toEqual(['a', 'muchlongerword', 'b']);
  });

  it('does not depend on whether all characters are ASCII', () => {
    const texts = fc.string({ unit: fc.constantFrom(' ', ' ', ',', 'a', 'aa', 'aaaaa', 'b'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: -1, max: 20 }), (text, width) => {
        const lines = wrapToWidth(text.replaceAll('a', '\u00e4'), width);
        expect(lines.map((line) => line.replaceAll('\u00e4', 'a'))).toEqual(wrapToWidth(text, width));
      }),
      { numRuns: 2000 },
    );
  });
});

describe.each([40, 60, 80, 120])('a table in %i columns', (width) => {
  it.each([true, false])('fits, whether its last column goes on in further lines or not: %s', (wraps) => {
    const lines = renderTable(rows, { width, wraps }).trimEnd().split('\n');
    expect(lines.filter((line) => widthOf(line) > Math.max(width, 46))).toEqual([]);
  });

  it('never cuts a status', () => {
    expect(renderTable(rows, { width })).toContain('NOT APPLICABLE');
  });

  it('aligns its columns', () => {
    const starts = renderTable(rows, { width })
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => widthOf(line.slice(0, line.search(/DomainS|every/))));
    expect(new Set(starts).size).toBe(1);
  });
});

it('words of the last column are never broken', () => {
  const text = renderTable(rows, { width: 60, wraps: true });
  for (const word of ['DomainSecureEnabled', 'TlsDomain', '(not', 'every', 'clause']) expect(text).toContain(word);
});

it('a column can be the first to give way', () => {
  const [, line = ''] = renderTable(
    [
      ['A', 'B'],
      ['x'.repeat(60), 'y'.repeat(40)],
    ],
    { width: 80, cutFirst: { column: 1, least: 28 } },
  ).split('\n');
  expect(line).toBe(`${`${'x'.repeat(49)}…`}  ${'y'.repeat(27)}…`);
});
