import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, textOf } from '../support/pages.js';

/** Links and pictures to files, and headings within pages. What is in code is no link. */
const linksOf = (page: string): readonly (readonly [link: string, to: string, heading: string | undefined])[] => {
  const prose = textOf(page)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '``');
  const links = prose.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)]+))?\)/g);
  return [...links].map(([link, to = '', heading]) => [link, to === '' ? page : join(dirname(page), to), heading]);
};

/** Headings as a page on the web names them: small letters, blanks as hyphens, no marks. */
const headingsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe.each(pages)('%s', (page) => {
  it('links only to files and headings that exist', () => {
    for (const [link, target, heading] of linksOf(page)) {
      expect(existsSync(target), `${page}: ${link}`).toBe(true);
      if (heading !== undefined) expect(headingsOf(target), `${page}: ${link}`).toContain(heading);
    }
  });
});

it('the index of docs has every page below it', () => {
  const linked = new Set(linksOf('docs/README.md').map(([, target]) => target));
  const own = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(own.filter((page) => !linked.has(page))).toEqual([]);
});
