import { doubt, info, warning } from '../entry.js';

const collectAgain = (): string => 'collect again with Export-StigEvidence.ps1';

/** Messages on what the collector saved. */
export const collection = {
  'collection-read': info`collected on ${'host'} at ${'time'} by ${'user'}; the host, its addresses and the time are taken from it`,
  'collection-unusable': doubt`the collection cannot be used because ${'fault'}, so nothing shows that the exports beside it are unchanged; ${collectAgain}`,
  'collection-file-missing': doubt`${'name'} was collected, but is not here; copy the whole folder, or ${collectAgain}`,
  'collection-file-differs': doubt`${'name'} is not the file that was collected: its size or SHA-256 differs; copy it again, or ${collectAgain}`,
  'collection-count-differs': doubt(
    (a: { name: string; command: string; collected: number; read: number }) =>
      `${a.command} returned ${a.collected} object${a.collected === 1 ? '' : 's'}, but ${a.name} has ${a.read}; ${collectAgain()}`,
  ),
  'collection-command-failed': doubt`${'command'} reported an error, so its output may not be whole ("${'error'}"); remove its cause and ${collectAgain}`,
  'collection-command-warned': warning`${'command'} warned: ${'warning'}`,
  'collection-command-changed': doubt`the command is not the collector's (${'command'}), so its output may leave something out; ${collectAgain}`,
} as const;
