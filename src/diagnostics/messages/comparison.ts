import { warning } from '../entry.js';

/** Messages on comparing exports. */
export const comparison = {
  'diff-servers-differ': warning(
    (a: { old: string; new: string }) =>
      `the old export was made on ${a.old}, this one on ${a.new}; each Edge server has its own connectors: check that these two belong together`,
  ),
} as const;
