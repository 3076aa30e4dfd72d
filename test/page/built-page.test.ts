import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const file = 'dist/exchange-stig.html';
const page = readFileSync(file, 'utf8');
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

test('is one file of at most 800 kB, in plain ASCII', () => {
  expect(statSync(file).size).toBeLessThanOrEqual(800_000);
  expect(page).not.toMatch(/[^\t\n\x20-\x7e]/);
});

test('has one script and one style, and a policy that allows these by their hashes and nothing else', () => {
  const scripts = page.split(/<script\b/i);
  const styles = page.split(/<style\b/i);
  expect([scripts.length, styles.length]).toEqual([2, 2]);
  const [, script = ''] = /^>([\s\S]*)<\/script>/.exec(scripts[1] ?? '') ?? [];
  const [, style = ''] = /^>([\s\S]*?)<\/style>/.exec(styles[1] ?? '') ?? [];
  expect(script.length).toBeGreaterThan(100_000);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ]);
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
});

test('nothing in it ends the script early, or hides its end from a browser', () => {
  const script = page.slice(page.indexOf('<script>') + 8);
  expect(script.match(/<\/script/gi)).toHaveLength(1);
  expect(script).not.toContain('<!--');
});

/** Names of XML namespaces and of JSON Schema's dialect, which nobody fetches, and what DISA's texts name. */
const namespaces = [
  'http://www.w3.org/',
  'http://checklists.nist.gov/xccdf/',
  'http://cpe.mitre.org/',
  'http://purl.org/dc/',
  'http://github.com/nuwcdivnpt/stig-manager',
  'http://scap.nist.gov/',
  'http://oval.mitre.org/',
  'http://iase.disa.mil/cci',
  'http://schemas.microsoft.com/powershell/',
  'https://json-schema.org/draft/',
  'http://cyber.mil/',
  'https://cyber.mil',
  'https://public.cyber.mil',
];

test('names no address that could be asked for anything', () => {
  const found = [...page.matchAll(/\b(?:https?|ftp|wss?):\/\/[^\s"'`\\)<>]*/g)].map(([url]) => url);
  const others = found.filter(
    (url) => !namespaces.some((known) => url.startsWith(known)) && !/^https?:\/\/(?:\[|\$\{|$)/.test(url),
  );
  expect(others).toEqual([]);
  const markup = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
  expect([...markup.matchAll(/\b(?:href|src|action|srcset|data)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
    expect.stringMatching(/^data:image\/svg\+xml,/),
  ]);
});

test('has no way to make code of text, to connect, or to store', () => {
  for (const word of [/\beval\(/, /\bnew Function\(/, /[^.\w]Function\(["'`]/, /\binnerHTML\b/, /\bouterHTML\b/])
    expect(page).not.toMatch(word);
  for (const word of [
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'sendBeacon',
    'localStorage',
    'sessionStorage',
    'indexedDB',
  ])
    expect(page).not.toContain(word);
  expect(page).not.toMatch(/\bfetch\(|document\.cookie|importScripts/);
});

test('names no option of the command', () => {
  // What messages say on the page: test/diagnostics/catalog.test.ts.
  const views = readdirSync('src/page', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const name of views) {
    const code = readFileSync(`src/page/${name}`, 'utf8').replace(/^ *(?:\/?\*|\/\/).*$/gm, '');
    expect(code, name).not.toMatch(/(?<![\w-])--[a-z]/);
  }
});

test('its hash stands beside it', () => {
  const digest = createHash('sha256').update(page).digest('hex');
  expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${digest}  exchange-stig.html\n`);
});
