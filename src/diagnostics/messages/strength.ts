import { doubt, error, exportAgain, info, refuses, warning } from '../entry.js';

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
  'servers-differ': refuses(
    (a: { servers: string }) =>
      `the exports were made on several servers (${a.servers}); give those of one, or name the host with --host`,
  ),
  'server-is-another-host': refuses(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, another host of this run, and not on ${a.host}; put it with that host's exports`,
  ),
  'server-not-host': doubt(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, and judged is ${a.host}; each Edge server has connectors of its own: export on ${a.host}`,
  ),
  'several-servers': doubt(
    (a: { servers: string }) =>
      `the exports were made on several servers (${a.servers}); each Edge server has connectors of its own: give those of one`,
  ),
  'server-not-host-mailbox': warning(
    (a: { server: string; host: string }) =>
      `the export was made on ${a.server}, and judged is ${a.host}; that is right where both are of one organisation: check it`,
  ),
  'server-says-nothing': info(
    (a: { server: string }) => `"${a.server}" is how the server was reached, and does not tell which one it was`,
  ),
  'edge-in-domain': warning(
    () =>
      'the path lies in a domain (DC=…), and an Edge server keeps its connectors in a directory of its own; make sure that the export was made on it',
  ),
  'title-differs': warning(
    (a: { known: string; given: string }) =>
      `the rule's title is not the one that is known: it says "${a.given}" instead of "${a.known}"; make sure that it is the same rule`,
  ),
  'fix-differs': warning(
    (a: { known: string; given: string }) =>
      `the fix text is not the one that is known: it says "${a.given}" instead of "${a.known}"; read it`,
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
