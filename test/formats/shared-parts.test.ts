import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { fitCkl } from '../../src/formats/ckl/fit.js';
import { toCkl, toCklTree } from '../../src/formats/ckl/write.js';
import { toCklb, toCklbTree } from '../../src/formats/cklb/write.js';
import { toPortable } from '../../src/formats/portable.js';
import { isUnreviewed } from '../../src/formats/shared-parts.js';
import { fitXccdf } from '../../src/formats/xccdf/fit.js';
import { toXccdf, toXccdfTree } from '../../src/formats/xccdf/write.js';
import type { Checklist } from '../../src/model/checklist.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { checklists, hostileTexts, inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';

/** Each format as it is written, and as it would be if nothing were shared. */
const writers = {
  ckl: (c: Checklist) => [
    toCkl(c, testTool).text,
    serializeXml(toCklTree(fitCkl(c).checklist), { comment: 'exchange-stig :: 0.0.0', emptyTags: true }),
  ],
  cklb: (c: Checklist) => [
    toCklb(c, { strict: false }).text,
    `${JSON.stringify(toCklbTree(toPortable(c).checklist, { strict: false }), null, 2)}\n`,
  ],
  xccdf: (c: Checklist) => [
    toXccdf(c, testTool).text,
    fitXccdf(c)
      .checklist.stigs.slice(0, 1)
      .map((stig) => serializeXml(toXccdfTree(fitXccdf(c).checklist, stig, testTool)))
      .join(''),
  ],
} as const;

const { asset } = oneRule();
const benchmark = {
  ...builtInBenchmark('V2R2'),
  rules: [
    ...builtInBenchmark('V2R2').rules,
    inventedRule(1, { discussion: hostileTexts.join('\n'), checkContent: '<markup-of-a-part/> "\\u0000"' }),
    inventedRule(2, { legacyIds: ['SV-1', 'V-1'], ccis: ['CCI-000001'] }),
    inventedRule(3, { groupId: 'V-900002' }),
  ],
};
const judged = { status: 'open', findingDetails: 'One of 2 send connectors is open.' } as const;

describe.each(Object.entries(writers))('%s', (_, write) => {
  it('is the same for every host of one benchmark, whatever was shared before', () => {
    for (const hostName of ['EDGE01', 'EDGE02', 'R&D <3>'])
      for (const assessedAt of ['2026-01-31T12:00:00Z', '2026-02-01T12:00:00Z']) {
        const made = { ...withReviews({ ...asset, hostName }, benchmark, [judged]), assessedAt };
        const [shared, whole] = write({
          ...made,
          stigs: made.stigs.map((stig) => ({ ...stig, uuid: hostUuid(hostName) })),
        });
        expect(shared).toBe(whole);
      }
  });

  it('is the same where the same rules stand in another benchmark', () => {
    for (const title of ['One STIG', 'Another STIG']) {
      const [shared, whole] = write(
        withReviews(asset, { ...benchmark, title, releaseInfo: `Release of ${title}` }, [judged]),
      );
      expect(shared).toBe(whole);
    }
  });

  it('is the same for any checklist', () => {
    fc.assert(
      fc.property(checklistOf(1), (checklist) => {
        const [shared, whole] = write(checklist);
        expect(shared).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(checklists))('is the same for %s', (_name, checklist) => {
    const [shared, whole] = write(checklist);
    expect(shared).toBe(whole);
  });
});

const hostUuid = (host: string): string => `00000000-0000-5000-8000-${host.length.toString().padStart(12, '0')}`;

describe('a rule', () => {
  const [review] = oneRule().stigs[0]?.reviews ?? [];
  if (review === undefined) throw new Error('there is no review');

  it('is unreviewed where nobody said anything of it', () => expect(isUnreviewed(review)).toBe(true));

  it.each([
    { status: 'open' },
    { findingDetails: 'x' },
    { comments: 'x' },
    { severityOverride: { severity: 'low', justification: '' } },
    { assessedAt: '2026-01-31T12:00:00Z' },
    { classification: 'x' },
  ] as const)('is reviewed with %o', (change) => expect(isUnreviewed({ ...review, ...change })).toBe(false));
});

it('a text of its own is a whole document with the reviewed rules alone', () => {
  const checklist = withReviews(asset, { ...benchmark, rules: benchmark.rules.slice(0, 2) }, [judged]);
  const only = { ...checklist, stigs: checklist.stigs.map((stig) => ({ ...stig, reviews: stig.reviews.slice(0, 1) })) };
  const withoutBlanks = (text: string) => text.replace(/>\s+</g, '><').replace(/<cdf:score.*?<\/cdf:score>/g, '');
  expect(withoutBlanks(toCkl(checklist, testTool).ownText)).toBe(withoutBlanks(toCkl(only, testTool).text));
  expect(toCklb(checklist, { strict: false }).ownText).toBe(toCklb(only, { strict: false }).text);
  expect(withoutBlanks(toXccdf(checklist, testTool).ownText)).toBe(withoutBlanks(toXccdf(only, testTool).text));
});
