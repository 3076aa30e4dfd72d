import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { clientFile, lacksClient } from './written.js';

/** What this suite uses of playwright-core. */
interface Page {
  readonly goto: (url: string) => Promise<unknown>;
  readonly waitForSelector: (selector: string, options: { readonly state: 'attached' }) => Promise<unknown>;
  readonly setInputFiles: (selector: string, path: string) => Promise<void>;
  readonly getByText: (text: string) => { readonly first: () => { readonly waitFor: () => Promise<void> } };
  readonly innerText: (selector: string) => Promise<string>;
  readonly setDefaultTimeout: (milliseconds: number) => void;
}

interface Context {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

interface Browser {
  readonly newContext: (options: {
    readonly viewport: { readonly width: number; readonly height: number };
  }) => Promise<Context>;
  readonly close: () => Promise<void>;
}

interface Chromium {
  readonly launch: (options: { readonly executablePath: string; readonly args: readonly string[] }) => Promise<Browser>;
}

interface Express {
  (): { readonly use: (handler: unknown) => { readonly listen: (port: number, host: string) => Server } };
  readonly static: (folder: string) => unknown;
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Why Heimdall cannot be asked, or undefined. */
export const lacksHeimdall =
  lacksClient('heimdall') ?? (existsSync(executablePath) ? undefined : 'chromium is not installed (Debian: chromium)');

let server: Server | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  if (lacksHeimdall !== undefined) return;
  const load = createRequire(resolve(clientFile('heimdall', 'any.js')));
  const express = load('express') as Express;
  const { chromium } = load('playwright-core') as { readonly chromium: Chromium };
  const site = join(dirname(load.resolve('@mitre/heimdall-lite/package.json')), 'dist');
  const listening = express().use(express.static(site)).listen(0, '127.0.0.1');
  server = listening;
  await new Promise((done) => listening.once('listening', done));
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What Heimdall calls a status. */
export const heimdallWords: Readonly<Record<Status, string>> = {
  open: 'Failed',
  not_a_finding: 'Passed',
  not_applicable: 'Not Applicable',
  not_reviewed: 'Not Reviewed',
};

/** The text of the page on which Heimdall shows a file, once this text is there. */
export const showInHeimdall = async (path: string, awaited: string): Promise<string> => {
  if (browser === undefined || server === undefined) throw new Error('no browser');
  const context = await browser.newContext({ viewport: { width: 1400, height: 1600 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector('input[type=file]', { state: 'attached' });
    await page.setInputFiles('input[type=file]', path);
    await page.getByText(awaited).first().waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: only what a person sees counts
    return (await page.innerText('body')).replace(/\s+/g, ' ');
  } finally {
    await context.close();
  }
};

/** The numbers on the cards. */
export const heimdallCounts = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.values(heimdallWords).map((word) => [word, Number(new RegExp(`${word}: (\\d+)`).exec(text)?.[1])]),
  );
