import { doubt, info, warning } from '../entry.js';

const collectAgain = 'collect again with Export-StigEvidence.ps1';

/** Messages on what the collector saved. */
export const collection = {
  'collection-read': info(
    (a: { host: string; time: string; user: string }) =>
      `collected on ${a.host} at ${a.time} by ${a.user}; the host, its addresses and the time are taken from it`,
  ),
  'collection-unusable': doubt(
    (a: { fault: string }) =>
      `the collection cannot be used because ${a.fault}, so nothing shows that the exports beside it are unchanged; ${collectAgain}`,
  ),
  'collection-file-missing': doubt(
    (a: { name: string }) => `${a.name} was collected, but is not here; copy the whole folder, or ${collectAgain}`,
  ),
  'collection-file-differs': doubt(
    (a: { name: string }) =>
      `${a.name} is not the file that was collected: its size or SHA-256 differs; copy it again, or ${collectAgain}`,
  ),
  'collection-count-differs': doubt(
    (a: { name: string; command: string; collected: number; read: number }) =>
      `${a.command} returned ${a.collected} object${a.collected === 1 ? '' : 's'}, but ${a.name} has ${a.read}; ${collectAgain}`,
  ),
  'collection-command-failed': doubt(
    (a: { command: string; error: string }) =>
      `${a.command} reported an error, so its output may not be whole ("${a.error}"); remove its cause and ${collectAgain}`,
  ),
  'collection-command-warned': warning(
    (a: { command: string; warning: string }) => `${a.command} warned: ${a.warning}`,
  ),
  'collection-command-changed': doubt(
    (a: { command: string }) =>
      `the command is not the collector's (${a.command}), so its output may leave something out; ${collectAgain}`,
  ),
} as const;
