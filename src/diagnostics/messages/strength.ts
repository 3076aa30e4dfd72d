import { doubt, error, exportAgain, info, refuses, warning, where } from '../entry.js';

/** Messages on how strong a host's evidence is. */
export const strength = {
  'export-left-out': doubt`the export could not be read (${'reason'}), so its connectors are missing; ${exportAgain}`,
  'records-share-name': warning(
    (a: { records: number }) =>
      `${a.records} records in this file have this name, and no Guid, DistinguishedName or Identity in common; each was counted as a connector`,
  ),
  'servers-differ': refuses`the exports were made on several servers (${'servers'}); name the exports of one, or name the host`,
  'server-is-another-host': refuses`the export was made on ${'server'}, another host of this run, not on ${'host'}; move it to that host's exports`,
  'server-not-host': doubt`the export was made on ${'server'}, but ${'host'} is judged, and each Edge server has connectors of its own; export on ${'host'}`,
  'several-servers': doubt`the exports were made on several servers (${'servers'}), and each Edge server has connectors of its own; name the exports of one`,
  'server-not-host-mailbox': warning`the export was made on ${'server'}, but ${'host'} is judged; check that both belong to one organization`,
  'server-says-nothing': info`"${'server'}" is how the server was reached, not which one it was`,
  'edge-in-domain': warning`the path is in a domain (DC=…), but an Edge server keeps its connectors in a directory of its own; make sure that the export was made on it`,
  'title-differs': warning`the rule's title is not DISA's: it says "${'given'}" instead of "${'known'}"; make sure that it is the same rule`,
  'fix-differs': warning`the fix text is not DISA's: it says "${'given'}" instead of "${'known'}"; read it`,
  'changed-after-collected': doubt`the connector was changed at ${'changed'}, more than a day after the time given for its export (${'collected'}); correct that time, or ${exportAgain}`,
  'collected-after-assessment': error`${where('--collected: ', 'the time of the export, ')}${'collected'}${where('', ',')} is after the time of the assessment (${'assessed'}); correct ${where('it or --timestamp', 'one of them')}`,
  'collected-invalid': error`"${'written'}" is not a time such as 2026-01-31T12:00:00Z; correct it`,
  'export-too-old': warning(
    (a: { days: number; most: number }) =>
      `the export was made ${a.days} days before the assessment, and ${a.most} are allowed; ${exportAgain()}`,
  ),
  'export-age-unknown': warning`the age of the export cannot be checked, because its time is unknown; ${where('give it with --collected', 'enter the time of the export')}`,
} as const;
