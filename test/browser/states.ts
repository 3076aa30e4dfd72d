import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { chooseFiles, dropFiles, goTo, typeInto, waitFor } from './controls.js';
import { hostExport } from './exports.js';

/** A state of the page worth looking at, and how one gets there from the freshly opened page. */
export interface State {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

const edge = 'samples/edge/send-connectors.clixml.xml';
const lastQuarter = 'samples/checklist/EDGE01-last-quarter.ckl';
const [firstRelease, nextRelease] = ['V1R1', 'V1R2'].map(
  (release) => `samples/benchmark/U_Example_Edge_Server_STIG_${release}_Manual-xccdf.xml`,
) as [string, string];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const evaluated = async (page: Page, host: string, ...paths: readonly string[]): Promise<void> => {
  await typeInto(page, '#time', '2026-01-31T12:00:00Z');
  await page.$eval('#more-asset', (details) => details.removeAttribute('open'));
  if (host !== '') await typeInto(page, '#host', host);
  await chooseFiles(page, '#evaluate-files', ...paths);
  await waitFor(page, '#verdict');
};

/** A view, with one file in each of the fields that are named. */
const view =
  (name: string, result: string, ...fields: readonly (readonly [field: string, path: string])[]) =>
  async (page: Page): Promise<void> => {
    await goTo(page, name);
    for (const [field, path] of fields) await chooseFiles(page, field, path);
    if (result !== '') await waitFor(page, result);
  };

/** @param folder for the files that are made */
export const statesOf = (folder: string): readonly State[] => {
  mkdirSync(folder, { recursive: true });
  const image = join(folder, 'picture.png');
  writeFileSync(image, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0));
  return [
    { name: 'evaluate-empty', reach: async () => {} },
    { name: 'evaluate-open', reach: (page) => evaluated(page, 'EDGE01', edge) },
    {
      name: 'evaluate-passed',
      reach: (page) => evaluated(page, 'EDGE02', 'samples/compliant/send-connectors.clixml.xml'),
    },
    { name: 'evaluate-benchmark', reach: (page) => evaluated(page, 'EDGE01', edge, nextRelease) },
    { name: 'evaluate-filled-in', reach: (page) => evaluated(page, 'EDGE01', edge, lastQuarter, firstRelease) },
    { name: 'evaluate-no-host', reach: (page) => evaluated(page, '', edge) },
    { name: 'evaluate-refused', reach: (page) => evaluated(page, 'EDGE01', image) },
    {
      name: 'evaluate-not-reviewed',
      reach: async (page) => {
        await typeInto(page, '#host', 'EDGE01');
        const text = 'Name,Identity,DomainSecureEnabled\r\nPartner,Partner,True\r\n';
        await dropFiles(page, '#evaluate-files-drop', [{ name: 'three-columns.csv', bytes: bytes(text) }]);
        await waitFor(page, '#verdict');
      },
    },
    {
      name: 'evaluate-sample',
      reach: async (page) => {
        await page.click('#try-sample');
        await waitFor(page, '#download-all');
      },
    },
    {
      name: 'evaluate-doubtful',
      reach: async (page) => {
        await typeInto(page, '#host', 'EDGE01');
        const files = [
          { name: 'send-connectors.csv', bytes: bytes(hostExport('EDGE01', 1)) },
          { name: 'damaged.csv', bytes: bytes('damaged') },
        ];
        await dropFiles(page, '#evaluate-files-drop', files);
        await waitFor(page, '#doubts');
      },
    },
    {
      name: 'evaluate-options',
      reach: async (page) => {
        await page.click('#more-asset summary');
        await page.click('#more-options summary');
      },
    },
    {
      name: 'evaluate-field-errors',
      reach: async (page) => {
        await evaluated(page, 'EDGE01', edge);
        await typeInto(page, '#ip', '192.0.2.300');
        await typeInto(page, '#time', 'yesterday');
        await waitFor(page, '#time[aria-invalid]');
      },
    },
    {
      name: 'evaluate-hosts',
      reach: async (page) => {
        const files = Array.from({ length: 12 }, (_, i) => `EDGE${String(i + 1).padStart(2, '0')}`).map((host, i) => ({
          name: `${host}.csv`,
          bytes: bytes(i === 5 ? 'damaged' : hostExport(host, i + 1)),
        }));
        await dropFiles(page, '#evaluate-files-drop', files);
        await waitFor(page, '#hosts tbody button');
        await page.click('#hosts tbody tr:nth-child(2) button');
        await waitFor(page, '#host-details #verdict');
      },
    },
    {
      name: 'evaluate-damaged-among',
      reach: async (page) => {
        const files = {
          'EDGE01.csv': hostExport('EDGE01', 3),
          'EDGE02.csv': hostExport('EDGE02', 1),
          'EDGE03.csv': 'damaged',
        };
        await dropFiles(
          page,
          '#evaluate-files-drop',
          Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })),
        );
        await waitFor(page, '#hosts');
      },
    },
    { name: 'convert-empty', reach: view('convert', '') },
    { name: 'convert-done', reach: view('convert', '#convert-downloads', ['#convert-file', lastQuarter]) },
    { name: 'convert-refused', reach: view('convert', '#convert-diagnostics', ['#convert-file', image]) },
    { name: 'update-empty', reach: view('update', '') },
    {
      name: 'update-done',
      reach: view('update', '#update-downloads', ['#update-file', lastQuarter], ['#update-benchmark', nextRelease]),
    },
    {
      name: 'update-refused',
      reach: view('update', '#update-diagnostics', ['#update-file', image], ['#update-benchmark', image]),
    },
    { name: 'combine-empty', reach: view('combine', '') },
    {
      name: 'combine-conflicts',
      reach: view(
        'combine',
        '#combine-diagnostics',
        ['#combine-files', lastQuarter],
        ['#combine-files', 'samples/checklist/artifacts/EDGE01-V1R2.ckl'],
      ),
    },
    { name: 'compare-empty', reach: view('compare', '') },
    {
      name: 'compare-done',
      reach: view(
        'compare',
        '#differences',
        ['#compare-old', lastQuarter],
        ['#compare-new', 'samples/checklist/artifacts/EDGE01-V1R2.ckl'],
      ),
    },
    {
      name: 'compare-refused',
      reach: view('compare', '#compare-diagnostics', ['#compare-old', lastQuarter], ['#compare-new', image]),
    },
    { name: 'validate-empty', reach: view('validate', '') },
    {
      name: 'validate-done',
      reach: async (page) => {
        await goTo(page, 'validate');
        const broken = { name: 'broken.cklb', bytes: bytes('{"title": "x", "stigs": [{}], "cklb_version": "1.0"}') };
        const whole = { name: 'not-a-checklist.ckl', bytes: bytes('<CHECKLIST/>') };
        await dropFiles(page, '#validate-files-drop', [broken, whole]);
        await waitFor(page, 'article[data-file]');
      },
    },
    { name: 'validate-refused', reach: view('validate', 'article[data-file]', ['#validate-files', image]) },
    { name: 'server', reach: view('server', '') },
    { name: 'rule', reach: view('rule', '') },
    { name: 'about', reach: view('about', '') },
  ];
};
