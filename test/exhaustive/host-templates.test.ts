import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTemplates } from '../../src/assess/templates.js';
import type { Asset, ReviewedRule, Status } from '../../src/model/checklist.js';
import { forbiddenText, hostileTexts } from '../support/checklists.js';
import { filledIn, hostOf, render } from '../support/fleet-hosts.js';

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
});
