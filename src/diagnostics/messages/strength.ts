import { doubt, exportAgain } from '../entry.js';

/** Messages on how strong a host's evidence is. */
export const strength = {
  'export-left-out': doubt(
    (a: { reason: string }) =>
      `the export could not be read and was left out, with whatever connectors it holds (${a.reason}); ${exportAgain}`,
  ),
} as const;
