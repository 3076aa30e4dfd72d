import { expect, test } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { createChecklist } from '../../src/checklist/create.js';
import { inventedRule, oneRule } from '../support/checklists.js';

const { asset } = oneRule();
const input = {
  benchmark: { ...builtInBenchmark('V2R2'), rules: [inventedRule(1), inventedRule(2)] },
  asset,
  reviews: new Map([[inventedRule(2).ruleId, { status: 'open', findingDetails: 'Found.' } as const]]),
  assessedAt: '2026-01-31T12:00:00Z',
  seed: 'seed',
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('every rule is there, in order, the unreviewed ones not_reviewed; comments are left to people', () => {
  const { stigs } = createChecklist(input);
  const [stig] = stigs;
  expect(stigs).toHaveLength(1);
  expect(stig?.benchmark).not.toHaveProperty('rules');
  expect(stig?.reviews).toEqual([
    {
      rule: inventedRule(1),
      uuid: expect.stringMatching(uuid),
      status: 'not_reviewed',
      findingDetails: '',
      comments: '',
    },
    {
      rule: inventedRule(2),
      uuid: expect.stringMatching(uuid),
      status: 'open',
      findingDetails: 'Found.',
      comments: '',
    },
  ]);
});

test('the title is the name of the CKLB', () => {
  expect(createChecklist(input).title).toBe('EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2');
});

const ids = (changed: Partial<typeof input>): string[] => {
  const checklist = createChecklist({ ...input, ...changed });
  return [
    checklist.id,
    ...checklist.stigs.flatMap((stig) => [stig.uuid, ...stig.reviews.map((review) => review.uuid)]),
  ];
};

test('the same input gives the same UUIDs, all different', () => {
  expect(ids({})).toEqual(ids({}));
  expect(new Set(ids({})).size).toBe(4);
  for (const id of ids({})) expect(id).toMatch(uuid);
});

test.each<Partial<typeof input>>([
  { seed: 'another' },
  { assessedAt: '2026-01-31T12:00:01Z' },
  { asset: { ...asset, hostName: 'EDGE02' } },
  { benchmark: { ...input.benchmark, releaseInfo: 'Release: 3 Benchmark Date: 01 Jan 2026' } },
])('another assessment has other UUIDs: %j', (changed) => {
  const shared = ids(changed).filter((id) => ids({}).includes(id));
  expect(shared).toEqual([]);
});
