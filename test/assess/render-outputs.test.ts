import { describe, expect, it } from 'vitest';
import { renderOutputs } from '../../src/assess/render-outputs.js';
import type { Asset, ReviewedRule } from '../../src/model/checklist.js';
import { inventedRule, testTool } from '../support/checklists.js';
import { benchmark, filledIn, formats, hostOf, learnt, render, rules } from '../support/fleet-hosts.js';

describe('hosts of one run', () => {
  it('stand where files stood that are given back, and nothing is left of these', async () => {
    const templates = await learnt();
    const buffersOf = async (number: number) => {
      const checklist = hostOf(number, [{ findingDetails: 'x'.repeat(200 / number) }]);
      const made = await renderOutputs(checklist, formats, { tool: testTool, cklbStrict: false }, templates);
      return made.ok ? made.value.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [];
    };
    const first = await buffersOf(3);
    for (const buffer of first) new Uint8Array(buffer).fill(0xff);
    templates.reuse(first);
    const checklist = hostOf(5, [{ findingDetails: 'y' }]);
    expect(await render(checklist, templates)).toEqual(await render(checklist));
    templates.reuse(first);
    expect(new Set(await buffersOf(4))).toEqual(new Set(first));
    expect(first).toHaveLength(3);
    // What was not given back is not taken.
    expect((await buffersOf(6)).some((buffer) => first.includes(buffer))).toBe(false);
  });

  it.each<[string, Partial<ReviewedRule>, Partial<Asset>]>([
    ['details that MITRE takes for its own', { findingDetails: 'passed :: TEST x' }, {}],
    ['details that STIG Manager decodes twice', { findingDetails: 'x &lt; y' }, {}],
    ['details that are too long', { findingDetails: 'x'.repeat(33_000) }, {}],
    ['details that XML cannot carry', { findingDetails: 'x\u0000' }, {}],
    ['details by which a file is taken for another', { findingDetails: 'issues burpVersion' }, {}],
    ['an address that is none', {}, { ipAddresses: ['no address'] }],
    ['a hardware address that is none', {}, { macAddresses: ['no MAC address'] }],
    ['a fully qualified name that is none', {}, { fqdn: 'no fqdn' }],
    ['the name of the host again', {}, { hostName: 'EDGE50', fqdn: 'EDGE50' }],
    ['a name that is too long', {}, { hostName: 'x'.repeat(300) }],
  ])('are told of %s, as the fiftieth as well', async (_, odd, change) => {
    const templates = await learnt();
    for (let i = 3; i < 50; i++) await render(hostOf(i), templates);
    expect(filledIn(templates)).toBe(47);
    const checklist = hostOf(50, [odd], change);
    const alone = await render(checklist);
    expect(alone.diagnostics).not.toEqual([]);
    expect(await render(checklist, templates)).toEqual(alone);
  });

  it('are validated for each status that a rule has for the first time', async () => {
    const from = { ...benchmark, rules: [inventedRule(1, { severity: 'unknown' }), inventedRule(2)] };
    const templates = await learnt([{ status: 'not_applicable' }], from);
    await render(hostOf(3, [{ status: 'not_applicable' }], {}, from), templates);
    expect(filledIn(templates)).toBe(1);
    for (const number of [4, 5]) {
      const open = hostOf(number, [{ status: 'open' }], {}, from);
      const alone = await render(open);
      expect(alone.ok).toBe(false);
      expect(await render(open, templates)).toEqual(alone);
    }
  });

  it.each([
    ['one more rule', [...rules, inventedRule(4, { severity: 'unknown', ruleId: 'not a rule id' })]],
    ['another rule in the place of one', [...rules.slice(0, -1), inventedRule(4, { ruleId: 'not a rule id' })]],
  ])('with %s are written and validated by themselves', async (_, others) => {
    const other = hostOf(3, [{}], {}, { ...benchmark, rules: others });
    const alone = await render(other);
    expect(alone.diagnostics).not.toEqual([]);
    expect(await render(other, await learnt())).toEqual(alone);
  });

  it('have no template where their files are refused or warned of', async () => {
    const from = { ...benchmark, rules: [inventedRule(1, { severity: 'unknown' })] };
    const templates = await learnt([{}], from);
    expect(templates.shapes().map(({ template }) => template)).toEqual([undefined]);
  });
});

describe('every hundredth host of a shape', () => {
  it('is written by itself and compared: a template that is wrong loses it, and gives nothing any more', async () => {
    const templates = await learnt();
    for (let i = 3; i < 102; i++) await render(hostOf(i), templates);
    const template = templates.shapes()[0]?.template;
    if (typeof template !== 'object') throw new Error('there is no template');
    const piece = template.files[0]?.pieces[0];
    if (!(piece instanceof Uint8Array)) throw new Error('the file begins with a value');
    piece.fill(0x20, 100, 101);
    await expect(render(hostOf(102), templates)).rejects.toThrow(expect.objectContaining({ name: 'TemplateFault' }));
    expect(await render(hostOf(103), templates)).toEqual(await render(hostOf(103)));
  });

  it('is as the others where the template is right', async () => {
    const templates = await learnt();
    for (let i = 3; i < 102; i++) await render(hostOf(i), templates);
    expect(await render(hostOf(102), templates)).toEqual(await render(hostOf(102)));
    expect(filledIn(templates)).toBe(100);
  });
});
