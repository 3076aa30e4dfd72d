import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertChecklist } from '../../src/checklist/convert.js';
import { findLosses } from '../../src/checklist/losses.js';
import { takeTexts } from '../../src/checklist/take-texts.js';
import { type Benchmark, emptyRule } from '../../src/model/benchmark.js';
import type { Checklist, ReviewedRule } from '../../src/model/checklist.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { argsOf } from '../support/args-of.js';
import { checklists, inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';

const convert = (checklist: Checklist, to: FormatName, change: object = {}) =>
  convertChecklist({
    checklist,
    from: 'cklb',
    to,
    write: { tool: testTool, cklbStrict: false, stigIndex: to === 'xccdf' ? 0 : undefined },
    time: { value: '2030-01-01T00:00:00Z', given: false },
    ...change,
  });

const edge = oneRule().stigs[0];
if (edge === undefined) throw new Error('there is no STIG');
const benchmark: Benchmark = { ...edge.benchmark, rules: [inventedRule(1), inventedRule(2)] };
const two = withReviews(oneRule().asset, benchmark, [
  { status: 'open', findingDetails: 'd', comments: 'c' },
  { status: 'not_a_finding' },
]);

const withReview = (checklist: Checklist, change: Partial<ReviewedRule>): Checklist => ({
  ...checklist,
  stigs: checklist.stigs.map((stig) => ({
    ...stig,
    reviews: stig.reviews.map((review, i) => (i === 0 ? { ...review, ...change } : review)),
  })),
});

describe('what was written and reads back otherwise is refused', () => {
  test.each<[string, Checklist, string]>([
    ['a status', withReview(two, { status: 'not_a_finding' }), 'convert-counts-differ'],
    [
      'a rule less',
      { ...two, stigs: two.stigs.map((s) => ({ ...s, reviews: s.reviews.slice(1) })) },
      'convert-counts-differ',
    ],
    ['details', withReview(two, { findingDetails: 'd ' }), 'convert-text-differs'],
    ['comments', withReview(two, { comments: '' }), 'convert-text-differs'],
    ['a rule id', withReview(two, { rule: inventedRule(3) }), 'convert-text-differs'],
    [
      'an override',
      withReview(two, { severityOverride: { severity: 'low', justification: '' } }),
      'convert-text-differs',
    ],
    [
      'statuses that changed places',
      {
        ...two,
        stigs: two.stigs.map((s) => ({
          ...s,
          reviews: s.reviews.map((r, i) => ({ ...r, status: i === 0 ? 'not_a_finding' : 'open' })),
        })),
      },
      'convert-text-differs',
    ],
  ])('%s', (_, readBack, code) => {
    const found = findLosses(two, readBack, 'ckl', 'cklb');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((d) => [d.code, d.severity].join()))).toEqual(new Set([`${code},error`]));
  });

  test('what is equal loses nothing', () => {
    expect(findLosses(two, two, 'cklb', 'cklb')).toEqual([]);
  });

  test('rules that a target cannot tell apart are refused', async () => {
    const same = { ...two, stigs: two.stigs.map((s) => ({ ...s, reviews: [...s.reviews, ...s.reviews] })) };
    const found = await convert(same, 'ckl');
    expect([found.ok, found.diagnostics.at(-1)?.code]).toEqual([false, 'convert-counts-differ']);
  });
});

test('every property that is lost is said once, with a count', () => {
  const bare = {
    ...two,
    stigs: two.stigs.map((s) => ({
      ...s,
      reviews: s.reviews.map((r) => ({ ...r, classification: '', rule: { ...r.rule, fixText: '', ccis: [] } })),
    })),
  };
  const found = findLosses(withReview(two, { classification: 'CUI' }), bare, 'ckl', 'cklb');
  expect(found.map(({ code, place }) => [code, place.property])).toEqual([
    ['convert-not-carried', 'rule fixText'],
    ['convert-not-carried', 'rule ccis'],
    ['convert-not-carried', 'rule classification'],
  ]);
  expect(argsOf(found[0])['what']).toMatch(/V-900001 and 1 more/);
});

test.each(formatNames)(
  'any checklist converts to %s with the same answers, or is refused with a reason',
  async (to) => {
    await fc.assert(
      fc.asyncProperty(checklistOf(to === 'xccdf' ? 1 : 2), async (checklist) => {
        const converted = await convert(checklist, to);
        expect(converted.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
        expect(converted.ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(formatNames)('hostile texts go to %s', async (to) => {
  const converted = await convert(checklists['hostile-texts'] ?? two, to);
  expect(converted.ok).toBe(true);
  expect(converted.diagnostics.map((d) => d.code)).toContain('characters-replaced');
});

test('what importers would refuse is said', async () => {
  const nameless = { ...two, asset: { ...two.asset, hostName: '' } };
  const objected = async (checklist: Checklist) =>
    (await convert(checklist, 'ckl')).diagnostics.filter((d) => d.code === 'convert-importers-object');
  expect(await objected(two)).toEqual([]);
  expect(await objected(nameless)).toMatchObject([
    { args: { importers: 'stig-manager', codes: 'stig-manager-refuses-host' } },
  ]);
});

test('rules of one group are known by their rule ids in a CKL, of which MITRE tools keep one otherwise', async () => {
  const [stig] = two.stigs;
  const reviews = (stig?.reviews ?? []).map((review) => ({ ...review, rule: { ...review.rule, groupId: 'V-1' } }));
  const shared = { ...two, stigs: two.stigs.map((one) => ({ ...one, reviews })) };
  expect(new Set(reviews.map(({ rule }) => rule.ruleId)).size).toBeGreaterThan(1);
  for (const to of ['ckl', 'cklb', 'xccdf'] as const) {
    const converted = await convert(shared, to);
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    const groups = new Set(converted.value.checklist.stigs[0]?.reviews.map(({ rule }) => rule.groupId));
    const isSaid = converted.diagnostics.some(({ code }) => code === 'groups-shared');
    expect([[...groups], isSaid]).toEqual(to === 'ckl' ? [[''], true] : [['V-1'], false]);
    const numbers = [...converted.value.file.text.matchAll(/Vuln_Num<\/VULN_ATTRIBUTE>\s*<ATTRIBUTE_DATA>([^<]*)/g)];
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(to === 'ckl' ? reviews.length : 0);
  }
});

describe('what a CKL does not allow of the asset', () => {
  const on = (asset: Partial<Checklist['asset']>, to: FormatName = 'ckl') =>
    convert({ ...two, asset: { ...two.asset, ...asset } }, to);
  const found = async (asset: Partial<Checklist['asset']>, to?: FormatName) => {
    const converted = await on(asset, to);
    const said = converted.diagnostics.filter(({ place }) => place.property?.startsWith('asset') === true);
    return [converted.ok && converted.value.checklist.asset, said.map((d) => `${d.severity} ${d.code}`)];
  };

  test('a technology area outside its list is left empty and named', async () => {
    expect(await found({ techArea: 'None' })).toMatchObject([{ techArea: '' }, ['warning tech-area-unwritable']]);
    expect(await found({ techArea: 'unix os' })).toMatchObject([{ techArea: 'UNIX OS' }, []]);
    expect(await found({ techArea: 'None' }, 'cklb')).toMatchObject([{ techArea: 'None' }, expect.anything()]);
  });

  test('an FQDN that is the host’s name again is left out', async () => {
    expect(await found({ fqdn: 'edge01' })).toMatchObject([{ fqdn: '' }, ['info fqdn-left-out']]);
    expect(await found({ fqdn: 'other' })).toMatchObject([{ fqdn: 'other' }, []]);
    expect(await found({ fqdn: 'edge01' }, 'xccdf')).toMatchObject([{ fqdn: 'edge01' }, expect.anything()]);
    expect((await on({ fqdn: 'edge01' })).diagnostics.map(({ code }) => code)).not.toContain(
      'convert-importers-object',
    );
  });
});

describe('the time', () => {
  const timeIn = (text: string) => /end-time="([^"]*)"/.exec(text)?.[1];
  test.each([
    ['that of the file', '2026-01-31T12:00:00Z', false, '2026-01-31T12:00:00Z', []],
    ['none in the file', '', false, '2030-01-01T00:00:00Z', ['convert-time-unknown']],
    ['one that the user gives', '2026-01-31T12:00:00Z', true, '2030-01-01T00:00:00Z', []],
  ])('%s', async (_, assessedAt, given, time, said) => {
    const converted = await convert({ ...two, assessedAt }, 'xccdf', {
      time: { value: '2030-01-01T00:00:00Z', given },
    });
    expect(converted.ok && timeIn(converted.value.file.text)).toBe(time);
    const codes = converted.diagnostics.map((d) => d.code);
    expect(codes.filter((code) => code === 'convert-time-unknown')).toEqual(said);
  });
});

describe('texts from a benchmark', () => {
  const bare: Checklist = {
    ...two,
    stigs: two.stigs.map((stig) => ({
      ...stig,
      reviews: stig.reviews.map((r) => ({
        ...r,
        rule: { ...emptyRule, ruleId: r.rule.ruleId, groupId: 'V-1', severity: 'low' },
      })),
    })),
  };

  test('what is missing is taken, what is there stays', () => {
    const taken = takeTexts(bare, benchmark);
    expect(taken.diagnostics).toEqual([]);
    expect(taken.ok && taken.value.stigs[0]?.reviews.map(({ rule }) => rule)).toEqual(
      benchmark.rules.map((rule) => ({ ...rule, severity: 'low' })),
    );
    expect(taken.ok && taken.value.stigs[0]?.reviews.map((r) => [r.status, r.findingDetails, r.comments])).toEqual(
      two.stigs[0]?.reviews.map((r) => [r.status, r.findingDetails, r.comments]),
    );
    const own = withReview(two, { rule: inventedRule(1, { title: 'Ours.' }) });
    const kept = takeTexts(own, benchmark);
    expect(kept.ok && kept.value.stigs[0]?.reviews[0]?.rule.title).toBe('Ours.');
  });

  test('a rule of another release gets none, and is named', () => {
    const newer = { ...benchmark, rules: [inventedRule(1), inventedRule(2, { ruleId: 'SV-900002r2_rule' })] };
    const taken = takeTexts(bare, newer);
    expect(taken.diagnostics.map((d) => [d.code, argsOf(d)['examples']])).toEqual([
      ['convert-rule-not-in-benchmark', 'SV-900002r1_rule'],
    ]);
    expect(taken.ok && taken.value.stigs[0]?.reviews.map(({ rule }) => rule.title)).toEqual([
      inventedRule(1).title,
      '',
    ]);
  });

  test('the benchmark of another STIG is refused', () => {
    const taken = takeTexts(bare, { ...benchmark, id: 'Other_STIG', rules: [inventedRule(8)] });
    expect([taken.ok, taken.diagnostics.map((d) => d.code)]).toEqual([false, ['convert-benchmark-differs']]);
  });

  test.each([
    ['another publisher’s id', 'xccdf_org.ssgproject.content_benchmark_X', '0.1.65'],
    ['no id', '', ''],
  ])('of a STIG with %s the identity comes from the benchmark whose rule ids it has', (_, id, version) => {
    const foreign = {
      ...bare,
      stigs: bare.stigs.map((stig) => ({
        ...stig,
        benchmark: { ...stig.benchmark, id, version, releaseInfo: '', title: '', filename: '' },
      })),
    };
    const taken = takeTexts(foreign, benchmark);
    const { rules, ruleCount, ...facts } = benchmark;
    expect(taken.diagnostics.map((d) => [d.code, d.severity])).toEqual([['convert-stig-by-rules', 'warning']]);
    expect(taken.ok && taken.value.stigs[0]?.benchmark).toMatchObject(facts);
    expect(taken.ok && taken.value.stigs[0]?.reviews.map(({ rule }) => rule.title)).toEqual(
      rules.map(({ title }) => title),
    );
  });

  test('a release that the file states of a STIG without an id stays', () => {
    const older = {
      ...bare,
      stigs: bare.stigs.map((stig) => ({
        ...stig,
        benchmark: { ...stig.benchmark, id: '', version: '1', releaseInfo: 'Release: 9' },
      })),
    };
    const taken = takeTexts(older, benchmark);
    expect(taken.ok && taken.value.stigs[0]?.benchmark).toMatchObject({
      id: benchmark.id,
      version: '1',
      releaseInfo: 'Release: 9',
    });
  });

  test('the name of the file and the number of rules only of the same release', () => {
    const stigs = bare.stigs.map((stig) => ({ ...stig, benchmark: { ...stig.benchmark, filename: '', ruleCount: 2 } }));
    const filled = (of: Benchmark) => {
      const taken = takeTexts({ ...bare, stigs }, of);
      const facts = taken.ok ? taken.value.stigs[0]?.benchmark : undefined;
      return [facts?.filename, facts?.ruleCount];
    };
    expect(filled(benchmark)).toEqual([benchmark.filename, 68]);
    expect(filled({ ...benchmark, version: '9' })).toEqual(['', 2]);
  });
});
