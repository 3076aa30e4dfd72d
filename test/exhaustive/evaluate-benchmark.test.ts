import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { renderOutputs } from '../../src/assess/render-outputs.js';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { createChecklist } from '../../src/checklist/create.js';
import { run } from '../../src/cli/main.js';
import { benchmark, group, rule } from '../benchmark/benchmarks.js';
import { oneRule, testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';
import { officialCklb, officialSchemas, officialXsd } from '../support/official.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const folder = temporaryFolder();
let count = 0;
const newFolder = (): string => join(folder, String(count++));
const edge = 'samples/edge/send-connectors.csv';
const compliant = 'samples/compliant/send-connectors.csv';
const validateSummary = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));

/** The command in this process. */
const command = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run({
    args,
    env: {},
    now: () => new Date('2026-01-31T12:00:00Z'),
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    isTerminal: false,
    color: false,
  });
  return { status, stdout: out.join(''), stderr: err.join('') };
};
const evaluate = async (...args: string[]) => {
  const out = newFolder();
  const { status, stdout } = await command('evaluate', '--host', 'EDGE01', '--out-dir', out, '--json', ...args);
  const summary = JSON.parse(stdout);
  expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
  const files = existsSync(out) ? readdirSync(out).toSorted() : [];
  return {
    status,
    summary,
    codes: summary.diagnostics.map((d: { code: string }) => d.code) as string[],
    files,
    read: (i: number) => readFileSync(join(out, files[i] ?? ''), 'utf8'),
  };
};
const saved = (name: string, content: string | Uint8Array): string => {
  const path = join(newFolder(), name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
/** A benchmark of our own with V-259594 in it. */
const judged = group(259594, rule(259594).replace('TEST-259594', 'EX19-ED-000098'));
const own = benchmark(group(1) + judged + group(2));

describe('evaluate --benchmark', () => {
  it('writes all rules, judges V-259594 and leaves the others not reviewed', async () => {
    const path = saved('U_Own_Manual-xccdf.xml', own);
    const { status, summary, codes, files, read } = await evaluate(compliant, '--benchmark', path);
    // Its check text is another, which withholds the pass.
    expect(status).toBe(2);
    expect(files).toEqual([
      'EDGE01_Test_STIG_V2R3.ckl',
      'EDGE01_Test_STIG_V2R3.cklb',
      'EDGE01_Test_STIG_V2R3_xccdf-results.xml',
    ]);
    expect(codes).toContain('check-text-differs');
    expect(summary.hosts[0].stig).toEqual({ id: 'Test_STIG', release: 'V2R3' });
    expect(summary.hosts[0].results).toMatchObject([{ vulnId: 'V-259594', ruleId: 'SV-259594r1_rule' }]);
    const rules: { group_id: string; status: string }[] = JSON.parse(read(1)).stigs[0].rules;
    expect(rules.map((one) => [one.group_id, one.status])).toEqual([
      ['V-1', 'not_reviewed'],
      ['V-259594', 'not_reviewed'],
      ['V-2', 'not_reviewed'],
    ]);
  });

  it('says that the other rules were not judged', async () => {
    const path = saved('U_Own_Manual-xccdf.xml', own);
    const args = ['evaluate', compliant, '--host', 'E', '--out-dir', newFolder()];
    expect((await command(...args, '--benchmark', path)).stdout).toMatch(
      /^2 other rules of the benchmark: NOT REVIEWED$/m,
    );
    expect((await command(...args)).stdout).not.toContain('other rule');
  });

  it('reads a zip', async () => {
    const path = saved('U_Own.zip', zipSync({ 'a/U_Own_Manual-xccdf.xml': strToU8(own) }));
    const { status, files, read } = await evaluate(edge, '--benchmark', path, '--format', 'ckl');
    expect(status).toBe(1);
    expect(files).toHaveLength(1);
    expect(read(0)).toContain('<SID_DATA>U_Own_Manual-xccdf.xml</SID_DATA>');
  });

  it.each([
    ['a benchmark without the rule', benchmark(group(1)), 'benchmark-without-rule'],
    ['a result', '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2"/>', 'not-a-benchmark'],
    ['a broken file', own.slice(0, 3000), 'xml-truncated'],
  ])('refuses %s: exit 3, nothing written', async (_, text, code) => {
    const { status, codes, files, summary } = await evaluate(edge, '--benchmark', saved('x.xml', text));
    expect(status).toBe(3);
    expect(codes).toContain(code);
    expect(files).toEqual([]);
    expect(summary.counts).toMatchObject({ hosts: 1, refused: 1 });
  });

  it('refuses a file that is not there', async () => {
    const { status, codes } = await evaluate(edge, '--benchmark', 'nowhere.xml');
    expect([status, codes]).toEqual([3, ['file-missing']]);
  });

  it.each([
    [['--benchmark', 'x.xml', '--release', 'V2R2'], /--benchmark <file>.*cannot be used with.*--release/],
    [['--benchmark', '-'], /--benchmark: expected a file/],
  ])('%j is a usage error', async (args, message) => {
    const { status, stdout, stderr } = await command('evaluate', edge, '--host', 'E', ...args);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(message);
  });
});

const disa = 'data/benchmarks/';
const v2r2 = `${disa}U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml`;
const lacking = [v2r2, ...Object.values(officialSchemas)].some(lacksShared);
const hasOscap = spawnSync('oscap', ['--version']).status === 0;
if (!hasOscap) console.warn('skipped: oscap (Debian: openscap-scanner) is not installed');

const validByOscap = (text: string): void => {
  const path = saved('results.xml', text);
  expect(() => execFileSync('oscap', ['xccdf', 'validate', path], { stdio: 'pipe' })).not.toThrow();
};

/** What STIG Viewer 3 writes too, by name, and any other fault. */
const beyondSchema = (cklb: unknown): string[] =>
  officialCklb()(cklb)
    .map((fault) => fault.params['additionalProperty'] ?? `${fault.instancePath} ${fault.message}`)
    .toSorted();

describe.skipIf(lacking)("DISA's whole benchmark", () => {
  test('V2R2 gives 68 rules in every format, valid, with the texts as they are', async () => {
    const { status, summary, files, read } = await evaluate(edge, '--benchmark', sharedFile(v2r2).pathname);
    expect(status).toBe(1);
    expect(summary.diagnostics.filter((d: { severity: string }) => d.severity !== 'info')).toEqual([]);
    expect(files).toHaveLength(3);
    const [ckl, cklb, xccdf] = [read(0), JSON.parse(read(1)), read(2)];
    expect(officialXsd('ckl')(ckl)).toEqual([]);
    expect(officialXsd('xccdf')(xccdf)).toEqual([]);
    expect(beyondSchema(cklb)).toEqual(['classification', 'version']);
    if (hasOscap) validByOscap(xccdf);

    const source = parseWithLibxml2(readFileSync(sharedFile(v2r2), 'utf8'));
    const x = { x: 'http://checklists.nist.gov/xccdf/1.1' };
    const of = (path: string) => select(source, `//x:Rule/${path}`, x);
    const discussions = of('x:description').map((text) => text.split(/<\/?VulnDiscussion>/)[1]);
    const texts = [of('@id'), of('x:title'), discussions, of('x:check/x:check-content'), of('x:fixtext')];
    expect(texts.map((list) => list.length)).toEqual([68, 68, 68, 68, 68]);

    const inCkl = parseWithLibxml2(ckl);
    const attribute = (name: string) => select(inCkl, `//VULN/STIG_DATA[VULN_ATTRIBUTE="${name}"]/ATTRIBUTE_DATA`);
    const names = ['Rule_ID', 'Rule_Title', 'Vuln_Discuss', 'Check_Content', 'Fix_Text'];
    expect(names.map(attribute)).toEqual(texts);
    expect(select(inCkl, '//VULN[STATUS="Open"]/STIG_DATA[1]/ATTRIBUTE_DATA')).toEqual(['V-259594']);
    expect(select(inCkl, '//VULN[STATUS="Not_Reviewed"]')).toHaveLength(67);

    const keys = ['rule_id_src', 'rule_title', 'discussion', 'check_content', 'fix_text'];
    const rules: Record<string, string>[] = cklb.stigs[0].rules;
    expect(keys.map((key) => rules.map((one) => one[key]))).toEqual(texts);
    expect(cklb.stigs[0].size).toBe(68);

    const inXccdf = parseWithLibxml2(xccdf);
    const cdf = { c: 'http://checklists.nist.gov/xccdf/1.2' };
    const paths = ['@id', 'c:title', 'c:description', 'c:check/c:check-content', 'c:fixtext'];
    const written = paths.map((path) => select(inXccdf, `//c:Rule/${path}`, cdf));
    const [ids = [], ...rest] = written;
    expect([ids.map((id) => id.replace('xccdf_mil.disa.stig_rule_', '')), ...rest]).toEqual(texts);
    expect(select(inXccdf, '//c:rule-result[c:result="notchecked"]', cdf)).toHaveLength(67);
    for (const document of [source, inCkl, inXccdf]) document.dispose();
  });

  test.each(lacking ? [] : readdirSync(sharedFile(disa)))('%s can be written in every format', async (name) => {
    const reading = readBenchmark(readFileSync(sharedFile(disa + name)), name);
    if (!reading.ok) throw new Error('refused');
    const checklist = createChecklist({
      benchmark: reading.value,
      asset: oneRule().asset,
      reviews: new Map(),
      assessedAt: '2026-01-31T12:00:00Z',
      seed: 'test',
    });
    const rendered = await renderOutputs(checklist, ['ckl', 'cklb', 'xccdf'], { tool: testTool, cklbStrict: false });
    expect(rendered.diagnostics).toEqual([]);
    if (!rendered.ok) throw new Error('refused');
    const [ckl, cklb, xccdf] = rendered.value.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(officialXsd('ckl')(ckl ?? '')).toEqual([]);
    expect(beyondSchema(JSON.parse(cklb ?? ''))).toEqual(['classification', 'version']);
    expect(officialXsd('xccdf')(xccdf ?? '')).toEqual([]);
    if (hasOscap) validByOscap(xccdf ?? '');
  });
});
