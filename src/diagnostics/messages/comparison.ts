import { refuses, warning } from '../entry.js';

/** Messages on comparing exports and runs. */
export const comparison = {
  'diff-servers-differ': warning`the old export was made on ${'old'}, this one on ${'new'}; each Edge server has its own connectors: check that these two belong together`,
  'trend-not-a-summary': refuses`this is not a summary; name files that evaluate --json or batch --json printed`,
  'trend-without-time': refuses`the summary does not say when the hosts were assessed (assessedAt); run evaluate or batch again with --json`,
} as const;
