import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { download, textOf, waitFor } from './controls.js';
import { inEachBrowser } from './session.js';

const golden = 'test/browser/expected/main-job.txt';

/** The node of the accessibility tree that has the focus. */
const focusedIn = (node: SerializedAXNode | null): SerializedAXNode | undefined => {
  const within = (node?.children ?? []).map(focusedIn).find((found) => found !== undefined);
  return within ?? (node?.focused ? node : undefined);
};

/** What a screen reader says of what has the focus: role, name, state, description. */
const spoken = async (page: Page): Promise<string> => {
  const node = focusedIn(await page.accessibility.snapshot());
  const { role, name = '', value, description, required, invalid, expanded } = node ?? { role: 'page' };
  const states = [
    required && 'required',
    invalid === 'true' && 'invalid entry',
    expanded !== undefined && (expanded ? 'expanded' : 'collapsed'),
    value,
    description,
  ].filter(Boolean);
  return [`${role} "${name}"`, ...states].join(', ');
};

inEachBrowser('a screen reader', ({ browserName, openWatched, downloads }) => {
  const isTold = browserName === 'chromium';
  if (!isTold)
    console.warn(
      `skipped: what a screen reader says in ${browserName}, which does not tell tests its accessibility tree`,
    );

  it.skipIf(!isTold)('is told the main job, from the first Tab to the zip', async () => {
    const { page, watch } = await openWatched();
    const lines: string[] = [];
    const tab = async (until: string): Promise<void> => {
      for (let count = 0; count < 60; count++) {
        await page.keyboard.press('Tab');
        const said = await spoken(page);
        lines.push(`Tab      ${said}`);
        if (said.includes(until)) return;
      }
      throw new Error(`${until} is not reached`);
    };
    let heard = 0;
    const listen = async (): Promise<void> => {
      const all = await watch.announced();
      // Said where reading takes longer than a moment.
      const said = all.slice(heard).filter((one) => one !== '' && one !== 'Reading the files.');
      lines.push(...said.map((text) => `announce ${text}`));
      heard = all.length;
    };
    await tab('Choose files');
    const chooser = page.waitForFileChooser();
    await spoken(page);
    await page.keyboard.press('Enter');
    lines.push('Enter    send-connectors.csv is chosen');
    await (await chooser).accept([resolve('samples/edge/send-connectors.csv')]);
    await waitFor(page, '#waiting');
    await listen();
    lines.push(`focus    ${await spoken(page)}`);
    await page.keyboard.type('EDGE01');
    lines.push('type     EDGE01');
    await page.keyboard.press('Enter');
    lines.push('Enter');
    await waitFor(page, '#download-all');
    await listen();
    await tab('Download all');
    const { name } = await download(downloads(), () => page.keyboard.press('Enter'));
    lines.push(`Enter    ${name} is downloaded`);
    await expect.poll(async () => (await watch.announced()).length).toBeGreaterThan(heard);
    await listen();
    await tab('Finding details');
    expect(await textOf(page, '#verdict')).toContain('OPEN');
    const transcript = `${lines.join('\n')}\n`;
    if (process.env['UPDATE'] !== undefined) {
      mkdirSync('test/browser/expected', { recursive: true });
      writeFileSync(golden, transcript);
    }
    expect(transcript).toBe(readFileSync(golden, 'utf8'));
  });
});
