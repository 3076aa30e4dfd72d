import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type BrowserName, browserNames, browserPath, type ColorScheme, launchBrowser } from './launch.js';
import { goodBehaviour, type Refusing, startProxy, type Watch, watchPage } from './watch.js';

/** The page as it is opened from a disk. */
export const pageAddress = pathToFileURL(resolve('dist/exchange-stig.html')).href;

export interface OpenOptions {
  readonly viewport?: Viewport;
  /** For tests of the watch itself: what the page does is not held against it. */
  readonly mayMisbehave?: boolean;
  readonly address?: string;
}

export interface OpenedPage {
  readonly page: Page;
  readonly watch: Watch;
}

/** One browser for the tests of a file. */
export interface Session {
  readonly browserName: BrowserName;
  /** Opens the page in a tab of its own, closed after the test, which fails where the page asked for, stored or broke anything. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
  readonly openWatched: (options?: OpenOptions) => Promise<OpenedPage>;
  /** The folder into which the browser downloads. */
  readonly downloads: () => string;
  /** What the browser asked of the network since it started. */
  readonly askedOfNetwork: () => readonly string[];
}

interface Running {
  readonly browser: Browser;
  readonly proxy: Refusing;
  readonly downloads: string;
}

const usualViewport: Viewport = { width: 1280, height: 900 };

/** Runs tests in each browser that is installed; of one that is not, the reason is printed. */
export const inEachBrowser = (
  title: string,
  tests: (session: Session) => void,
  { colorScheme = 'light' }: { readonly colorScheme?: ColorScheme } = {},
): void => {
  for (const name of browserNames) {
    const path = browserPath(name);
    if (path === undefined)
      console.warn(`skipped: ${title} in ${name}, which is not installed (or set ${name.toUpperCase()} to its path)`);
    describe.skipIf(path === undefined)(`${title} in ${name}`, () => {
      if (path !== undefined) tests(sessionOf(name, path, colorScheme));
    });
  }
};

const sessionOf = (browserName: BrowserName, path: string, colorScheme: ColorScheme): Session => {
  let running: Running | undefined;
  const opened: (OpenedPage & { readonly isHeld: boolean })[] = [];
  const get = (): Running => {
    if (running === undefined) throw new Error('the browser runs within tests alone');
    return running;
  };
  beforeAll(async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'exchange-stig-browser-'));
    const proxy = await startProxy();
    const options = { downloads, proxyPort: proxy.port, colorScheme };
    running = { downloads, proxy, browser: await launchBrowser(browserName, path, options) };
  });
  afterAll(async () => {
    await running?.browser.close();
    running?.proxy.close();
    if (running !== undefined) rmSync(running.downloads, { recursive: true, force: true, maxRetries: 3 });
  });
  afterEach(async () => {
    for (const { page, watch, isHeld } of opened.splice(0)) {
      if (isHeld) expect(await watch.behaviour()).toEqual(goodBehaviour);
      await page.close();
    }
  });
  const openWatched: Session['openWatched'] = async (options = {}) => {
    const { viewport = usualViewport, mayMisbehave = false, address = pageAddress } = options;
    const page = await get().browser.newPage();
    await page.setViewport(viewport);
    const watch = await watchPage(page, address);
    opened.push({ page, watch, isHeld: !mayMisbehave });
    await page.goto(address);
    return { page, watch };
  };
  return {
    browserName,
    openWatched,
    open: async (options) => (await openWatched(options)).page,
    downloads: () => get().downloads,
    askedOfNetwork: () => get().proxy.asked,
  };
};
