import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { byCommand } from './by-command.js';
import { chooseFiles, goTo, textOf, textsOf, typeInto, verdictOf, waitFor } from './controls.js';
import { inEachBrowser } from './session.js';

const folder = join(temporaryFolder(), 'wrong');
mkdirSync(folder);
const make = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const csv = readFileSync('samples/edge/send-connectors.csv');
const clixml = readFileSync('samples/edge/send-connectors.clixml.xml');

const wrong: readonly (readonly [what: string, path: string])[] = [
  ['an image', make('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))],
  ['a web page', make('login.html', '<!DOCTYPE html><html><body><p>Sign in</p></body></html>')],
  [
    'a receive connector',
    make(
      'receive.csv',
      '"Name","Identity","Bindings","RemoteIPRanges","AuthMechanism"\n"x","EDGE01\\x","0.0.0.0:25","::","Tls"\n',
    ),
  ],
  ['a CLIXML that was cut', make('cut.xml', clixml.subarray(0, clixml.length - 4000))],
  ['a printed table', make('table.txt', 'Name      Enabled\n----      -------\nEdge      True\n')],
  ['a plain text', make('words.txt', 'just words\n')],
];

/** What the command says of an export, with the codes as the page shows them. */
const saidByCommand = (path: string, exitCode: number): readonly string[] => {
  const args = ['evaluate', path, '--host', 'EDGE01', '--out-dir', 'out', '--force'];
  const { stderr, status } = byCommand(folder, args);
  expect(status).toBe(exitCode);
  const lines = stderr.split('\n').filter((line) => /^(?:error|warning): /.test(line));
  expect(lines.length).toBeGreaterThan(0);
  return lines.map((line) => line.replace(/\[([a-z0-9-]+)\]$/, '$1').toLowerCase()).sort();
};

const saidBy = async (page: Page): Promise<readonly string[]> =>
  (await textsOf(page, '#diagnostics li.error, #diagnostics li.warning')).map((text) => text.toLowerCase()).sort();

inEachBrowser('wrong files', ({ open, openWatched }) => {
  it.each(wrong)('%s is refused in the words of the command', async (_, path) => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', path);
    expect(await verdictOf(page)).toBe('refused');
    expect(await saidBy(page)).toEqual(saidByCommand(path, 3));
    expect(await textOf(page, '#verdict')).toContain('No result, so there is nothing to download.');
    expect((await watch.announced()).at(-1)).toContain('REFUSED');
  });

  it('a CSV that was cut is open by what is left of it, in doubt, in the words of the command', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    const path = make('cut.csv', csv.subarray(0, csv.length - 400));
    await chooseFiles(page, '#evaluate-files', path);
    expect(await verdictOf(page)).toBe('open');
    expect(await saidBy(page)).toEqual(saidByCommand(path, 1));
  });

  it('an empty file is not reviewed, with the warning of the command', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    const path = make('empty.csv', '');
    await chooseFiles(page, '#evaluate-files', path);
    expect(await verdictOf(page)).toBe('not_reviewed');
    const { stderr, status } = byCommand(folder, ['evaluate', path, '--host', 'EDGE01', '--out-dir', 'out']);
    expect(status).toBe(2);
    const [said = ''] = await textsOf(page, '#diagnostics li.warning');
    expect(stderr.toLowerCase()).toContain(said.toLowerCase().replace(/ ([a-z-]+)$/, ' [$1]'));
    expect(said).toContain('export-empty');
  });

  it.each([
    ['convert', '#convert-file', '#convert-diagnostics'],
    ['validate', '#validate-files', 'article'],
  ])('%s refuses an image too', async (view, field, list) => {
    const page = await open();
    await goTo(page, view);
    const path = wrong[0]?.[1] ?? '';
    await chooseFiles(page, field, path);
    await waitFor(page, `${list} li.error`);
    const args = view === 'convert' ? ['convert', path, '--to', 'ckl'] : ['validate', path];
    const { stderr, stdout } = byCommand(folder, args);
    const [said = ''] = await textsOf(page, `${list} li.error`);
    const code = said.split(' ').at(-1) ?? '';
    expect(`${stderr}${stdout}`).toContain(`[${code}]`);
    expect(said).toContain(basename(path));
  });
});
