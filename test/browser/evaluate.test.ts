import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { byCommand } from './by-command.js';
import {
  chooseFiles,
  countOf,
  download,
  downloadAll,
  dropFiles,
  fromDisk,
  textOf,
  textsOf,
  typeInto,
  unfold,
  verdictOf,
  waitFor,
} from './controls.js';
import { hostExport } from './exports.js';
import { inEachBrowser } from './session.js';

const folder = temporaryFolder();
const time = '2026-01-31T12:00:00Z';
const edge = 'samples/edge/send-connectors.clixml.xml';
const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml';
const disaBenchmarks = 'data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml';
/** What the page makes without being asked for anything. */
const formats = 'ckl,cklb,xccdf,html,csv';
const evaluate = (...args: readonly string[]) =>
  byCommand(folder, [
    'evaluate',
    ...args,
    ...(args.includes('--into') ? [] : ['--format', formats]),
    '--timestamp',
    time,
    '--out-dir',
    'out',
  ]);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

inEachBrowser('evaluate', ({ open, openWatched, downloads }) => {
  describe.each([
    ['CLIXML', 'samples/edge/send-connectors.clixml.xml', 'open'],
    ['CSV', 'samples/edge/send-connectors.csv', 'open'],
    ['JSON', 'samples/edge/send-connectors.json', 'open'],
    ['Format-List text', 'samples/edge/send-connectors.list.txt', 'open'],
    ['CLIXML', 'samples/compliant/send-connectors.clixml.xml', 'not_a_finding'],
    ['CSV', 'samples/compliant/send-connectors.csv', 'not_a_finding'],
  ])('%s: %s', (_, path, status) => {
    it('is judged at once, and its files are those of the command', async () => {
      const { page, watch } = await openWatched();
      await typeInto(page, '#host', 'EDGE01');
      await typeInto(page, '#time', time);
      await chooseFiles(page, '#evaluate-files', path);
      expect(await verdictOf(page)).toBe(status);
      const said = status === 'open' ? 'OPEN' : 'NOT A FINDING';
      expect((await watch.announced()).at(-1)).toBe(`EDGE01: ${said}`);
      const expected = evaluate(path, '--host', 'EDGE01').files;
      expect(Object.keys(expected)).toHaveLength(5);
      expect(await downloadAll(page, downloads(), '#downloads')).toEqual(expected);
    });
  });

  it('makes the bundle that the command makes, byte for byte', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await typeInto(page, '#time', time);
    await page.click('#more-options summary');
    await page.click('#bundle');
    await chooseFiles(page, '#evaluate-files', 'samples/edge/send-connectors.csv');
    expect(await verdictOf(page)).toBe('open');
    const expected = evaluate(
      'samples/edge/send-connectors.csv',
      '--host',
      'EDGE01',
      '--bundle',
      'out/EDGE01_bundle.zip',
    );
    expect(expected.files['EDGE01_bundle.zip']?.length).toBeGreaterThan(1000);
    // As text, which shows every byte that is not UTF-8 as another character, and with the hash in the list of the page.
    expect(await downloadAll(page, downloads(), '#downloads')).toEqual(expected.files);
    const link = await page.$('#downloads a[download="EDGE01_bundle.zip"]');
    const { bytes } = await download(downloads(), async () => link?.click());
    writeFileSync(join(folder, 'page.zip'), bytes);
    expect(command(['verify', join(folder, 'page.zip')])).toMatchObject({ status: 0 });
  });

  it('takes dropped files, every field, and gives one zip', async () => {
    const page = await open();
    await dropFiles(page, '#evaluate-files-drop', [fromDisk(edge), fromDisk('samples/edge/send-connectors.json')]);
    await verdictOf(page);
    await typeInto(page, '#host', 'EDGE01');
    await typeInto(page, '#fqdn', 'edge01.example.mil');
    await typeInto(page, '#ip', '192.0.2.10, 2001:db8::25');
    await typeInto(page, '#mac', '00:00:5E:00:53:01');
    await unfold(page, '#role');
    await page.select('#role', 'Member Server');
    await typeInto(page, '#marking', 'UNCLASSIFIED');
    await page.click('#more-options summary');
    await page.select('#release', 'V1R1');
    await page.click('#cklb-strict');
    await typeInto(page, '#time', time);
    await expect.poll(() => textOf(page, '#verdict')).toContain('V1R1');
    const asset = ['--host', 'EDGE01', '--fqdn', 'edge01.example.mil', '--ip', '192.0.2.10', '--ip', '2001:db8::25'];
    const rest = ['--mac', '00:00:5E:00:53:01', '--role', 'Member Server', '--marking', 'UNCLASSIFIED'];
    const options = ['--release', 'V1R1', '--cklb-strict'];
    const { files } = evaluate(edge, 'samples/edge/send-connectors.json', ...asset, ...rest, ...options);
    const { name, bytes } = await download(downloads(), () => page.click('#download-all'));
    expect(name).toBe('EDGE01_exchange-stig.zip');
    const unpacked = Object.entries(unzipSync(bytes)).map(([file, content]) => [file, text(content)]);
    expect(Object.fromEntries(unpacked)).toEqual(files);
    expect(Object.keys(files)).toHaveLength(5);
  });

  it('has a verdict before the host has a name: the name is required and has the focus, and only the files wait for it', async () => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files', edge);
    expect(await verdictOf(page)).toBe('open');
    expect(await textOf(page, '#waiting')).toBe('Enter the host name, then download the files.');
    expect(await countOf(page, '#downloads, #download-all, #finding-details')).toBe(0);
    expect(await textOf(page, '#host-error')).toContain('enter the host name');
    const focus = () =>
      page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement;
        return [field.id, field.required, field.getAttribute('aria-invalid')];
      });
    expect(await focus()).toEqual(['host', true, 'true']);
    expect((await watch.announced()).at(-1)).toBe(
      'send-connectors.clixml.xml: OPEN. Enter the host name, then download the files.',
    );
    await page.keyboard.type('EDGE 01');
    await page.keyboard.press('Tab');
    await expect.poll(() => textOf(page, '#host-error')).toContain('not a host name');
    expect(await verdictOf(page)).toBe('open');
    expect(await countOf(page, '#downloads')).toBe(0);
    await typeInto(page, '#host', 'EDGE01');
    await waitFor(page, '#download-all');
    expect(await textOf(page, '#host-error')).toBe('');
    expect(await downloadAll(page, downloads(), '#downloads')).toEqual(evaluate(edge, '--host', 'EDGE01').files);
  });

  it('says at the field what is wrong with it, and takes it back; the verdict does not wait', async () => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', edge);
    await waitFor(page, '#download-all');
    await typeInto(page, '#ip', '192.0.2.300');
    await waitFor(page, '#waiting');
    const { stderr } = evaluate(edge, '--host', 'EDGE01', '--ip', '192.0.2.300');
    const said = (await textOf(page, '#ip-error')) ?? '';
    expect(said).not.toBe('');
    expect(stderr).toContain(said);
    expect(await verdictOf(page)).toBe('open');
    expect(await countOf(page, '#download-all, #downloads')).toBe(0);
    expect((await watch.announced()).at(-1)).toContain('Correct the fields that are marked');
    await typeInto(page, '#ip', '192.0.2.30');
    await waitFor(page, '#download-all');
    expect(await textOf(page, '#ip-error')).toBe('');
  });

  it('takes three actions from a double click to the zip: open, drop, download', async () => {
    const actions: string[] = [];
    const act = async <T>(name: string, action: () => Promise<T>): Promise<T> => {
      actions.push(name);
      return action();
    };
    const page = await act('open', open);
    await act('drop', () =>
      dropFiles(page, '#evaluate-files-drop', [
        { name: 'send-connectors.csv', bytes: new TextEncoder().encode(hostExport('EDGE03', 3)) },
      ]),
    );
    await waitFor(page, '#download-all');
    const { name, bytes } = await act('download', () => download(downloads(), () => page.click('#download-all')));
    expect(name).toBe('EDGE03_exchange-stig.zip');
    expect(Object.keys(unzipSync(bytes))).toHaveLength(5);
    expect(actions).toEqual(['open', 'drop', 'download']);
  });

  it('has a sample, which says in the verdict and in every file that it is one, and makes way for evidence', async () => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#host', 'EDGE01');
    await page.click('#try-sample');
    expect(await verdictOf(page)).toBe('open');
    expect(await textOf(page, '#verdict')).toContain('SAMPLE-EDGE01');
    expect(await textOf(page, '#verdict .sample')).toContain('an invented host');
    expect((await watch.announced()).at(-1)).toBe('Sample. SAMPLE-EDGE01: OPEN');
    const files = await downloadAll(page, downloads(), '#downloads');
    expect(Object.keys(files)).toHaveLength(5);
    for (const [name, content] of Object.entries(files)) {
      expect(name).toMatch(/^SAMPLE-EDGE01_/);
      expect(content, name).toContain('SAMPLE-EDGE01');
      expect(content, name).toContain('sample-send-connectors.csv');
    }
    await chooseFiles(page, '#evaluate-files', edge);
    // Not by the verdict alone: the sample's, of SAMPLE-EDGE01, has the same words in it until the list changes.
    await expect.poll(() => textsOf(page, '#files .path')).toEqual(['send-connectors.clixml.xml']);
    await expect.poll(() => textOf(page, '#verdict')).toContain('EDGE01: V-259594 is');
    expect(await countOf(page, '.sample')).toBe(0);
  });

  it('keeps the verdict and the button in view, and the failing connectors open', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', edge);
    await waitFor(page, '#download-all');
    const isInView = (selector: string) =>
      page.evaluate((at) => {
        const box = document.querySelector(at)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }, selector);
    await page.evaluate(() => document.querySelector('#finding-details')?.scrollIntoView());
    expect(await isInView('#verdict-title')).toBe(true);
    expect(await isInView('#download-all')).toBe(true);
    const rows = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#connectors tbody tr'), (row) => [
        row.querySelector('[data-status]')?.getAttribute('data-status'),
        row.querySelector('details')?.open,
      ]),
    );
    expect(rows).toEqual([
      ['open', true],
      ['open', true],
      ['not_a_finding', false],
    ]);
  });

  it('writes all rules of a benchmark that is dropped with the export', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files', edge, benchmark);
    expect(await verdictOf(page)).toBe('open');
    const { files } = evaluate(edge, '--host', 'EDGE01', '--benchmark', benchmark);
    expect(await downloadAll(page, downloads(), '#downloads')).toEqual(files);
  });

  it.skipIf(lacksShared(disaBenchmarks))('writes all rules of the benchmark of DISA', async () => {
    const path = sharedFile(disaBenchmarks).pathname;
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files', edge, path);
    expect(await verdictOf(page)).toBe('open');
    expect(await textOf(page, '#verdict')).toMatch(/\d\d other rules/);
    const { files } = evaluate(edge, '--host', 'EDGE01', '--benchmark', path);
    expect(await downloadAll(page, downloads(), '#downloads')).toEqual(files);
  });

  it('fills in a checklist and changes nothing else of it', async () => {
    const checklist = 'samples/checklist/EDGE01-last-quarter.ckl';
    const release = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R1_Manual-xccdf.xml';
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await typeInto(page, '#time', time);
    await chooseFiles(page, '#evaluate-files', edge, checklist, release);
    expect(await verdictOf(page)).toBe('open');
    const { files } = evaluate(edge, '--host', 'EDGE01', '--benchmark', release, '--into', checklist);
    expect(Object.keys(files)).toHaveLength(1);
    expect(await downloadAll(page, downloads(), '#downloads')).toEqual(files);
  });

  it('forgets a file that is removed', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', edge, 'samples/compliant/send-connectors.csv');
    expect(await verdictOf(page)).toBe('open');
    await page.click('button[aria-label="Remove send-connectors.clixml.xml"]');
    await expect.poll(() => textOf(page, '#verdict')).toContain('NOT A FINDING');
    await chooseFiles(page, '#evaluate-files', edge);
    await expect.poll(() => countOf(page, '#files .path')).toBe(2);
    await page.click('#clear-files');
    await expect.poll(() => countOf(page, '#verdict')).toBe(0);
    expect(await countOf(page, '#files')).toBe(0);
  });
});
