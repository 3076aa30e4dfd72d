import { parseShard, type Shard } from '../../fleet/shard.js';
import { UsageError } from '../usage-error.js';

/** `2/4`: the second of four parts of a fleet. */
export const parseShardOption = (text: string): Shard => {
  const shard = parseShard(text);
  if (shard === undefined)
    throw new UsageError(`--shard: "${text}" is not a shard; expected i/n such as 1/4, with i from 1 to n`);
  return shard;
};

/** A number of threads. */
export const parseJobs = (text: string): number => {
  const jobs = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (jobs < 1 || jobs > 256) throw new UsageError(`--jobs: "${text}" is not a number from 1 to 256`);
  return jobs;
};
