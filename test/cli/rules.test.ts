import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const folder = temporaryFolder();
let count = 0;
const edge = 'samples/edge/send-connectors.csv';
const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));

const evaluate = async (...args: string[]) => {
  const out = join(folder, String(count++));
  const { code, stdout, stderr } = await runCommand(['evaluate', edge, '--host', 'EDGE01', '--out-dir', out, ...args]);
  return { code, stdout, stderr, out, files: existsSync(out) ? readdirSync(out).sort() : [] };
};

const benchmarks = 'data/benchmarks';
const file = (name: string) => sharedFile(`${benchmarks}/U_MS_Exchange_${name}_Manual-xccdf.xml`).pathname;

describe('--rules', () => {
  it('without a file that has the texts names the STIGs to get', async () => {
    const { code, stderr, files } = await evaluate('--rules', 'all');
    expect(code).toBe(3);
    expect(stderr).toContain('[rules-without-benchmark]');
    expect(stderr).toContain('MS_Exchange_2016_Mailbox_Server_STIG');
    expect(files).toEqual([]);
  });

  it('names --into only where the command has it', async () => {
    expect((await evaluate('--rules', 'all')).stderr).toContain('with --into [rules-without-benchmark]');
    const remediate = await runCommand([
      'remediate',
      edge,
      '--host',
      'E',
      '--rules',
      'all',
      '--out',
      join(folder, 'x.ps1'),
    ]);
    expect(remediate.stderr).toContain('with --benchmark [rules-without-benchmark]');
  });

  it('takes the default by its names, and refuses a name that no rule has', async () => {
    expect((await evaluate('--rules', 'v-259594')).code).toBe(1);
    expect((await evaluate('--rules', 'EX19-ED-000098')).code).toBe(1);
    const { code, stderr } = await evaluate('--rules', 'V-1');
    expect(code).toBe(3);
    expect(stderr).toContain('"V-1" is not a rule');
  });
});

describe.skipIf(lacksShared(benchmarks))('--rules with a STIG of DISA', () => {
  it.each([
    ['2019_Edge_Server_STIG_V2R2', 6],
    ['2016_Edge_Transport_Server_STIG_V2R6', 7],
    ['2016_Mailbox_Server_STIG_V2R6', 4],
  ])('all judges what %s asks of send connectors', async (name, rules) => {
    const { code, stdout, files } = await evaluate('--rules', 'all', '--benchmark', file(name), '--json');
    const summary = JSON.parse(stdout);
    expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
    expect(summary.hosts[0].results).toHaveLength(rules);
    expect(summary.diagnostics.filter((d: { severity: string }) => d.severity === 'error')).toEqual([]);
    expect(summary.hosts[0].results.every((r: { doubts: unknown[] }) => r.doubts.length === 0)).toBe(true);
    expect(code).toBe(1);
    expect(files).toHaveLength(3);
  });

  it('judges one of them, and says that there are more', async () => {
    const { stdout, stderr } = await evaluate('--rules', 'V-259639', '--benchmark', file('2019_Edge_Server_STIG_V2R2'));
    expect(stdout).toContain('V-259639 is OPEN');
    expect(stdout).not.toContain('V-259594 is');
    expect(stderr).toMatch(/V-259593, V-259594, V-259597.*\[more-rules-answered\]/);
  });

  it('names the rules of a STIG that has not the default', async () => {
    const { code, stderr } = await evaluate('--benchmark', file('2016_Mailbox_Server_STIG_V2R6'));
    expect(code).toBe(3);
    expect(stderr).toMatch(/judge those that it has \(V-228374, V-228385, V-228390, V-228409\) with --rules all/);
  });

  it('fills each into a checklist that has it, by the texts of the checklist', async () => {
    const made = await evaluate('--benchmark', file('2019_Edge_Server_STIG_V2R2'), '--format', 'ckl');
    const checklist = join(made.out, made.files[0] ?? '');
    const { code, stdout, files } = await evaluate('--rules', 'all', '--into', checklist, '--json');
    expect(code).toBe(1);
    expect(files).toHaveLength(1);
    const changed = JSON.parse(stdout).hosts[0].changes.map((change: { vulnId: string }) => change.vulnId);
    expect([...new Set(changed)].sort()).toEqual(['V-259593', 'V-259597', 'V-259602', 'V-259639', 'V-259642']);
  });
});
