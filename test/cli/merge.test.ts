import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const sample = 'samples/checklist/EDGE01-last-quarter.ckl';
const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml';
const validMerge = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/merge.schema.json', 'utf8')),
);
const read = (path: string) => {
  const found = readChecklist(readFileSync(path), path);
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return found.value;
};
/** The sample with a passing answer of another person for its open rule. */
const other = at('other.ckl');
writeFileSync(other, readFileSync(sample, 'utf8').replace('<STATUS>Open</STATUS>', '<STATUS>NotAFinding</STATUS>'));

describe('merge', () => {
  test('names each conflict and writes nothing; each --prefer decides it', async () => {
    const out = at('refused.ckl');
    const refused = await runCommand(['merge', sample, other, '--out', out]);
    expect([refused.code, refused.stdout, existsSync(out)]).toEqual([3, '', false]);
    expect(refused.stderr).toContain(`${sample}: open; ${other}: not_a_finding`);
    for (const [prefer, status] of [
      ['first', 'not_a_finding'],
      ['worst', 'open'],
    ] as const) {
      const merged = await runCommand(['merge', other, sample, '--out', at(`${prefer}.ckl`), '--prefer', prefer]);
      expect([merged.code, merged.stdout.includes('Answered differently')]).toEqual([0, true]);
      expect(read(at(`${prefer}.ckl`)).checklist.stigs[0]?.reviews.some((review) => review.status === status)).toBe(
        true,
      );
    }
    expect((await runCommand(['merge', other, sample, '--out', at('no.ckl'), '--prefer', 'newest'])).stderr).toContain(
      'merge-time-missing',
    );
  });

  test('--json is as its schema says, whatever came of it', async () => {
    const out = at('json.cklb');
    const args = ['merge', sample, other, '--out', out, '--to', 'cklb', '--json'];
    for (const [more, code] of [
      [[], 3],
      [['--prefer', 'worst'], 0],
      [['--prefer', 'worst'], 3],
    ] as const) {
      const { stdout, code: exit } = await runCommand([...args, ...more]);
      const json = JSON.parse(stdout);
      expect(validMerge(json), JSON.stringify(validMerge.errors)).toBe(true);
      expect([exit, json.output === null, json.conflicts.length]).toEqual([code, code === 3, 1]);
    }
    expect(read(out).checklist.title).toBe('json');
    const unread = JSON.parse((await runCommand(['merge', sample, at('none'), '--out', out, '--json'])).stdout);
    expect(validMerge(unread), JSON.stringify(validMerge.errors)).toBe(true);
  });

  test('--report takes the report, and inputs are never overwritten', async () => {
    const args = [
      'merge',
      sample,
      other,
      '--out',
      at('reported.ckl'),
      '--prefer',
      'worst',
      '--report',
      at('report.txt'),
    ];
    expect((await runCommand(args)).code).toBe(0);
    expect(readFileSync(at('report.txt'), 'utf8')).toContain('not_a_finding, at an unknown time, not kept');
    const before = readFileSync(other, 'utf8');
    const over = await runCommand(['merge', sample, other, '--out', other, '--prefer', 'worst', '--force']);
    expect([over.code, readFileSync(other, 'utf8') === before]).toEqual([3, true]);
  });

  test.each([
    [['merge', sample, '--out', 'x'], 'two files'],
    [['merge', '-', '-', '--out', 'x'], 'only once'],
    [['merge', sample, other, '--out', '-', '--json'], 'standard output'],
    [['merge', sample, other, '--out', 'x', '--prefer', 'best'], '--prefer'],
  ])('%j is a usage error', async (args, words) => {
    const { code, stderr } = await runCommand(args);
    expect([code, stderr]).toEqual([3, expect.stringContaining(words)]);
  });
});

test('create, answer, merge another STIG, split: each STIG has its file again', async () => {
  const created = at('created.ckl');
  const create = ['create', '--benchmark', benchmark, '--host', 'EDGE01', '--ip', '192.0.2.1', '--out', created];
  expect((await runCommand(create)).code).toBe(0);
  const { checklist } = read(created);
  expect([checklist.asset.hostName, checklist.asset.ipAddresses]).toEqual(['EDGE01', ['192.0.2.1']]);
  expect(new Set(checklist.stigs[0]?.reviews.map(({ status }) => status))).toEqual(new Set(['not_reviewed']));
  const evaluated = ['evaluate', 'samples/edge/send-connectors.csv', '--host', 'EDGE01', '--format', 'ckl', '--quiet'];
  expect((await runCommand([...evaluated, '--out-dir', at('evaluated')])).code).toBe(1);
  const judged = join(at('evaluated'), 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl');
  expect((await runCommand(['merge', created, judged, '--out', at('both.ckl')])).code).toBe(0);
  const split = await runCommand(['split', at('both.ckl'), '--out-dir', at('split')]);
  expect([split.code, split.stdout.split('\n').length]).toEqual([0, 3]);
  const names = readdirSync(at('split')).sort();
  expect(names).toEqual([
    'EDGE01_Example_Edge_Server_STIG_V1R2.ckl',
    'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl',
  ]);
  expect((await runCommand(['diff', join(at('split'), names[0] ?? ''), created])).stdout).toMatch(
    /^WHERE .*\nasset {2}techArea .*\n\nrules: 0 changed \(0 in status\), 0 added, 0 removed; asset: 1 field changed\n$/,
  );
  expect((await runCommand(['split', at('both.ckl'), '--out-dir', at('split')])).code).toBe(3);
  const xccdf = await runCommand(['merge', created, judged, '--out', at('both.xml'), '--to', 'xccdf']);
  expect([xccdf.code, xccdf.stderr]).toEqual([3, expect.stringContaining('merge-several-stigs')]);
});

test('create writes any format to standard output', async () => {
  for (const to of ['ckl', 'cklb', 'xccdf']) {
    const { code, stdout } = await runCommand([
      'create',
      '--benchmark',
      benchmark,
      '--host',
      'EDGE01',
      '--to',
      to,
      '--quiet',
    ]);
    const found = readChecklist(Buffer.from(stdout), 'x');
    expect([code, found.ok && found.value.format]).toEqual([0, to]);
  }
  expect((await runCommand(['create', '--benchmark', sample, '--host', 'EDGE01'])).code).toBe(3);
});
