import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { style, styleHash } from '../../src/report/style.js';

/** The colours that a part of the style defines: `--text: #1b1b1b`. */
const coloursOf = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const statuses = ['open', 'refused', 'not-reviewed', 'not-applicable', 'not-a-finding'];
const [light = '', dark = ''] = style.split('@media screen and (prefers-color-scheme: dark)');
const darkBlock = dark.slice(0, dark.indexOf('\n}\n'));

describe('the style', () => {
  it('has the hash that the policy names', () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  });

  it('is the same text in HTML and in XML, and asks for no other file', () => {
    expect(style).not.toMatch(/[<>&]|url\(|@import|expression/);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  describe.each([
    ['light', coloursOf(light)],
    ['dark', coloursOf(darkBlock)],
  ])('in %s', (_, colours) => {
    const colour = (name: string): string => colours.get(name) ?? '';
    const texts = ['text', 'muted', 'link'].flatMap((name) => [
      [name, 'page'],
      [name, 'surface'],
    ]);
    const marks = statuses.flatMap((name) => [
      [name, `on-${name}`],
      [name, 'page'],
    ]);

    it.each([...texts, ...marks])('%s on %s is at least 4.5 to 1', (text = '', ground = '') => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    });

    it('lines are at least 3 to 1', () => {
      expect(contrast(colour('line'), colour('page'))).toBeGreaterThanOrEqual(3);
    });
  });

  it('defines the same colours for both, and uses no colour that is not defined', () => {
    expect([...coloursOf(darkBlock).keys()]).toEqual([...coloursOf(light).keys()]);
    const used = [...style.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual([...coloursOf(light).keys()].sort());
  });

  it('is light on paper of any size, with table heads repeated and rows whole', () => {
    expect(style).not.toMatch(/@media \(prefers-color-scheme/);
    expect(style).toContain('counter(page) " of " counter(pages)');
    expect(style).not.toMatch(/size: (letter|a4)/i);
    const print = style.slice(style.indexOf('@media print'));
    expect(print).toContain('thead { display: table-header-group; }');
    expect(print).toMatch(/tr, [^{]*{ break-inside: avoid; }/);
  });
});
