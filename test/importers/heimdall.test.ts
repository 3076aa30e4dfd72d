import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { cases } from './cases.js';
import { clientFile, conformance, lacksClient } from './written.js';

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
const lacking =
  lacksClient('heimdall') ?? (existsSync(executablePath) ? undefined : 'chromium is not installed (Debian: chromium)');

let server: Server | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  if (lacking !== undefined) return;
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

const words: Readonly<Record<Status, string>> = {
  open: 'Failed',
  not_a_finding: 'Passed',
  not_applicable: 'Not Applicable',
  not_reviewed: 'Not Reviewed',
};

/** The text of the page on which Heimdall shows a file. */
const show = async (path: string): Promise<string> => {
  if (browser === undefined || server === undefined) throw new Error('no browser');
  const context = await browser.newContext({ viewport: { width: 1400, height: 1600 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector('input[type=file]', { state: 'attached' });
    await page.setInputFiles('input[type=file]', path);
    await page.getByText('259594').first().waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: only what a person sees counts
    return (await page.innerText('body')).replace(/\s+/g, ' ');
  } finally {
    await context.close();
  }
};

/** The numbers on the cards, and the one row of the table: `<status> <file> <id> <title> <severity> <controls>`. */
const read = (text: string) => ({
  counts: Object.fromEntries(
    Object.values(words).map((word) => [word, Number(new RegExp(`${word}: (\\d+)`).exec(text)?.[1])]),
  ),
  row: /0\/1 Controls Viewed (.*?) \S+\.(?:ckl|xml) (\S+) .*? (LOW|MEDIUM|HIGH|CRITICAL|NONE) (\S+) (CCI-\d+)/
    .exec(text)
    ?.slice(1),
});

const few = cases.filter(({ name }) =>
  [
    'open, many, addresses, plain',
    'not a finding, many, bare, plain',
    'not reviewed, one, bare, plain',
    'not applicable, none, bare, plain',
    'open, one, addresses, XCCDF01',
    'not a finding, one, bare, entity look-alikes',
    'open, one, bare, markup',
    'details at the limit',
  ].includes(name),
);

for (const [format, id] of [
  ['ckl', 'V-259594'],
  ['xccdf', 'xccdf_mil.disa.stig_rule_SV-259594r1043178_rule'],
] as const)
  conformance(
    `Heimdall ${format.toUpperCase()}`,
    lacking,
    async ({ status }, written) => {
      const { counts, row } = read(await show(written[format]));
      const none = Object.fromEntries(Object.values(words).map((word) => [word, 0]));
      expect(counts).toEqual({ ...none, [words[status]]: 1 });
      expect(row).toEqual([words[status], id, 'MEDIUM', 'SC-23', 'CCI-001184']);
    },
    few,
  );
