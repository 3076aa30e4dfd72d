import { describe, expect, it } from 'vitest';
import { renderOutputs, type ValidatedRules } from '../../src/assess/render-outputs.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Checklist } from '../../src/model/checklist.js';
import { inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';

const { asset } = oneRule();
const formats = ['ckl', 'cklb', 'xccdf'] as const;
const rules = [...builtInBenchmark('V2R2').rules, inventedRule(1), inventedRule(2)];
const benchmark = { ...builtInBenchmark('V2R2'), rules };
const judged = { status: 'open', findingDetails: 'One of 2 send connectors is open.' } as const;

const render = (checklist: Checklist, validated: ValidatedRules) =>
  renderOutputs(checklist, formats, { tool: testTool, cklbStrict: false }, validated);

describe('hosts of one run', () => {
  const first = withReviews(asset, benchmark, [judged]);

  it('get the files that they would get alone, and the same diagnostics', async () => {
    const validated: ValidatedRules = new Map();
    await render(first, validated);
    expect([...validated.keys()]).toEqual(formats);
    const second = withReviews({ ...asset, hostName: 'EDGE02' }, benchmark, [{ ...judged, findingDetails: '' }]);
    expect(await render(second, validated)).toEqual(await render(second, new Map()));
  });

  it('are told what is wrong with their own part, with the line of the whole file', async () => {
    const validated: ValidatedRules = new Map();
    await render(first, validated);
    const invalid = withReviews({ ...asset, macAddresses: ['no MAC address'], fqdn: 'no fqdn' }, benchmark, [judged]);
    const alone = await render(invalid, new Map());
    expect(alone.diagnostics).not.toEqual([]);
    expect(await render(invalid, validated)).toEqual(alone);
  });

  it.each([
    ['one more rule', [...rules, inventedRule(3, { severity: 'unknown', ruleId: 'not a rule id' })]],
    ['another rule in the place of one', [...rules.slice(0, -1), inventedRule(3, { ruleId: 'not a rule id' })]],
  ])('with %s are validated whole', async (_, others) => {
    const validated: ValidatedRules = new Map();
    await render(first, validated);
    const other = withReviews(asset, { ...benchmark, rules: others }, [judged]);
    const alone = await render(other, new Map());
    expect(alone.diagnostics).not.toEqual([]);
    expect(await render(other, validated)).toEqual(alone);
  });
});
