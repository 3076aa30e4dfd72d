import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCkl } from '../../src/formats/ckl/write.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import type { Checklist } from '../../src/model/checklist.js';
import type { FormatName } from '../../src/model/format-names.js';
import { benchmark, group } from '../benchmark/benchmarks.js';
import { arf, edge01, edge02 } from '../support/arf.js';
import { checklists, oneRule, testTool } from '../support/checklists.js';
import { command, temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { lacksShared, sharedFile } from '../support/shared.js';

/** The command within this process. */
const here = async (args: readonly string[]) => {
  const { code, ...said } = await runCommand(args);
  return { status: code, ...said };
};

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const valid = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/convert.schema.json', 'utf8')),
);

const all = checklists['all-statuses'] ?? oneRule();
const both: Checklist = {
  ...all,
  stigs: [
    ...all.stigs,
    ...oneRule({ status: 'open' }).stigs.map((s) => ({ ...s, benchmark: { ...s.benchmark, id: 'Second_STIG' } })),
  ],
};

const read = (bytes: Uint8Array): { readonly format: FormatName; readonly checklist: Checklist } => {
  const found = readChecklist(bytes, 'f');
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return found.value;
};

const statuses = (checklist: Checklist) => checklist.stigs.flatMap(({ reviews }) => reviews.map((r) => r.status));

beforeAll(() => {
  writeFileSync(at('all.ckl'), toCkl(all, testTool).text);
  writeFileSync(at('both.ckl'), toCkl(both, testTool).text);
  writeFileSync(at('nameless.ckl'), toCkl({ ...all, asset: { ...all.asset, hostName: '' } }, testTool).text);
});

test.each(['ckl', 'cklb', 'xccdf'] as const)('to %s, into a file and to standard output', async (to) => {
  const out = at(`out.${to}`);
  const time = ['--timestamp', '2026-01-31T12:00:00Z'];
  const written = command(['convert', at('all.ckl'), '--to', to, '-o', out, ...time]);
  expect([written.status, written.stdout]).toEqual([0, '']);
  expect(written.stderr).toContain('4 rules: 1 open, 1 not_reviewed, 1 not_applicable, 1 not_a_finding');
  const bytes = readFileSync(out);
  expect(read(bytes).format).toBe(to);
  expect(statuses(read(bytes).checklist)).toEqual(statuses(all));
  const printed = command(['convert', '-', '--to', to, ...time], { input: readFileSync(at('all.ckl')) });
  expect([printed.status, printed.stdout]).toEqual([0, bytes.toString('utf8')]);
});

test('an existing file is overwritten with --force alone', async () => {
  writeFileSync(at('there.cklb'), 'mine');
  const args = ['convert', at('all.ckl'), '--to', 'cklb', '--out', at('there.cklb')];
  const refused = await here(args);
  expect([refused.status, readFileSync(at('there.cklb'), 'utf8')]).toEqual([3, 'mine']);
  expect(refused.stderr).toContain('[file-exists]');
  expect((await here([...args, '--force'])).status).toBe(0);
  expect(read(readFileSync(at('there.cklb'))).format).toBe('cklb');
});

test('of several STIGs one goes into an XCCDF result, by name', async () => {
  const args = ['convert', at('both.ckl'), '--to', 'xccdf'];
  const unsaid = await here(args);
  expect([unsaid.status, unsaid.stdout]).toEqual([3, '']);
  expect(unsaid.stderr).toContain('MS_Exchange_2019_Edge_Server_STIG, Second_STIG');
  expect((await here([...args, '--stig', 'Third'])).status).toBe(3);
  const named = await here([...args, '--stig', 'second_stig']);
  expect(named.status).toBe(0);
  expect(statuses(read(Buffer.from(named.stdout)).checklist)).toEqual(['open']);
  expect((await here(['convert', at('both.ckl'), '--to', 'cklb', '--stig', 'Second_STIG'])).status).toBe(3);
});

test('a file without a host is converted only with --host', async () => {
  const asked = ['convert', at('nameless.ckl'), '--to', 'cklb'];
  const unsaid = await here(asked);
  expect([unsaid.status, unsaid.stdout]).toEqual([3, '']);
  expect(unsaid.stderr).toMatch(/^error: .*--host \[convert-host-missing\]$/m);
  const { status, stderr, stdout } = await here([...asked, '--host', 'EDGE07']);
  expect([status, stderr.includes('host-empty')]).toEqual([0, false]);
  expect(read(Buffer.from(stdout)).checklist.asset.hostName).toBe('EDGE07');
});

test('a result without rule texts takes them from --benchmark', async () => {
  writeFileSync(at('stig.xml'), benchmark(group(1) + group(2)));
  const [one] = oneRule().stigs;
  const stig = /id="(?:xccdf_mil\.disa\.stig_benchmark_)?([^"]+)"/.exec(readFileSync(at('stig.xml'), 'utf8'))?.[1];
  expect(one).toBeDefined();
  writeFileSync(
    at('result.xml'),
    `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" end-time="2026-01-31T12:00:00Z"><benchmark href="#x" id="xccdf_mil.disa.stig_benchmark_${stig}"/><target>EDGE01</target>
     <rule-result idref="SV-1r1_rule"><result>pass</result></rule-result><rule-result idref="SV-2r1_rule"><result>fail</result></rule-result></TestResult>`,
  );
  const bare = await here(['convert', at('result.xml'), '--to', 'ckl']);
  expect(bare.status).toBe(0);
  expect(bare.stderr).toContain('[reading-rule-without-text]');
  const full = await here(['convert', at('result.xml'), '--to', 'ckl', '--benchmark', at('stig.xml')]);
  expect(full.status).toBe(0);
  expect(full.stderr).not.toContain('[reading-rule-without-text]');
  const { checklist } = read(Buffer.from(full.stdout));
  expect(statuses(checklist)).toEqual(['not_a_finding', 'open']);
  expect(checklist.stigs[0]?.reviews.map(({ rule }) => [rule.groupId, rule.checkContent === ''])).toEqual([
    ['V-1', false],
    ['V-2', false],
  ]);
  const other = await here(['convert', at('all.ckl'), '--to', 'cklb', '--benchmark', at('stig.xml')]);
  expect([other.status, other.stdout]).toEqual([3, '']);
  expect(other.stderr).toContain('[convert-benchmark-differs]');
});

test('--json says what was done', async () => {
  const done = await here(['convert', at('all.ckl'), '--to', 'cklb', '--out', at('json.cklb'), '--json']);
  const summary = JSON.parse(done.stdout);
  expect([done.status, valid(summary), valid.errors]).toEqual([0, true, null]);
  expect(summary).toMatchObject({
    input: { format: 'ckl' },
    output: { format: 'cklb', path: at('json.cklb') },
    host: 'EDGE01',
    stigs: [{ counts: { open: 1, not_reviewed: 1, not_applicable: 1, not_a_finding: 1 } }],
  });
  const refused = await here(['convert', at('none.ckl'), '--to', 'cklb', '--out', at('x.cklb'), '--json']);
  expect([refused.status, valid(JSON.parse(refused.stdout))]).toEqual([3, true]);
  expect((await here(['convert', at('all.ckl'), '--to', 'cklb', '--json'])).status).toBe(3);
});

describe('refused, and nothing is written', async () => {
  test.each([
    ['cut off', toCkl(all, testTool).text.slice(0, 3000), 'xml-truncated'],
    ['a STIG', benchmark(group(1)), 'document-without-results'],
    ['an export', '[{"Name":"x","DomainSecureEnabled":true}]', 'document-is-export'],
    ['other text', 'Hello.', 'document-unrecognised'],
    ['nothing', '', 'document-empty'],
  ])('%s', async (_, text, code) => {
    writeFileSync(at('bad'), text);
    const { status, stdout, stderr } = await here(['convert', at('bad'), '--to', 'cklb', '--out', at('bad.cklb')]);
    expect([status, stdout, existsSync(at('bad.cklb'))]).toEqual([3, '', false]);
    expect(stderr).toContain(`[${code}]`);
  });

  test.each([
    ['no format', ['convert', 'x.ckl']],
    ['another format', ['convert', 'x.ckl', '--to', 'pdf']],
    ['no file', ['convert', '--to', 'ckl']],
    ['a bad time', ['convert', 'x.ckl', '--to', 'ckl', '--timestamp', 'today']],
    ['standard input twice', ['convert', '-', '--to', 'ckl', '--benchmark', '-']],
  ])('%s', async (_, args) => {
    expect((await here(args)).status).toBe(3);
  });

  test('more than the limit', async () => {
    writeFileSync(at('large.ckl'), `<CHECKLIST>${' '.repeat(60_000_000)}</CHECKLIST>`);
    const { status, stderr } = await here(['convert', at('large.ckl'), '--to', 'cklb']);
    expect(status).toBe(3);
    expect(stderr).toContain('[input-too-large]');
  });
});

test('UTF-16 is read, and UTF-8 is written', async () => {
  const text = readFileSync(at('all.ckl'), 'utf8').replace('encoding="UTF-8"', 'encoding="UTF-16"');
  writeFileSync(at('utf16.ckl'), Buffer.from(`\ufeff${text}`, 'utf16le'));
  const { status, stdout } = await here(['convert', at('utf16.ckl'), '--to', 'ckl', '--quiet']);
  expect([status, stdout.startsWith('<?xml version="1.0" encoding="UTF-8"?>')]).toEqual([0, true]);
  expect(statuses(read(Buffer.from(stdout)).checklist)).toEqual(statuses(all));
});

describe('several TestResults in a file', async () => {
  const two = arf({ hosts: [edge01, edge02] });
  const out = (name: string): string => at(name);
  const convertAll = (file: string, ...args: readonly string[]) =>
    runCommand(['convert', file, '--to', 'ckl', '--all-results', ...args]);
  const write = (name: string, text: string): string => {
    writeFileSync(out(name), text);
    return out(name);
  };
  const hostsIn = (dir: string) =>
    readdirSync(dir)
      .toSorted()
      .map((name) => [name, read(readFileSync(join(dir, name))).checklist.asset.hostName]);

  test('are refused with both remedies', async () => {
    const ran = await runCommand(['convert', write('two.xml', two), '--to', 'ckl']);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).toContain('--result ID');
    expect(ran.stderr).toContain('--all-results --out-dir DIR');
  });

  test('one by its id', async () => {
    const id = 'xccdf_mil.example_testresult_EDGE02';
    const ran = await runCommand(['convert', write('two.xml', two), '--to', 'cklb', '--result', id]);
    expect([ran.code, read(Buffer.from(ran.stdout)).checklist.asset.hostName]).toEqual([0, 'EDGE02']);
    const missing = await runCommand(['convert', out('two.xml'), '--to', 'cklb', '--result', 'x']);
    expect([missing.code, missing.stdout]).toEqual([3, '']);
    expect(missing.stderr).toContain('[reading-result-missing]');
  });

  test('each in a file of its own, in JSON too', async () => {
    const ran = await convertAll(write('two.xml', two), '--out-dir', out('each'), '--json');
    const said = JSON.parse(ran.stdout);
    expect([ran.code, valid(said), valid.errors]).toEqual([0, true, null]);
    expect(said).toMatchObject({
      output: null,
      results: [
        { result: 'xccdf_mil.example_testresult_EDGE01', host: 'EDGE01', stigs: [{ counts: { open: 1 } }] },
        { result: 'xccdf_mil.example_testresult_EDGE02', host: 'EDGE02', stigs: [{ counts: { open: 0 } }] },
      ],
    });
    expect(hostsIn(out('each'))).toEqual([
      ['EDGE01_Test_STIG_V2R3.ckl', 'EDGE01'],
      ['EDGE02_Test_STIG_V2R3.ckl', 'EDGE02'],
    ]);
    // What is said of the Benchmark that both share is said once.
    const codes = said.diagnostics.map((d: { code: string; message: string }) => d.code + d.message);
    expect(codes.filter((code: string) => code.startsWith('benchmark-'))).toEqual([
      ...new Set(codes.filter((code: string) => code.startsWith('benchmark-'))),
    ]);
  });

  test('of one host with one id, under names that differ', async () => {
    const twins = arf({ hosts: [edge01, edge01, { ...edge02, host: 'edge01' }] });
    const ran = await convertAll(write('twins.xml', twins), '--out-dir', out('twins'));
    expect([ran.code, hostsIn(out('twins')).map(([name]) => name)]).toEqual([
      0,
      ['EDGE01_Test_STIG_V2R3_1.ckl', 'EDGE01_Test_STIG_V2R3_2.ckl', 'edge01_Test_STIG_V2R3_3.ckl'],
    ]);
  });

  test('all or none: nothing is written where a file is there already', async () => {
    mkdirSync(out('there'));
    writeFileSync(join(out('there'), 'EDGE02_Test_STIG_V2R3.ckl'), 'mine');
    const ran = await convertAll(write('two.xml', two), '--out-dir', out('there'));
    expect([ran.code, readdirSync(out('there'))]).toEqual([3, ['EDGE02_Test_STIG_V2R3.ckl']]);
    expect((await convertAll(out('two.xml'), '--out-dir', out('there'), '--force')).code).toBe(0);
  });

  test.each([
    [['--all-results'], '--out-dir'],
    [['--all-results', '--out-dir', 'd', '--out', 'f'], 'not --out'],
    [['--all-results', '--out-dir', 'd', '--result', 'x'], 'exclude each other'],
    [['--out-dir', 'd'], '--all-results'],
  ])('%j is refused', async (args, message) => {
    const ran = await runCommand(['convert', write('two.xml', two), '--to', 'ckl', ...args]);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).toContain(message);
  });

  test.skipIf(lacksShared('data/checklist-cases/two-testresults-two-hosts.xml'))(
    'two-testresults-two-hosts.xml',
    async () => {
      const file = sharedFile('data/checklist-cases/two-testresults-two-hosts.xml').pathname;
      const refused = await runCommand(['convert', file, '--to', 'ckl']);
      expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('--all-results --out-dir DIR')]);
      const one = await runCommand([
        'convert',
        file,
        '--to',
        'ckl',
        '--result',
        'xccdf_mil.disa.stig_testresult_scc_2',
      ]);
      expect(read(Buffer.from(one.stdout)).checklist.asset.hostName).toBe('EDGE02');
      expect((await convertAll(file, '--out-dir', out('shared'))).code).toBe(0);
      expect(hostsIn(out('shared'))).toEqual([
        ['EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl', 'EDGE01'],
        ['EDGE02_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl', 'EDGE02'],
      ]);
    },
  );
});
