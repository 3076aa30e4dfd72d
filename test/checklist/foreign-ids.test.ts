import { describe, expect, test } from 'vitest';
import { convertChecklist } from '../../src/checklist/convert.js';
import { diffChecklists, isEmptyDiff } from '../../src/checklist/diff.js';
import { notCarried } from '../../src/checklist/not-carried.js';
import type { Reading } from '../../src/diagnostics/diagnostic.js';
import { fromXccdf } from '../../src/formats/xccdf/read.js';
import { emptyBenchmark } from '../../src/model/benchmark.js';
import type { Checklist } from '../../src/model/checklist.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
import { inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';
import { officialXsd } from '../support/official.js';
import { readFormat } from '../support/read-format.js';
import { lacksShared } from '../support/shared.js';

const xccdf = 'data/schemas/xccdf/1.2/xccdf_1.2.xsd';

const valueIn = <T>(reading: Reading<T>): T => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  return reading.value;
};

const convert = (checklist: Checklist, from: FormatName, to: FormatName) =>
  convertChecklist({
    checklist,
    from,
    to,
    write: { tool: testTool, cklbStrict: false, stigIndex: to === 'xccdf' ? 0 : undefined },
    time: { value: '2030-01-01T00:00:00Z', given: false },
  });

const through = async (checklist: Checklist, from: FormatName, to: FormatName) =>
  valueIn(await convert(checklist, from, to)).file.text;

const id = (kind: string, name: string) => `xccdf_org.example.content_${kind}_${name}`;

const benchmark = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="${id('benchmark', 'OS-1')}"><status>accepted</status><title>Guide</title><version>1</version><Group id="${id('group', 'ssh')}"><title>SSH</title><Rule id="${id('rule', 'ssh_root')}" severity="high"><title>No root</title></Rule></Group><Group id="${id('group', 'banner')}"><title>Banner</title><Rule id="${id('rule', 'ssh_banner')}" severity="low"><title>Banner</title></Rule></Group>`;
const result = (...rules: string[]) =>
  `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" end-time="2026-01-31T12:00:00Z"><benchmark href="x" id="${id('benchmark', 'OS-1')}"/><target>EDGE01</target>${rules.map((rule) => `<rule-result idref="${rule}" severity="low"><result>fail</result></rule-result>`).join('')}</TestResult>`;
const files = {
  'with its benchmark': `${benchmark}${result(id('rule', 'ssh_root'), id('rule', 'ssh_banner'))}</Benchmark>`,
  'a TestResult alone': result(id('rule', 'ssh_root'), id('rule', 'ssh_banner')),
  'older ids of DISA alone': result('SV-86681r2_rule', 'SV-86921r3_rule'),
};

describe.each(Object.entries(files))('ids of other publishers, %s', (_, text) => {
  const original = valueIn(fromXccdf(text, 'r.xml'));

  test.each(formatNames)('are whole in XCCDF after %s, and diff finds no other', async (between) => {
    const middle = valueIn(readFormat[between](await through(original, 'xccdf', between), 'm'));
    const written = await through(middle, between, 'xccdf');
    const ids = [...written.matchAll(/<cdf:(?:Benchmark|Group|Rule) [^>]*?\bid="([^"]*)"/g)].map(([, found]) => found);
    const expected = [...text.matchAll(/<(?:Benchmark|Group|Rule) [^>]*?\bid="([^"]*)"/g)].map(([, found]) => found);
    if (expected.length > 0) expect(ids).toEqual(expected);
    expect(ids.filter((one) => one?.startsWith('xccdf_mil.disa.stig_rule_xccdf_'))).toEqual([]);
    const last = valueIn(fromXccdf(written, 'last.xml'));
    expect(isEmptyDiff(diffChecklists(original, last))).toBe(true);
    expect(last.stigs[0]?.reviews.map(({ rule }) => rule.groupId)).toEqual(
      original.stigs[0]?.reviews.map(({ rule }) => rule.groupId),
    );
  });

  test.skipIf(lacksShared(xccdf))('are valid', async () => {
    expect(officialXsd('xccdf')(await through(original, 'xccdf', 'xccdf'))).toEqual([]);
  });

  test('in a CKL and CKLB each rule has a name of its own for importers', async () => {
    const ckl = await through(original, 'xccdf', 'ckl');
    const numbers = [...ckl.matchAll(/>Vuln_Num<\/VULN_ATTRIBUTE>\s*<ATTRIBUTE_DATA>([^<]+)</g)].map(
      ([, found]) => found,
    );
    expect(numbers).toHaveLength(2);
    const cklb = JSON.parse(await through(original, 'xccdf', 'cklb'));
    expect(cklb.stigs[0].rules.map((rule: { group_id: string }) => rule.group_id)).toEqual(numbers);
  });
});

test('an id that was renamed is another one', () => {
  const renamed = files['a TestResult alone'].replaceAll(
    '"xccdf_org.example.content_rule',
    '"xccdf_mil.disa.stig_rule_$&'.replace('$&', 'xccdf_org.example.content_rule'),
  );
  const [a, b] = [files['a TestResult alone'], renamed].map((text) => valueIn(fromXccdf(text, 'f')));
  if (a === undefined || b === undefined) throw new Error('not read');
  expect(isEmptyDiff(diffChecklists(a, b))).toBe(false);
});

describe('ids that XCCDF does not allow', () => {
  const { asset } = oneRule();
  const on = (ofStig: string, rules: Parameters<typeof inventedRule>[1][], title = 'Some STIG') =>
    withReviews(
      asset,
      { ...emptyBenchmark, id: ofStig, title, rules: rules.map((rule, i) => inventedRule(i + 1, rule)) },
      rules.map(() => ({ status: 'open' as const })),
    );
  const idsIn = (text: string, element: string) =>
    [...text.matchAll(new RegExp(`<cdf:${element} [^>]*?\\bid="([^"]*)"`, 'g'))].map(([, found]) => found);
  const rewritten = async (checklist: Checklist) => {
    const made = await convert(checklist, 'ckl', 'xccdf');
    return {
      ...made,
      said: made.diagnostics.filter(({ code }) => code === 'id-rewritten').map((d) => d.place.property),
    };
  };

  test.each([
    ['Red Hat 8 STIG', 'Red_Hat_8_STIG'],
    ['file:/opt/stig.xml', 'file__opt_stig.xml'],
    ['', 'Some_STIG'],
    ['8_STIG', '8_STIG'],
  ])('the STIG id %j', async (written, name) => {
    const made = await rewritten(on(written, [{}]));
    expect(idsIn(valueIn(made).file.text, 'Benchmark')).toEqual([`xccdf_mil.disa.stig_benchmark_${name}`]);
    expect(made.said).toEqual(written === name ? [] : ['STIG id']);
    const diff = diffChecklists(on(written, [{}]), valueIn(made).checklist, new Set(notCarried.xccdf));
    expect(diff.stigs.flatMap(({ fields, rules }) => [...fields.map(({ field }) => field), ...rules])).toEqual(
      written === name ? [] : ['id'],
    );
    if (!lacksShared(xccdf)) expect(officialXsd('xccdf')(valueIn(made).file.text)).toEqual([]);
  });

  test('rule and group ids stay different', async () => {
    const rules = ['SV 1', 'SV_1', 'SV/1'].map((ruleId) => ({ ruleId, groupId: `${ruleId} group`, fixId: '1 fix' }));
    const made = await rewritten(on('T_STIG', rules));
    const { text } = valueIn(made).file;
    expect(idsIn(text, 'Rule')).toEqual(['SV_1_', 'SV_1', 'SV_1__'].map((name) => `xccdf_mil.disa.stig_rule_${name}`));
    expect(made.said).toEqual(['group ids', 'rule ids', 'fix ids']);
    if (!lacksShared(xccdf)) expect(officialXsd('xccdf')(text)).toEqual([]);
  });

  test('without a rule id there is no result, but a CKL', async () => {
    const checklist = on('T_STIG', [{ ruleId: '' }]);
    const made = await convert(checklist, 'ckl', 'xccdf');
    expect([made.ok, made.diagnostics.filter(({ severity }) => severity === 'error').map((d) => d.code)]).toEqual([
      false,
      ['rule-id-missing'],
    ]);
    expect((await convert(checklist, 'ckl', 'ckl')).ok).toBe(true);
  });
});

test('a rule whose severity is unknown is named', async () => {
  const rules = [inventedRule(1, { severity: 'unknown' }), inventedRule(2)];
  const checklist = withReviews(oneRule().asset, { ...emptyBenchmark, id: 'T', title: 'T', rules }, []);
  const said = async (to: FormatName) =>
    (await convert(checklist, 'xccdf', to)).diagnostics.filter(({ code }) => code === 'severity-unknown');
  expect(await said('ckl')).toMatchObject([{ args: { count: '1', examples: 'V-900001' } }]);
  expect(await said('xccdf')).toHaveLength(1);
  expect(await said('cklb')).toEqual([]);
});
