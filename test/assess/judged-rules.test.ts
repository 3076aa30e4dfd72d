import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { rulesToJudge } from '../../src/assess/judged-rules.js';
import { builtInBenchmark, builtInReleases } from '../../src/benchmark/built-in.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import { defaultRules } from '../../src/rules/registry.js';
import { inventedRule } from '../support/checklists.js';

const built = builtInBenchmark('V2R2');
const withRules = (...rules: readonly Rule[]): Benchmark => ({ ...built, rules });
const own = (change: Partial<Rule>): Rule => ({ ...inventedRule(1), ...built.rules[0], ...change });

const check = (benchmark: Benchmark) => rulesToJudge(benchmark, defaultRules).diagnostics;

describe('rulesToJudge', () => {
  it.each(builtInReleases)('has nothing to say of %s', (release) => {
    expect(check(builtInBenchmark(release))).toEqual([]);
  });

  it('does not mind another release, rules beside it, or other white space', () => {
    const text = own({}).checkContent.replaceAll('\n', ' \n\t');
    expect(
      check(withRules(inventedRule(1), own({ ruleId: 'SV-259594r9999999_rule', checkContent: `${text}\n` }))),
    ).toEqual([]);
  });

  it('refuses a benchmark without the rule by name', () => {
    const other = { ...withRules(inventedRule(1)), id: 'Other_STIG' };
    expect(check(other)).toMatchObject([
      { code: 'benchmark-without-rule', severity: 'error', args: { benchmark: 'Other_STIG', asked: 'V-259594' } },
    ]);
  });

  it('warns of a second rule of the group, and holds its texts against the known ones too', () => {
    const twice = { code: 'benchmark-rule-twice', severity: 'warning', effect: 'none' };
    expect(check(withRules(own({}), own({ ruleId: 'SV-1_rule' })))).toMatchObject([twice]);
    expect(check(withRules(own({}), { ...inventedRule(1), groupId: 'V-259594' }))).toMatchObject([twice]);
    expect(check(withRules(own({}), own({ ruleId: 'SV-1_rule', checkContent: 'Do this.' })))).toMatchObject([
      twice,
      { code: 'check-text-differs' },
    ]);
  });

  it.each([
    ['a word', own({}).checkContent.replace('"True"', '"False"'), /^… not set to "False", this is/],
    ['an end', `${own({}).checkContent} Unless it is not.`, /Unless it is not\.$/],
    ['less', own({}).checkContent.replace(/ If the value.*$/, ''), /must be "\$true"$/],
    ['nothing', '', /^$/],
  ])('warns of a check text that differs: %s', (_, checkContent, actual) => {
    const diagnostics = check(withRules(own({ checkContent })));
    expect(diagnostics).toMatchObject([
      { code: 'check-text-differs', severity: 'warning', place: { property: 'V-259594' } },
    ]);
    const args = diagnostics[0]?.args;
    expect(args).toMatchObject({ given: expect.stringMatching(actual) });
    expect(args).not.toMatchObject({ known: expect.stringMatching(actual) });
  });
});

describe('other texts of a rule', () => {
  it.each([
    ['title', { title: 'Another title.' }, 'title-differs'],
    ['fix', { fixText: 'Do something else.' }, 'fix-differs'],
  ])('a %s that differs is a warning, which withholds nothing', (_, change, code) => {
    expect(check(withRules(own(change)))).toMatchObject([{ code, effect: 'none', severity: 'warning' }]);
  });
});

describe('evaluateHost with a whole benchmark', () => {
  const csv = 'Name,Identity,DomainSecureEnabled,DNSRoutingEnabled\r\nMail,Mail,True,True\r\n';
  const assess = (benchmark: Benchmark) =>
    evaluateHost({
      exports: [{ path: 'a.csv', bytes: new TextEncoder().encode(csv), sha256: '0'.repeat(64) }],
      asset: { host: 'EDGE01' },
      benchmark,
      assessedAt: '2026-01-31T12:00:00Z',
      tool: { name: 'exchange-stig', version: '0.0.0' },
    });

  it('gives a second rule of the group no result of the first', async () => {
    const other = { ...inventedRule(1), groupId: 'V-259594' };
    const { judged } = await assess(withRules(own({}), other));
    expect(judged?.checklist.stigs[0]?.reviews.map(({ status }) => status)).toEqual(['not_a_finding', 'not_reviewed']);
  });

  it('judges its own rule alone', async () => {
    const { judged } = await assess(withRules(inventedRule(1), own({ ruleId: 'SV-259594r9_rule' }), inventedRule(2)));
    const [stig] = judged?.checklist.stigs ?? [];
    expect(stig?.reviews.map(({ rule, status }) => [rule.ruleId, status])).toEqual([
      ['SV-900001r1_rule', 'not_reviewed'],
      ['SV-259594r9_rule', 'not_a_finding'],
      ['SV-900002r1_rule', 'not_reviewed'],
    ]);
  });

  it('judges nothing where the rule is not there', async () => {
    const { judged, diagnostics } = await assess(withRules(inventedRule(1)));
    expect(judged).toBeUndefined();
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('passes neither of two rules of the group where one has another check text', async () => {
    const { judged } = await assess(withRules(own({}), own({ ruleId: 'x', checkContent: 'Something else.' })));
    expect(judged?.checklist.stigs[0]?.reviews.map(({ status }) => status)).toEqual(['not_reviewed', 'not_reviewed']);
  });

  it('withholds the pass where the check text differs, and says so', async () => {
    const { judged, diagnostics } = await assess(withRules(own({ checkContent: 'Something else.' })));
    expect(judged?.reviews).toMatchObject([{ status: 'not_reviewed', decidedBy: 'doubt' }]);
    expect(diagnostics.map(({ code }) => code)).toContain('check-text-differs');
    const words = 'the check text differs from the one this program judges by';
    expect(judged?.checklist.stigs[0]?.reviews[0]?.findingDetails).toContain(words);
    const same = await assess(withRules(own({})));
    expect(same.judged?.checklist.stigs[0]?.reviews[0]?.findingDetails).not.toContain(words);
  });
});
