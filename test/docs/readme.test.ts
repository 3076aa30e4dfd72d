import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { exportCommands } from '../../src/diagnostics/export-command.js';
import { expectGolden } from '../support/golden.js';
import { blocksOf, commandLines, textOf } from '../support/pages.js';

const readme = textOf('README.md');
const width = 120;

/** A command of PowerShell over several lines, each of which goes on: it ends with a comma or a bar. */
const broken = (command: string): string => {
  const lines = [''];
  for (const part of command.split(/(?<=,|\| )/)) {
    const line = `${lines.at(-1)}${part}`;
    if (line.trimEnd().length > width) lines.push(`  ${part}`);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
};

it('is short: at most 150 lines of at most 120 characters', () => {
  const lines = readme.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(150);
  expect(lines.filter((line) => [...line].length > width)).toEqual([]);
});

it('begins with a command that judges a sample, and one that runs the tests', () => {
  const shell = blocksOf(readme).filter(({ language }) => language === 'sh');
  const [first, second] = shell.map(({ text }) => commandLines(text).map(({ words }) => words.slice(0, 3).join(' ')));
  expect(first).toEqual(['npm ci', 'npm run build', 'node bin/exchange-stig.cjs evaluate']);
  expect(second).toEqual(['npm ci', 'npm test']);
});

it('has the commands that export, as the messages have them (UPDATE=1 writes the CSV command)', () => {
  const right = readme.replace(/(?<=^# CSV\n)[\s\S]*?(?=^(?:```|#))/m, () => `${broken(exportCommands.csv)}\n`);
  expectGolden(right, pathToFileURL('README.md'));
  expect(right.split('\n')).toContain(exportCommands.clixml);
  expect(broken(exportCommands.csv).replace(/([,|])\n {2}/g, (_, end) => (end === ',' ? ',' : '| '))).toBe(
    exportCommands.csv,
  );
});

it('names the version of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([...readme.matchAll(/exchange-stig-([\d.]+\d)\.tgz/g)].map(([, named]) => named)).toContain(version);
});
