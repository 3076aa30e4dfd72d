import { doubt, exportAgain, warning } from '../entry.js';

/** Messages on how strong a host's evidence is. */
export const strength = {
  'export-left-out': doubt(
    (a: { reason: string }) =>
      `the export could not be read and was left out, with whatever connectors it holds (${a.reason}); ${exportAgain}`,
  ),
  'records-share-name': warning(
    (a: { records: number }) =>
      `${a.records} records of this file have this name and no better key in common (Guid, DistinguishedName, Identity); each was counted as a connector`,
  ),
} as const;
