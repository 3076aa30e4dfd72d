import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderOutputs } from '../../src/assess/render-outputs.js';
import { newTemplates, type Templates } from '../../src/assess/templates.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Asset, Checklist, ReviewedRule, Status } from '../../src/model/checklist.js';
import { uuidV5 } from '../../src/text/uuid.js';
import { forbiddenText, hostileTexts, inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';

const { asset } = oneRule();
const formats = ['ckl', 'cklb', 'xccdf'] as const;
const rules = [...builtInBenchmark('V2R2').rules, inventedRule(1), inventedRule(2), inventedRule(3)];
const benchmark = { ...builtInBenchmark('V2R2'), rules };

/** The files as texts: that they are UTF-8 is checked, and comparing bytes one by one takes long. */
const render = async (checklist: Checklist, templates?: Templates, cklbStrict = false) => {
  const rendered = await renderOutputs(checklist, formats, { tool: testTool, cklbStrict }, templates);
  const toText = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return rendered.ok
    ? { ...rendered, value: rendered.value.map(({ bytes, ...file }) => ({ ...file, text: toText(bytes) })) }
    : rendered;
};

/** How many hosts were filled in. */
const filledIn = ({ shapes }: Templates): number =>
  shapes().reduce((sum, { template }) => sum + (typeof template === 'object' ? template.count : 0), 0);

const hostOf = (
  number: number,
  reviews: readonly Partial<ReviewedRule>[] = [{}],
  change: Partial<Asset> = {},
  from: Benchmark = benchmark,
): Checklist => {
  const judged = reviews.map((review) => ({
    status: 'open' as const,
    findingDetails: `One of 2 send connectors of ${number} is open.`,
    ...review,
  }));
  const named = { ...asset, hostName: `EDGE${number}`, fqdn: `edge${number}.example.mil`, ...change };
  const made = withReviews(named, from, judged);
  const own = (uuid: string) => uuidV5(`${number}`, uuid);
  return {
    ...made,
    ...{ id: own(made.id), title: `${named.hostName}_STIG`.replace(/[^\w.-]/g, '_') },
    stigs: made.stigs.map((stig) => ({
      ...stig,
      uuid: own(stig.uuid),
      reviews: stig.reviews.map((review) => ({ ...review, uuid: own(review.uuid) })),
    })),
  };
};

/** Templates that hosts like `hostOf` are filled in by. */
const learnt = async (reviews?: readonly Partial<ReviewedRule>[], from?: Benchmark): Promise<Templates> => {
  const templates = newTemplates();
  for (const number of [1, 2]) await render(hostOf(number, reviews, {}, from), templates);
  return templates;
};

const status = fc.constantFrom<Status>('open', 'not_reviewed', 'not_applicable', 'not_a_finding');
const text = fc.oneof(
  fc.constantFrom(
    ...hostileTexts,
    forbiddenText,
    '',
    ' ',
    'a\r\nb',
    'R&D',
    '"',
    `x${'y>'.repeat(400)}`,
    'z'.repeat(33_000),
  ),
  fc.constantFrom(
    'failed :: TEST x',
    '<Policy> Job Name',
    'xmlns="http://x/xccdf"',
    '&copy',
    '&nosuch;',
    '\ufeffx',
    '{"a":"\\u0000"}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);
/** What most hosts of a fleet have. */
const usual = fc
  .tuple(fc.constantFrom('', 'R&D "a" <b> \'c\' ]]> 😀 ü\t\\', 'two\nlines'), fc.string({ maxLength: 20 }))
  // An ampersand before letters may be a reference to some importer: then the value is out of the ordinary.
  .map(([a, b]) => `Details: ${a}${b.replaceAll('&', '+')}.`);
const review = (details: fc.Arbitrary<string>) => fc.record({ status, findingDetails: details });
const addresses: fc.Arbitrary<Partial<Asset>> = fc.constantFrom(
  {},
  { ipAddresses: [], macAddresses: [] },
  { ipAddresses: ['198.51.100.7', '2001:db8::25'] },
  { ipAddresses: ['2001:db8::25', '2001:db8::26'], macAddresses: ['00:00:5E:00:53:02'] },
  { ipAddresses: ['192.0.2.1', '192.0.2.1'], fqdn: '' },
  { fqdn: 'other.example.mil', marking: 'A & "B"', role: 'Member Server', comment: '<x>' },
);
const names = fc.oneof(
  fc.constantFrom('EDGE1', 'edge-2', 'R&D', '"<edge>"', 'veracode', 'é', 'con', 'x'.repeat(200), 'xccdf', 'e.f'),
  fc.string({ minLength: 1, maxLength: 20 }).map((name) => name.replace(/\s/g, '') || 'x'),
);
/** Reviews that a person or another file has said something of, the same for all hosts. */
const kept: readonly Partial<ReviewedRule>[] = [
  { comments: 'to & fro', assessedAt: '2026-01-30T12:00:00Z' },
  { severityOverride: { severity: 'low', justification: 'not <reachable>' }, classification: 'CUI' },
  {},
];

describe('hosts of one run', () => {
  it('get the files that they would get alone, and the same diagnostics, whatever is in them', async () => {
    const host = fc.record({
      name: fc.option(names, { nil: undefined }),
      change: addresses,
      reviews: fc.tuple(review(text), review(usual)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(host, { minLength: 3, maxLength: 6 }), fc.boolean(), async (hosts, strict) => {
        const templates = newTemplates();
        for (const [i, { name, change, reviews }] of hosts.entries()) {
          const named = name === undefined ? change : { ...change, hostName: name };
          const checklist = hostOf(i, reviews, named);
          expect(await render(checklist, templates, strict)).toEqual(await render(checklist, undefined, strict));
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('are filled in from the third on, whatever their statuses, names, addresses and details', async () => {
    const host = fc.record({ reviews: fc.tuple(review(usual), review(usual), review(usual)), strict: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(host, { minLength: 12, maxLength: 12 }), addresses, async (hosts, change) => {
        const templates = newTemplates();
        for (const [i, { reviews, strict }] of hosts.entries()) {
          const judged = reviews.map((one, r) => ({ ...one, ...kept[r] }));
          const checklist = hostOf(i, judged, { ...change, fqdn: change.fqdn ?? `edge${i}.example.mil` });
          expect(await render(checklist, templates, strict)).toEqual(await render(checklist, undefined, strict));
        }
        const isTwice = new Set(change.ipAddresses).size !== (change.ipAddresses ?? []).length;
        // The first two of each shape are not.
        const strict = hosts.filter((host) => host.strict).length;
        const later = [strict, hosts.length - strict].reduce((sum, n) => sum + Math.max(0, n - 2), 0);
        expect(filledIn(templates)).toBe(isTwice ? 0 : later);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

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
