import { existsSync, readFileSync } from 'node:fs';
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
