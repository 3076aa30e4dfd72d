import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page, Viewport } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { inEachBrowser } from './session.js';
import { statesOf } from './states.js';

/** Kept to be looked at. */
const screenshots = 'reports/screenshots';
mkdirSync(screenshots, { recursive: true });
const states = statesOf(join(temporaryFolder(), 'states'));

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const desktop: Viewport = { width: 1280, height: 900 };
const tablet: Viewport = { width: 800, height: 900 };
/** WCAG 1.4.10: what a window of 1280 pixels at 400 % leaves. */
const narrow: Viewport = { width: 320, height: 640 };
/** A window of 1280 by 900 at 200 %. */
const zoomed: Viewport = { width: 640, height: 450, deviceScaleFactor: 2 };

/** What axe objects to, as `rule: element`. */
const violationsOf = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const checker = (window as unknown as { axe: typeof axe }).axe;
    const found = await checker.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      preload: false,
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, levels);
};

/** An option of the command, which nobody has who reads the page. */
const optionsNamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = document.body.cloneNode(true) as HTMLElement;
    for (const other of Array.from(shown.querySelectorAll('script'))) other.remove();
    return (shown.textContent ?? '').match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
  });

/** What stands out to the right of the window. */
const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = Array.from(document.querySelectorAll('body *')).filter(
      (element) => element.getBoundingClientRect().right > width + 1 && element.closest('.unseen') === null,
    );
    return [
      'the page scrolls sideways',
      ...wide.map(({ localName, id, className }) => `${localName}#${id}.${className}`),
    ];
  });

/** `npm run pictures`: every state as a picture, which takes longer than all that is checked. */
const takesPictures = process.env['PICTURES'] === '1';

inEachBrowser('accessibility', ({ browserName, open }) => {
  it.each(states)('$name: axe finds nothing, nothing is cut off', async ({ name, reach }) => {
    const page = await open({ viewport: desktop });
    await reach(page);
    const found: Record<string, string[]> = {};
    const named = await optionsNamed(page);
    if (named.length > 0) found['options'] = named;
    const look = async (mode: string, viewport: Viewport, isChecked = true): Promise<void> => {
      await page.setViewport(viewport);
      const problems = [...(isChecked ? await violationsOf(page) : []), ...(await overflowOf(page))];
      if (problems.length > 0) found[mode] = problems;
      if (takesPictures)
        await page.screenshot({ path: `${screenshots}/${browserName}-${name}-${mode}.png`, fullPage: true });
    };
    await look('1280', desktop);
    await look('320', narrow);
    if (browserName === 'chromium') {
      await look('800', tablet, false);
      await look('zoomed', zoomed, false);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await look('1280-dark', desktop);
      await look('800-dark', tablet, false);
      await look('320-dark', narrow, false);
      const features = [{ name: 'forced-colors', value: 'active' }];
      await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
      await look('forced', desktop, false);
    }
    expect(found).toEqual({});
  });

  it('has a checker that finds something', async () => {
    const page = await open({ mayMisbehave: true });
    await page.evaluate(() => {
      const pale = document.createElement('p');
      pale.textContent = 'hardly to be seen';
      pale.style.color = '#ddd';
      const wide = document.createElement('div');
      wide.id = 'wide';
      wide.textContent = 'wide';
      wide.style.width = '3000px';
      document.querySelector('main')?.prepend(document.createElement('button'), pale, wide);
    });
    const violations = (await violationsOf(page)).join();
    expect(violations).toContain('button-name');
    expect(violations).toContain('color-contrast');
    expect(await overflowOf(page)).toContain('div#wide.');
  });
});
