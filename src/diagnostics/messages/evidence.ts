import { type Words, warning } from '../entry.js';

/** Messages on the connectors of exports as a whole. */
export const evidence = {
  'property-missing': warning(
    (w: Words) =>
      `not known for ${w.actual} connectors, which are not reviewed for it; export with Get-SendConnector | Export-Clixml`,
  ),
  'records-differ': warning(
    (w: Words) =>
      `two records of this connector differ: ${w.expected} here, ${w.actual}; both were judged, the worse counts`,
  ),
} as const;
