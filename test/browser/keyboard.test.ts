import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { byCommand } from './by-command.js';
import { chooseFiles, download, textOf, typeInto, verdictOf, waitFor } from './controls.js';
import { inEachBrowser } from './session.js';

const folder = temporaryFolder();
const time = '2026-01-31T12:00:00Z';
const edge = 'samples/edge/send-connectors.csv';

/** What has the focus: its id or, without one, its text; and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      name: element.id || (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      isBody: element === document.body,
      isVisible: isOnScreen && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });

/** Presses Tab until something has the focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let count = 0; count < 120; count++) {
    if ((await focused(page)).name === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab`);
};

/** Chooses files as a keyboard does: Enter or Space on the field, then the browser's own window. */
const pick = async (page: Page, field: string, ...paths: readonly string[]): Promise<void> => {
  await tabTo(page, `${field}-choose`);
  const chooser = page.waitForFileChooser();
  // The browser has heard by then that its window is waited for.
  await focused(page);
  await page.keyboard.press(' ');
  await (await chooser).accept(paths.map((path) => resolve(path)));
};

inEachBrowser('by keyboard alone', ({ open, downloads }) => {
  const bytesBy = async (start: () => Promise<unknown>): Promise<string> =>
    Buffer.from((await download(downloads(), start)).bytes).toString('utf8');

  it('evaluates, from the first Tab to the file', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await pick(page, 'evaluate-files', edge);
    await waitFor(page, '#verdict');
    expect((await focused(page)).name).toBe('host');
    await page.keyboard.type('EDGE01');
    await tabTo(page, 'Addresses, role, marking and times');
    await page.keyboard.press(' ');
    await tabTo(page, 'time');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(time);
    await page.keyboard.press('Tab');
    await expect.poll(() => textOf(page, '#verdict')).toContain('OPEN');
    const name = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl';
    await tabTo(page, name);
    const { files } = byCommand(folder, [
      'evaluate',
      edge,
      '--host',
      'EDGE01',
      '--timestamp',
      time,
      '--out-dir',
      'out',
    ]);
    expect(await bytesBy(() => page.keyboard.press('Enter'))).toBe(files[name]);
  });

  it('converts: to another view, a file, a format, the link', async () => {
    const page = await open();
    await tabTo(page, 'nav-convert');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe('title-convert');
    const path = 'samples/checklist/EDGE01-last-quarter.ckl';
    await pick(page, 'convert-file', path);
    await tabTo(page, 'convert-to');
    await page.keyboard.type('CKLB');
    await tabTo(page, 'convert-time');
    await page.keyboard.type(time);
    await page.keyboard.press('Tab');
    await waitFor(page, '#convert-downloads a[data-format="cklb"]');
    await tabTo(page, await downloadName(page));
    const args = ['convert', path, '--to', 'cklb', '--timestamp', time, '--out', 'a.cklb'];
    expect(await bytesBy(() => page.keyboard.press('Enter'))).toBe(byCommand(folder, args).made['a.cklb']);
  });

  it('reaches everything once, in the order of the page, with a focus that can be seen', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', edge);
    await verdictOf(page);
    const seen: string[] = [];
    const unseen: string[] = [];
    const orders: number[] = [];
    // A focus that a script sets is not shown after a click; one by Tab is.
    await page.focus('.skip');
    await page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    for (let count = 0; count < 120; count++) {
      const { name, isBody, isVisible } = await focused(page);
      if (isBody || seen.includes(name)) break;
      seen.push(name);
      if (!isVisible) unseen.push(name);
      orders.push(await orderOf(page));
      await page.keyboard.press('Tab');
    }
    expect(unseen).toEqual([]);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    for (const id of [
      'nav-evaluate',
      'nav-about',
      'evaluate-files-choose',
      'try-sample',
      'host',
      'download-all',
      'finding-details',
    ])
      expect(seen).toContain(id);
  });
});

const downloadName = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('#convert-downloads a')?.textContent ?? '');

/** Where in the document the focus is. */
const orderOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active === null ? -1 : Array.from(document.querySelectorAll('*')).indexOf(active);
  });
