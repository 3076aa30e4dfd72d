import { doubt, refuses, warning } from '../entry.js';
import { exportCommands } from '../export-command.js';

const exportAgain = `export it again: ${exportCommands.transportConfig}`;

/** Messages on exports of Get-TransportConfig. */
export const transportConfig = {
  'not-a-transport-config': refuses(
    (a: { what: string }) => `this is ${a.what}, not the output of Get-TransportConfig; ${exportAgain}`,
  ),
  'transport-config-doubtful': doubt(
    (a: { reason: string }) => `the export of Get-TransportConfig may not be whole (${a.reason}); ${exportAgain}`,
  ),
  'transport-config-size-unknown': warning(
    (a: { found: string }) =>
      `"${a.found}" cannot be read as a size with its bytes, such as 35 MB (36,700,160 bytes), so the global size is unknown; ${exportAgain}`,
  ),
  'transport-configs-differ': doubt(
    (a: { here: string; elsewhere: string }) =>
      `two exports of Get-TransportConfig contradict each other: ${a.elsewhere} and, here, ${a.here}; give only the one of the server that is judged`,
  ),
  'transport-config-server': doubt(
    (a: { server: string; host: string }) =>
      `the transport configuration was exported on ${a.server}, but ${a.host} is judged, and each Edge server has its own; export it on ${a.host}`,
  ),
  'transport-config-changed': doubt(
    (a: { changed: string; collected: string }) =>
      `the transport configuration was changed at ${a.changed}, more than a day after the time given for its export (${a.collected}); correct that time, or ${exportAgain}`,
  ),
  'transport-config-contradicts-site': warning(
    (a: { stated: string; exported: string }) =>
      `the site file says that MaxSendSize is ${a.stated}, but the export of Get-TransportConfig says ${a.exported}; correct the one that is wrong`,
  ),
} as const;
