import { type At, doubt, error, exportAgain, info, refuses, warning, where } from '../entry.js';

/** Messages on how strong a host's evidence is. */
export const strength = {
  'export-left-out': doubt(
    (a: { reason: string }) =>
      `the export could not be read (${a.reason}), so its connectors are missing; ${exportAgain}`,
  ),
  'records-share-name': warning(
    (a: { records: number }) =>
      `${a.records} records in this file have this name, and no Guid, DistinguishedName or Identity in common; each was counted as a connector`,
  ),
  'servers-differ': refuses(
    (a: { servers: string }) =>
      `the exports were made on several servers (${a.servers}); name the exports of one, or name the host`,
  ),
  'server-is-another-host': refuses(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, another host of this run, not on ${a.host}; move it to that host's exports`,
  ),
  'server-not-host': doubt(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, but ${a.host} is judged, and each Edge server has connectors of its own; export on ${a.host}`,
  ),
  'several-servers': doubt(
    (a: { servers: string }) =>
      `the exports were made on several servers (${a.servers}), and each Edge server has connectors of its own; name the exports of one`,
  ),
  'server-not-host-mailbox': warning(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, but ${a.host} is judged; check that both belong to one organization`,
  ),
  'server-says-nothing': info(
    (a: { server: string }) => `"${a.server}" is how the server was reached, not which one it was`,
  ),
  'edge-in-domain': warning(
    () =>
      'the path is in a domain (DC=…), but an Edge server keeps its connectors in a directory of its own; make sure that the export was made on it',
  ),
  'title-differs': warning(
    (a: { known: string; given: string }) =>
      `the rule's title is not DISA's: it says "${a.given}" instead of "${a.known}"; make sure that it is the same rule`,
  ),
  'fix-differs': warning(
    (a: { known: string; given: string }) =>
      `the fix text is not DISA's: it says "${a.given}" instead of "${a.known}"; read it`,
  ),
  'changed-after-collected': doubt(
    (a: { changed: string; collected: string }) =>
      `the connector was changed at ${a.changed}, more than a day after the time given for its export (${a.collected}); correct that time, or ${exportAgain}`,
  ),
  'collected-after-assessment': error(
    (a: { collected: string; assessed: string } & At) =>
      `${where(a, '--collected: ', 'the time of the export, ')}${a.collected}${where(a, '', ',')} is after the time of the assessment (${a.assessed}); correct ${where(a, 'it or --timestamp', 'one of them')}`,
  ),
  'collected-invalid': error(
    (a: { written: string }) => `"${a.written}" is not a time such as 2026-01-31T12:00:00Z; correct it`,
  ),
  'export-too-old': warning(
    (a: { days: number; most: number }) =>
      `the export was made ${a.days} days before the assessment, and ${a.most} are allowed; ${exportAgain}`,
  ),
  'export-age-unknown': warning(
    (a: At) =>
      `the age of the export cannot be checked, because its time is unknown; ${where(a, 'give it with --collected', 'enter the time of the export')}`,
  ),
} as const;
