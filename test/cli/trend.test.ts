import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/trend.schema.json', 'utf8')),
);
const at = (name: string): string => join(folder, name);

type Hosts = Readonly<Record<string, Readonly<Record<string, string>> | 'refused'>>;
const run = (name: string, assessedAt: string | undefined, hosts: Hosts): string => {
  const document = {
    tool: { name: 'exchange-stig', version: '0' },
    ...(assessedAt === undefined ? {} : { assessedAt }),
    counts: {},
    hosts: Object.entries(hosts).map(([host, rules]) => ({
      host,
      refused: rules === 'refused',
      results: rules === 'refused' ? [] : Object.entries(rules).map(([vulnId, status]) => ({ vulnId, status })),
    })),
  };
  writeFileSync(at(name), JSON.stringify(document));
  return at(name);
};
const one = (status: string) => ({ 'V-259594': status });
const first = run('z.json', '2026-01-31T00:00:00Z', {
  EDGE01: one('open'),
  EDGE02: one('not_a_finding'),
  EDGE03: one('open'),
  EDGE05: one('open'),
});
const second = run('a.json', '2026-02-28T00:00:00Z', {
  edge01: one('not_a_finding'),
  EDGE02: one('open'),
  EDGE03: 'refused',
  EDGE04: one('open'),
});
const told = async (...args: readonly string[]) => {
  const { code, stdout } = await runCommand(['trend', ...args, '--json']);
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return { code, ...document };
};

describe('trend', () => {
  it('shows the runs by their time, and what changed since the run before', async () => {
    const { code, stdout, stderr } = await runCommand(['trend', second, first]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'HOST    2026-01-31  2026-02-28  CHANGE',
      'edge01  OPEN        NF          fixed',
      'EDGE02  NF          OPEN        new finding',
      'EDGE03  OPEN        refused     not known',
      'EDGE04  -           OPEN        new host',
      'EDGE05  OPEN        -           gone',
    ]);
    expect(stdout).toMatch(/^2026-02-28 +1 +2 +0 +0 +1 +/m);
  });

  it('says the same in JSON and in CSV without formulas', async () => {
    const { runs, rows } = await told(first, second);
    expect(runs[1].counts).toEqual({ refused: 1, open: 2, not_reviewed: 0, not_applicable: 0, not_a_finding: 1 });
    expect(rows[0]).toEqual({
      host: 'edge01',
      rule: null,
      cells: [
        { outcome: 'open', change: null },
        { outcome: 'not_a_finding', change: 'fixed' },
      ],
    });
    const odd = run('odd.json', '2026-03-31T00:00:00Z', { '=1+1': one('open') });
    const { stdout } = await runCommand(['trend', odd, '--csv']);
    expect(stdout).toBe(`Host,Rule,Assessed at,Summary,Verdict,Change\r\n'=1+1,,2026-03-31T00:00:00Z,${odd},OPEN,\r\n`);
  });

  it('has a row for each rule where there are several, and the latest runs within 80 columns', async () => {
    const rules = { 'V-259594': 'open', 'V-259597': 'not_reviewed' };
    const names = ['01', '02', '03', '04', '05', '06'].map((month) =>
      run(`m${month}.json`, `2025-${month}-15T00:00:00Z`, { EDGE01: month === '06' ? one('open') : rules }),
    );
    const { stdout } = await runCommand(['trend', ...names]);
    expect(stdout).toMatch(/^EDGE01 +V-259597 .*not judged$/m);
    expect(stdout).toContain('of 6 runs');
    const table = stdout.split('\n\n')[0] ?? '';
    expect(Math.max(...table.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('tells runs of one time apart by their files', async () => {
    const again = run('b.json', '2026-02-28T00:00:00Z', {});
    const { runs } = await told(again, second);
    expect(runs.map(({ path }: { path: string }) => path)).toEqual([second, again]);
    expect((await runCommand(['trend', second, again, '--report', at('same.html')])).code).toBe(0);
    expect(readFileSync(at('same.html'), 'utf8')).toContain(`2026-02-28T00:00:00Z ${second}`);
  });

  it('writes the report, and no file that is there', async () => {
    const report = at('trend.html');
    expect((await runCommand(['trend', first, second, '--report', report])).code).toBe(0);
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('STIG trend of 2 runs');
    expect(html).toContain('new finding');
    expect((await runCommand(['trend', first, second, '--report', report])).code).toBe(3);
    expect((await runCommand(['trend', first, second, '--report', first, '--force'])).code).toBe(3);
    expect(readFileSync(first, 'utf8')).toContain('exchange-stig');
  });

  it('takes what evaluate printed', async () => {
    const args = ['evaluate', 'samples/edge/send-connectors.csv', '--host', 'EDGE01', '--out-dir', at('out'), '--json'];
    writeFileSync(at('real.json'), (await runCommand(args)).stdout);
    const { rows } = await told(at('real.json'));
    expect(rows).toEqual([{ host: 'EDGE01', rule: null, cells: [{ outcome: 'open', change: null }] }]);
  });

  it('refuses by name what is no summary, or has no time', async () => {
    const timeless = run('timeless.json', undefined, {});
    const refused = await runCommand(['trend', first, timeless, 'README.md', 'package.json']);
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toMatch(/timeless\.json: .*assessedAt.*\[trend-without-time\]/);
    expect(refused.stderr).toMatch(/README\.md: .*\[trend-not-a-summary\]/);
    expect(refused.stderr).toMatch(/package\.json: .*\[trend-not-a-summary\]/);
    expect(await told(first, timeless)).toMatchObject({ code: 3, runs: [], rows: [] });
  });

  it.each([
    [['-', '-'], 'only once'],
    [[first, '--csv', '--json'], 'standard output'],
    [[first, '--report', '-'], '--report'],
  ])('%j is a usage error', async (args, words) => {
    const { code, stderr } = await runCommand(['trend', ...args]);
    expect([code, stderr]).toEqual([3, expect.stringContaining(words)]);
  });
});
