import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromXccdfBenchmark } from '../../src/benchmark/from-xccdf.js';
import { parseLimit } from '../../src/cli/options.js';
import { UsageError } from '../../src/cli/usage-error.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fromCsv } from '../../src/evidence/csv/read.js';
import { fromFormatList } from '../../src/evidence/list/read.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { parseJson } from '../../src/json/parse.js';
import { defaultLimits, highestLimits, limitsOf } from '../../src/text/input-limits.js';
import { parseXml } from '../../src/xml/parse.js';
import { temporaryFolder } from '../support/command.js';
import { codesIn, runCommand } from '../support/run.js';
import { ckl, cklb, clixml, clixmlObject, csv, group, list, vuln, xccdf } from './inputs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ code }) => code);
const folder = temporaryFolder();
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('--limit', () => {
  it('takes numbers, thousands and millions, and several of them', () => {
    expect(parseLimit('bytes=200M', undefined)).toEqual({ maxBytes: 200_000_000 });
    expect(parseLimit('items=5k', { maxBytes: 1 })).toEqual({ maxBytes: 1, maxItems: 5000 });
    expect(parseLimit('depth=7', undefined)).toEqual({ maxDepth: 7 });
    expect(parseLimit('depth=7', { maxDepth: 1 })).toEqual({ maxDepth: 7 });
  });

  it.each([
    ...['', 'bytes', 'bytes=', 'bytes=0', 'bytes=-1', 'bytes=1.5', 'bytes=1e9', 'bytes=0x10', 'bytes=1G', 'Bytes=1'],
    ...['bytes=501M', 'depth=1001', 'items=1001M', '__proto__=1', 'constructor=1', 'bytes=1\u001b[2J'],
  ])('refuses %j', (text) => {
    expect(() => parseLimit(text, undefined)).toThrow(UsageError);
  });

  it('is what it is by default, and never more than can be', () => {
    expect(limitsOf()).toEqual(defaultLimits);
    expect(limitsOf({ maxBytes: 1e12, maxItems: 1e12, maxDepth: 1e12 })).toEqual(highestLimits);
  });
});

const commands: Readonly<Record<string, (path: string) => readonly string[]>> = {
  evaluate: (path) => ['evaluate', path, '--host', 'EDGE01', '--out-dir', join(folder, 'out'), '--force'],
  inspect: (path) => ['inspect', path],
  validate: (path) => ['validate', path],
  convert: (path) => ['convert', path, '--to', 'cklb', '--out', join(folder, 'out.cklb'), '--force'],
  diff: (path) => ['diff', path, path],
  update: (path) => ['update', path, '--benchmark', benchmark, '--out', join(folder, 'up.ckl'), '--force'],
  into: (path) => ['evaluate', exported, '--into', path, '--dry-run'],
  benchmark: (path) => [
    'evaluate',
    exported,
    '--host',
    'EDGE01',
    '--benchmark',
    path,
    '--out-dir',
    join(folder, 'out'),
  ],
};

const exported = file('send.xml', clixml(clixmlObject('x')));
const checklist = file('edge.ckl', ckl(vuln(259594)));
const benchmark = file('b.xml', xccdf(group(259594)));
const inputOf = (name: string): string =>
  name === 'evaluate' || name === 'inspect' ? exported : name === 'benchmark' ? benchmark : checklist;

describe.each(Object.entries(commands))('%s', (name, argsOf) => {
  const args = argsOf(inputOf(name));

  it('has a limit of bytes, items and depth that an option sets', async () => {
    // What else is named is no smaller, so that all of it is below the limit or something is not.
    expect(codesIn((await runCommand([...args, '--json', '--limit', 'bytes=20'])).stdout)).toContain('input-too-large');
    expect(codesIn((await runCommand([...args, '--json', '--limit', 'items=3'])).stdout)).toContain('too-many-items');
    expect(codesIn((await runCommand([...args, '--json', '--limit', 'depth=1'])).stdout)).toContain('xml-too-deep');
  });

  it('is not held up by limits that are high enough', async () => {
    const limits = ['--limit', 'bytes=100k', '--limit', 'items=10k', '--limit', 'depth=50'];
    const seen = codesIn((await runCommand([...args, '--json', ...limits])).stdout);
    for (const code of ['input-too-large', 'too-many-items', 'xml-too-deep']) expect(seen).not.toContain(code);
  });
});

it('reads from standard input no more than the limit', async () => {
  const ran = await runCommand(['inspect', '-', '--json', '--limit', 'bytes=1k'], { stdin: 'x'.repeat(1001) });
  expect(codesIn(ran.stdout)).toEqual(['input-too-large']);
});

describe('a line of a gigabyte', () => {
  const line = join(folder, 'gigabyte');
  const handle = openSync(line, 'w');
  ftruncateSync(handle, 1e9);
  closeSync(handle);

  it.each(Object.entries(commands))('is refused by %s for its size, also with the highest limit', async (_, argsOf) => {
    for (const more of [[], ['--limit', 'bytes=500M']]) {
      const ran = await runCommand([...argsOf(line), '--json', ...more]);
      expect(ran.code).toBe(3);
      expect(codesIn(ran.stdout)).toContain('input-too-large');
    }
  });

  it('is refused from standard input, a file or a pipe, in the memory that a small machine has', () => {
    const script = resolve('bin/exchange-stig.cjs');
    const shell = (words: string) =>
      spawnSync('sh', ['-c', words.replace('RUN', '"$NODE" --max-old-space-size=200 "$SCRIPT" inspect -')], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', NODE: process.execPath, SCRIPT: script, LINE: line },
      });
    for (const words of ['RUN < "$LINE"', 'cat "$LINE" | RUN']) {
      const { status, stderr } = shell(words);
      expect(status, words).toBe(3);
      expect(stderr, words).toContain('[input-too-large]');
    }
  });
});

describe('what is refused by default', () => {
  const deep = `{"Name":"x","DomainSecureEnabled":true,"More":${'['.repeat(150)}${']'.repeat(150)}}`;
  const long = `${clixml(clixmlObject('x'))}${' '.repeat(defaultLimits.maxBytes)}`;
  const many = clixml(clixmlObject('x', `<Obj N="A" RefId="9"><LST>${'<S/>'.repeat(1_000_000)}</LST></Obj>`));

  it.each([
    ['deeper', deep, 'depth=200', 'json-too-deep'],
    ['longer', long, 'bytes=60M', 'input-too-large'],
    ['more', many, 'items=2M', 'too-many-items'],
  ])('is read with a higher limit: %s', async (_, stdin, limit, code) => {
    const refused = await runCommand(['inspect', '-', '--json'], { stdin });
    expect({ code: refused.code, codes: codesIn(refused.stdout) }).toEqual({ code: 3, codes: [code] });
    const read = await runCommand(['inspect', '-', '--json', '--limit', limit], { stdin });
    expect(read.code).toBe(0);
    expect(JSON.parse(read.stdout).connectors).toHaveLength(1);
  });
});

it('says in the message which option raises the limit', async () => {
  const ran = await runCommand(['inspect', exported, '--limit', 'items=3']);
  expect(ran.stderr).toContain('--limit items=N');
});

describe('items', () => {
  const maxItems = 10;

  it.each([
    [
      'elements',
      () => parseXml(`<a>${'<b/>'.repeat(9)}</a>`, 'f', { maxItems }),
      () => parseXml(`<a>${'<b/>'.repeat(10)}</a>`, 'f', { maxItems }),
    ],
    [
      'attributes',
      () => parseXml(`<a ${letters(9)}/>`, 'f', { maxItems }),
      () => parseXml(`<a ${letters(10)}/>`, 'f', { maxItems }),
    ],
    [
      'values',
      () => parseJson(`[${'1,'.repeat(8)}1]`, 'f', { maxItems }),
      () => parseJson(`[${'1,'.repeat(9)}1]`, 'f', { maxItems }),
    ],
    [
      'cells',
      () => fromCsv(csv('x'), 'f', { maxItems }),
      () => fromCsv(`${csv('x')}"y","True","True","4","z"\r\n`, 'f', { maxItems }),
    ],
    [
      'lines',
      () => fromFormatList(list('x'), 'f', { maxItems }),
      () => fromFormatList(`${list('x')}${list('y')}`, 'f', { maxItems }),
    ],
  ])('are %s', (_, below, above) => {
    expect(codes(below())).toEqual([]);
    expect(codes(above())).toEqual(['too-many-items']);
  });

  const letters = (count: number) => Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ');

  it('are a hundred for each rule of a checklist, which writes as many', () => {
    const rules = Array.from({ length: 10 }, () => '{}').join(',');
    expect(codes(readChecklist(bytes(cklb(rules)), 'f', { maxItems: 1000 }))).toEqual(['too-many-items']);
    expect(readChecklist(bytes(cklb(rules)), 'f', { maxItems: 1100 }).ok).toBe(true);
    expect(codes(readChecklist(bytes(cklb(Array.from({ length: 50_000 }, () => '{}').join(','))), 'f'))).toEqual([
      'too-many-items',
    ]);
  });

  it('are a hundred for each rule of a benchmark', () => {
    const groups = Array.from({ length: 10 }, (_, i) => group(i)).join('');
    expect(codes(fromXccdfBenchmark(xccdf(groups), 'f', { maxItems: 999 }))).toEqual(['too-many-items']);
    expect(fromXccdfBenchmark(xccdf(groups), 'f', { maxItems: 1000 }).ok).toBe(true);
  });
});
