import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromXccdfBenchmark } from '../../src/benchmark/from-xccdf.js';
import { convertFile } from '../../src/checklist/convert-file.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { formatNames } from '../../src/model/format-names.js';
import { benchmark, group, rule } from '../benchmark/benchmarks.js';
import { argsOf } from '../support/args-of.js';
import { testTool } from '../support/checklists.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const disa = (text: string): Benchmark => {
  const read = fromXccdfBenchmark(text, 'U_Test_Manual-xccdf.xml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

/** Rules V-1 to V-4, SV-1r1_rule and so on, with the STIG ids TEST-1 and so on. */
const testStig = disa(benchmark([1, 2, 3, 4].map((number) => group(number)).join('')));

const id = (name: string): string => `xccdf_org.ssgproject.content_rule_${name}`;
const stigs = 'https://public.cyber.mil/stigs/downloads/?_dl_facet_stigs=operating-systems';
const reference = (text: string): string => `<reference href="${stigs}">${text}</reference>`;
const ident = (text: string, system = 'https://example.mil/ids'): string => `<ident system="${system}">${text}</ident>`;

type Scanned = readonly [name: string, names: string, word: string];

/** A scan by content like ComplianceAsCode's: each rule with what names DISA's rules, and its result. */
const scan = (...rules: readonly Scanned[]): string =>
  `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.ssgproject.content_benchmark_TEST"><status>draft</status><title>Guide</title><version>0.1.65</version>${rules
    .map(
      ([name, names]) =>
        `<Rule id="${id(name)}" severity="high"><title>${name}</title>${names}<check system="x"><check-content-ref href="o.xml"/></check></Rule>`,
    )
    .join('')}<TestResult id="r" end-time="2026-01-15T10:01:00Z" version="0.1.65"><target>EDGE01</target>${rules
    .filter(([, , word]) => word !== '')
    .map(([name, , word]) => `<rule-result idref="${id(name)}"><result>${word}</result></rule-result>`)
    .join('')}</TestResult></Benchmark>`;

const convert = async (
  text: string | Uint8Array,
  of: Benchmark = testStig,
  to: (typeof formatNames)[number] = 'ckl',
) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return convertFile({
    file: readChecklist(bytes, 'scan.xml'),
    benchmark: { ok: true, value: of, diagnostics: [] },
    to,
    stigIndex: to === 'xccdf' ? 0 : undefined,
    tool: testTool,
    cklbStrict: false,
    time: { value: '2026-01-31T12:00:00Z', given: false },
  });
};

const statusesOf = async (...rules: readonly Scanned[]) => {
  const converted = await convert(scan(...rules));
  if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
  return converted.value.checklist.stigs[0]?.reviews.map(({ status }) => status);
};

test.each([
  ['a STIG id', reference('TEST-1')],
  ['a rule id', reference('SV-1r1_rule')],
  ['a rule id of another revision', reference('SV-1r99_rule')],
  ['a group id in an ident', ident('V-1')],
  ['one of several', reference('CM-7') + reference('TEST-1') + ident('CCE-1')],
])('%s maps to the rule, and the others stay not reviewed', async (_, names) => {
  expect(await statusesOf(['a', names, 'fail'])).toEqual(['open', 'not_reviewed', 'not_reviewed', 'not_reviewed']);
});

test('the STIG is DISA’s in every format, and the details name the rules that the results are of', async () => {
  for (const to of formatNames) {
    const converted = await convert(
      scan(['a', reference('TEST-1'), 'pass'], ['b', reference('TEST-2'), 'fail']),
      testStig,
      to,
    );
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    const [stig] = converted.value.checklist.stigs;
    expect(stig?.benchmark).toMatchObject({ id: 'Test_STIG' });
    expect(stig?.reviews.map(({ rule, status, findingDetails }) => [rule.ruleId, status, findingDetails])).toEqual([
      ['SV-1r1_rule', 'not_a_finding', `${id('a')}: NOT A FINDING`],
      ['SV-2r1_rule', 'open', `${id('b')}: OPEN`],
      ['SV-3r1_rule', 'not_reviewed', ''],
      ['SV-4r1_rule', 'not_reviewed', ''],
    ]);
  }
});

test.each([
  [['pass', 'fail'], 'open'],
  [['pass', 'notselected'], 'not_reviewed'],
  [['pass', 'notchecked'], 'not_reviewed'],
  [['pass', 'error'], 'not_reviewed'],
  [['pass', ''], 'not_reviewed'],
  [['notapplicable', 'fail'], 'open'],
  [['pass', 'pass'], 'not_a_finding'],
])('of several results on one rule the worst counts: %j', async (words, expected) => {
  const rules = words.map((word, i) => [`r${i}`, reference('TEST-1'), word] as const);
  expect((await statusesOf(...rules))?.[0]).toBe(expected);
});

test('one rule may name several of DISA’s', async () => {
  expect(await statusesOf(['a', reference('TEST-1') + reference('TEST-3'), 'pass'])).toEqual([
    'not_a_finding',
    'not_reviewed',
    'not_a_finding',
    'not_reviewed',
  ]);
});

test('one notice says how many by what; every finding that is left behind is named', async () => {
  const converted = await convert(
    scan(
      ['a', reference('TEST-1'), 'pass'],
      ['b', reference('TEST-1') + reference('SV-2r7_rule'), 'pass'],
      ['lost', reference('OTHER-9'), 'fail'],
      ['fine', '', 'pass'],
    ),
  );
  const said = converted.diagnostics.filter(({ code }) => /^convert-r(?:ules-mapped|esults-left)$/.test(code));
  expect(said.map((d) => [d.code, argsOf(d)])).toEqual([
    [
      'convert-rules-mapped',
      {
        mapped: "2 of the file's 4 rules",
        to: '2 rules of Test_STIG V2R3',
        by: '2 by STIG id, 1 by rule number of another revision',
        several: '1',
        without: 'V-3, V-4',
      },
    ],
    ['convert-results-left', { count: '2', what: `1 open (${id('lost')}); 1 not_a_finding (${id('fine')})` }],
  ]);
});

test.each([
  ['CCIs, which many rules share', ident('CCI-0001', 'http://cyber.mil/cci') + reference('CCI-0001')],
  ['a part of an id', reference('TEST-11')],
  ['an SRG', reference('SRG-1')],
  ['nothing', ''],
])('%s names no rule: the benchmark is refused', async (_, names) => {
  const converted = await convert(scan(['a', names, 'pass']));
  expect([converted.ok, converted.diagnostics.at(-1)?.code]).toEqual([false, 'convert-benchmark-differs']);
});

test('an id of two of DISA’s rules tells neither', async () => {
  const twins = disa(benchmark(group(1) + group(2, rule(2).replace('<version>TEST-2', '<version>TEST-1')) + group(3)));
  const converted = await convert(scan(['a', reference('TEST-1'), 'pass'], ['b', reference('TEST-3'), 'pass']), twins);
  expect(converted.ok && converted.value.checklist.stigs[0]?.reviews.map((r) => r.status)).toEqual([
    'not_reviewed',
    'not_reviewed',
    'not_a_finding',
  ]);
});

describe.skipIf(lacksShared('data/arf/index.json'))('as OpenSCAP writes it', () => {
  test('openscap-1.3.7-firefox-arf.xml maps by its references', async () => {
    const renamed = benchmark([1, 2].map((number) => group(number)).join(''))
      .replace('<version>TEST-1<', '<version>FFOX-00-000013<')
      .replace('<version>TEST-2<', '<version>FFOX-99-999999<');
    const bytes = readFileSync(sharedFile('data/arf/openscap-1.3.7-firefox-arf.xml'));
    const converted = await convert(bytes, disa(renamed));
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    expect(converted.value.checklist.stigs[0]?.reviews.map((r) => [r.rule.stigId, r.status])).toEqual([
      ['FFOX-00-000013', 'not_applicable'],
      ['FFOX-99-999999', 'not_reviewed'],
    ]);
  });
});
