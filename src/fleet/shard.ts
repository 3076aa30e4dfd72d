import { foldName } from '../text/fold-name.js';

/** What is divided: hosts to assess, or hosts that were refused. */
interface Named {
  readonly host: string | undefined;
  readonly exports?: readonly string[] | undefined;
}

/**
 * One of `count` parts of a fleet, for schedulers that start one process for each. The parts depend on the hosts' names and
 * exports alone, not on the order in which they were listed; together they are the whole, each host in one of them, and their
 * sizes differ by one at most. Divide a plan's jobs and its refused hosts each, so that the latter are counted once too.
 *
 * @param index counts from 1
 * @returns the part's hosts in the order of `jobs`
 */
export const shardOf = <T extends Named>(jobs: readonly T[], index: number, count: number): readonly T[] => {
  if (!isShard({ index, count })) throw new RangeError(`no shard: ${index}/${count}`);
  const keys = jobs.map((job) => [foldName(job.host ?? ''), ...(job.exports ?? [])].join('\n'));
  const order = jobs.map((_, i) => i).sort((a, b) => compare(keys[a] ?? '', keys[b] ?? '') || a - b);
  const chosen = new Set(order.filter((_, position) => position % count === index - 1));
  return jobs.filter((_, i) => chosen.has(i));
};

/** A part of a fleet: the `index`-th, from 1, of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/8`; undefined for what is none. */
export const parseShard = (text: string): Shard | undefined => {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return isShard(shard) ? shard : undefined;
};

const isShard = ({ index, count }: Shard): boolean =>
  Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count;

/** By UTF-16 units: a locale's order is another one on another machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
