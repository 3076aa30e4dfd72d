import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShard, shardOf } from '../../src/fleet/shard.js';

const job = fc.record({
  host: fc.option(fc.string({ maxLength: 4 }), { nil: undefined }),
  exports: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
});

describe('shardOf', () => {
  it('puts each host into one shard, whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(fc.array(job), fc.integer({ min: 1, max: 9 }), (jobs, count) => {
        const shards = Array.from({ length: count }, (_, i) => shardOf(jobs, i + 1, count));
        const all = shards.flat();
        expect(all).toHaveLength(jobs.length);
        expect(new Set(all)).toEqual(new Set(jobs));
        const sizes = shards.map((shard) => shard.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives a shard the same hosts in whatever order they were listed', () => {
    const distinct = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 5 }), (names, count) => {
        const jobs = names.map((host) => ({ host, exports: ['a.csv'] }));
        for (let index = 1; index <= count; index++) {
          const hosts = (list: typeof jobs) => new Set(shardOf(list, index, count).map(({ host }) => host));
          expect(hosts([...jobs].reverse())).toEqual(hosts(jobs));
        }
      }),
    );
  });

  it('keeps the order of the plan, and divides refused hosts too', () => {
    const jobs = ['D', 'C', 'B', 'A'].map((host) => ({ host, diagnostics: [] }));
    expect(shardOf(jobs, 1, 2).map(({ host }) => host)).toEqual(['C', 'A']);
    expect(shardOf(jobs, 2, 2).map(({ host }) => host)).toEqual(['D', 'B']);
    expect(shardOf(jobs, 1, 1)).toEqual(jobs);
    expect(shardOf(jobs, 7, 9)).toEqual([]);
  });
});

describe('parseShard', () => {
  it('reads i/n with i from 1 to n', () => {
    expect(parseShard(' 2/8 ')).toEqual({ index: 2, count: 8 });
    for (const none of ['0/8', '9/8', '2', '/', '1/0', '-1/2', '1.5/2', '1/2/3', 'a/b', ''])
      expect(parseShard(none), none).toBeUndefined();
  });
});
