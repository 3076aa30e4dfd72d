import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginStyle } from '../../src/report/margins.js';

/** The strings of a style by CSS's own grammar: an escape is up to six digits and a blank that belongs to it. */
const stringsOf = (css: string): readonly string[] =>
  [...css.matchAll(/"((?:[^"\\\n]|\\[0-9a-f]{1,6} )*)"/g)].map(([, inner = '']) =>
    inner.replace(/\\([0-9a-f]{1,6}) /g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16))),
  );

/** The style with its strings taken out. */
const withoutStrings = (css: string): string => css.replace(/"(?:[^"\\\n]|\\[0-9a-f]{1,6} )*"/g, 'STRING');

describe('the margins of a printed page', () => {
  it('hold the marking at the top and the bottom, and what the page is about', () => {
    expect(stringsOf(marginStyle('CUI//SP-CTI', 'EDGE01'))).toEqual(['CUI//SP-CTI', 'CUI//SP-CTI', 'EDGE01']);
    expect(stringsOf(marginStyle('', 'EDGE01'))).toEqual(['EDGE01']);
  });

  it('are the same rule and plain ASCII whatever the texts are', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc
        .array(
          fc.constantFrom('"', "'", '\\', '\n', '\r', '\f', '\0', '</style>', '*/', '}', '@', '41 ', '\ud800', ' '),
          {
            minLength: 1,
          },
        )
        .map((parts) => parts.join('')),
    );
    const rule = withoutStrings(marginStyle('CUI', 'EDGE01'));
    fc.assert(
      fc.property(anything, anything, (marking, label) => {
        const css = marginStyle(marking, label);
        expect(css).toMatch(/^[\x20-\x7e]*$/);
        expect(css).not.toMatch(/[<>&]/);
        expect(withoutStrings(css).replaceAll(' font-size: 6.5pt;', '')).toBe(rule);
        expect(stringsOf(css)[0]).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff\p{Surrogate}]/u);
      }),
    );
  });

  it('hold no more than fits', () => {
    const [top = ''] = stringsOf(marginStyle('x'.repeat(5000), ''));
    expect(top.length).toBeLessThan(200);
    expect(top.endsWith('\u2026')).toBe(true);
  });
});
