import { exportAgain, warning } from '../entry.js';

/** Messages on the connectors of exports as a whole. */
export const evidence = {
  'property-missing': warning(
    (a: { connectors: number; of: number }) =>
      `missing for ${a.connectors} of ${a.of} connectors, so they could not be judged; ${exportAgain()}`,
  ),
  'records-differ': warning`two records of this connector differ: ${'here'} here, ${'there'} at ${'where'}; both were judged, and the worse counts`,
} as const;
