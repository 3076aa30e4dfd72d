import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsWithLineEnd, lineIndex, linesOf } from '../../src/text/lines.js';

describe('lineIndex', () => {
  it('counts CRLF, LF and CR as one line end each', () => {
    const at = lineIndex('ab\r\nc\rd\n\ne');
    expect([0, 2, 3, 4, 6, 8, 9, 10].map((offset) => Object.values(at(offset)))).toEqual([
      [1, 1],
      [1, 3],
      [1, 4],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [5, 2],
    ]);
  });

  it('takes offsets outside the text to its ends', () => {
    const at = lineIndex('a\nbc');
    expect(at(-1)).toEqual({ line: 1, column: 1 });
    expect(at(99)).toEqual({ line: 2, column: 3 });
    expect(lineIndex('')(0)).toEqual({ line: 1, column: 1 });
  });

  it('says what counting from the beginning says', () => {
    const text = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', 'é')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(40), (whole, offset) => {
        const at = Math.min(offset, whole.length);
        if (whole.charAt(at - 1) === '\r' && whole.charAt(at) === '\n') return;
        const before = linesOf(whole.slice(0, at));
        expect(lineIndex(whole)(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
      }),
    );
  });
});

describe('endsWithLineEnd', () => {
  it.each([
    ['', true],
    ['a\n', true],
    ['a\r\n', true],
    ['a\r', true],
    ['a', false],
    ['a\n ', false],
  ])('%j: %s', (text, expected) => {
    expect(endsWithLineEnd(text)).toBe(expected);
  });
});
