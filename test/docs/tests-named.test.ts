import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits, highestLimits } from '../../src/text/input-limits.js';

/** What these say is shown by tests: a test that was renamed or removed must not stay named in them. */
const pages = ['SECURITY.md', 'docs/assurance.md'];
const textOf = (page: string): string => readFileSync(page, 'utf8');

describe.each(pages)('%s', (page) => {
  it('names only tests and folders that exist', () => {
    const named = [...textOf(page).matchAll(/`(test\/[^`\s]*)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('links only to pages and headings that exist', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    expect(links.length).toBeGreaterThan(1);
    for (const [link, to = '', heading] of links) {
      const target = to === '' ? page : join(dirname(page), to);
      expect(existsSync(target), link).toBe(true);
      if (heading !== undefined) expect(headingsOf(target), link).toContain(heading);
    }
  });

  it('ends each row of a table of attacks with a test', () => {
    const tables = textOf(page).matchAll(/^\|.*\| (?:test|held by) \|\n\|[-|]+\|\n((?:\|.*\n)+)/gm);
    const rows = [...tables].flatMap(([, body = '']) => body.trimEnd().split('\n'));
    expect(page === 'SECURITY.md' || rows.length > 0).toBe(true);
    expect(rows.filter((row) => !/`test\/[^`]+\.test\.ts`[^|]*\|$/.test(row))).toEqual([]);
  });
});

it('every test of hostile input is in the table', () => {
  const rows = textOf('docs/assurance.md');
  for (const name of ['expressions', 'host-names', 'json', 'limits', 'many', 'names', 'secrets', 'xml', 'zip'])
    expect(rows).toContain(`\`test/hostile/${name}.test.ts\``);
});

it('SECURITY.md has the limits that the program has', () => {
  const text = textOf('SECURITY.md');
  const shown = (count: number): string => count.toLocaleString('en-US');
  for (const [option, name] of [
    ['bytes', 'maxBytes'],
    ['items', 'maxItems'],
    ['depth', 'maxDepth'],
  ] as const)
    expect(text).toContain(
      `| \`--limit ${option}=N\` | ${shown(defaultLimits[name])} | ${shown(highestLimits[name])} |`,
    );
});

/** Headings as a page on the web names them: small letters, blanks as hyphens, no marks. */
const headingsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
