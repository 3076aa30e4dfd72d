import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { byCommand } from './by-command.js';
import { chooseFiles, countOf, download, dropFiles, textOf, textsOf, typeInto, waitFor } from './controls.js';
import { hostExport } from './exports.js';
import { inEachBrowser } from './session.js';

const folder = temporaryFolder();
const time = '2026-01-31T12:00:00Z';
const formats = 'ckl,cklb,xccdf,html,csv';
const made = ['--format', formats, '--timestamp', time, '--out-dir', 'out'];
const hosts = ['EDGE01', 'EDGE02', 'EDGE03', 'EDGE04'];
const files = hosts.map((host, i) => ({ host, name: `${host}.csv`, text: hostExport(host, i + 1) }));
/** The worst first. */
const shownHosts = ['EDGE03', 'EDGE01', 'EDGE02', 'EDGE04'];
const fleet = join(folder, 'fleet');
for (const { host, text } of files) {
  mkdirSync(join(fleet, host), { recursive: true });
  writeFileSync(join(fleet, host, 'send-connectors.csv'), text);
}
const unzipped = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );

inEachBrowser('several hosts', ({ browserName, open, openWatched, downloads }) => {
  const lacksFolders = browserName === 'firefox';
  if (lacksFolders) console.warn('skipped: folders in firefox, which lets nobody but a person choose one');

  it('in one drop, a file each: a line each, and one zip with the files of the command', async () => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#time', time);
    await dropFiles(
      page,
      '#evaluate-files-drop',
      files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    );
    // The files' names suggest several hosts; the question is asked all the same.
    await waitFor(page, '#hosts');
    expect(await textOf(page, '#grouping legend')).toBe('One host or several?');
    expect(await page.$eval('#grouping-template', (field) => (field as HTMLInputElement).checked)).toBe(true);
    expect(await page.$eval('#template', (field) => (field as HTMLInputElement).value)).toBe('{host}.csv');
    expect(await textsOf(page, '#hosts tbody th')).toEqual(shownHosts);
    expect(await textOf(page, '#hosts tbody tr:first-child [data-status]')).toContain('OPEN');
    expect(await countOf(page, '#hosts [data-status="not_a_finding"]')).toBe(3);
    expect((await watch.announced()).at(-1)).toBe('4 hosts: 1 open, 3 not a finding');
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#host')?.disabled)).toBe(true);

    await page.click('#hosts tbody tr:first-child button');
    expect(await textOf(page, '#host-details #verdict')).toContain('EDGE03: V-259594 is');

    const expected = files.map(({ name, text }) => {
      writeFileSync(join(folder, name), text);
      return byCommand(folder, ['evaluate', join(folder, name), '--host', name.slice(0, -4), ...made]).files;
    });
    const zip = await download(downloads(), () => page.click('#download-all'));
    const { 'index.html': overview, ...ofHosts } = unzipped(zip.bytes);
    expect(ofHosts).toEqual(Object.assign({}, ...expected));
    expect(Object.keys(ofHosts)).toHaveLength(20);
    for (const host of hosts) expect(overview).toContain(host);
  });

  it.skipIf(lacksFolders)('of a folder, named by their folders', async () => {
    const page = await open();
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files-folder', fleet);
    await waitFor(page, '#hosts');
    expect(await textsOf(page, '#hosts tbody th')).toEqual(shownHosts);
    const zip = await download(downloads(), () => page.click('#download-all'));
    expect(Object.keys(unzipped(zip.bytes))).toHaveLength(21);
  });

  it.skipIf(lacksFolders)('of the sample fleet: the verdicts and files of the command', async () => {
    const page = await open();
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files-folder', 'samples/fleet/hosts');
    await waitFor(page, '#hosts');
    const out = join(folder, 'batch');
    const args = ['batch', 'hosts', '--format', formats, '--timestamp', time, '--out-dir', out];
    const { status } = command(args, { cwd: 'samples/fleet' });
    expect(status).toBe(3);
    const shown = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#hosts tbody tr'), (row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('[data-status]')?.getAttribute('data-status'),
      ]),
    );
    expect(shown).toEqual([
      ['EDGE04', 'refused'],
      ['EDGE01', 'open'],
      ['EDGE03', 'not_reviewed'],
      ['EDGE02', 'not_a_finding'],
      ['EDGE05', 'not_a_finding'],
    ]);
    const zip = await download(downloads(), () => page.click('#download-all'));
    // Where a host was refused, batch keeps a hidden record of what it did.
    const names = readdirSync(out).filter((name) => !name.startsWith('.'));
    const expected = names.map((name) => [name, readFileSync(join(out, name), 'utf8')]);
    expect(unzipped(zip.bytes)).toEqual(Object.fromEntries(expected));
  });

  it('one damaged file hides no other verdict, and a host that nobody names is shown by its file', async () => {
    const page = await open();
    const [named = '', nameless = ''] = [hostExport('EDGE03', 3), hostExport('', 3)];
    await dropFiles(
      page,
      '#evaluate-files-drop',
      Object.entries({ 'first.csv': named, 'second.csv': nameless, 'third.csv': 'damaged' }).map(([name, text]) => ({
        name,
        bytes: new TextEncoder().encode(text),
      })),
    );
    // Nothing in these names tells hosts apart.
    await waitFor(page, '#grouping-one:checked');
    await page.click('#grouping-files');
    await waitFor(page, '#hosts');
    const rows = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#hosts tbody tr'), (row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('[data-status]')?.getAttribute('data-status'),
      ]),
    );
    expect(rows).toEqual([
      ['third.csv', 'refused'],
      ['EDGE03', 'open'],
      ['second.csv', 'open'],
    ]);
    expect(await textOf(page, '#hosts tbody tr:nth-child(3)')).toContain('No files');
    const { bytes } = await download(downloads(), () => page.click('#download-all'));
    expect(Object.keys(unzipped(bytes)).filter((name) => !/^EDGE03_|^index/.test(name))).toEqual([]);
  });
});
