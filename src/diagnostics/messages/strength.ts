import { doubt, error, exportAgain, warning } from '../entry.js';

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
  'changed-after-collected': doubt(
    (a: { changed: string; collected: string }) =>
      `the connector was changed at ${a.changed}, more than a day after its export is said to have been made (${a.collected}); correct --collected or ${exportAgain}`,
  ),
  'collected-after-assessment': error(
    (a: { collected: string; assessed: string }) =>
      `--collected: ${a.collected} is after the time of the assessment (${a.assessed}); correct it, or --timestamp`,
  ),
  'collected-invalid': error(
    (a: { written: string }) => `"${a.written}" is not a time such as 2026-01-31T12:00:00Z; correct it`,
  ),
  'export-too-old': warning(
    (a: { days: number; most: number }) =>
      `the export was made ${a.days} days before the assessment, and --max-age allows ${a.most}; ${exportAgain}`,
  ),
  'export-age-unknown': warning(
    () => 'when the export was made is not known, so that its age cannot be checked; say it with --collected',
  ),
} as const;
