import { doubt, refuses, warning } from '../entry.js';
import { exportCommands } from '../export-command.js';

const exportAgain = (): string => `export it again: ${exportCommands.transportConfig}`;

/** Messages on exports of Get-TransportConfig. */
export const transportConfig = {
  'not-a-transport-config': refuses`this is ${'what'}, not the output of Get-TransportConfig; ${exportAgain}`,
  'transport-config-doubtful': doubt`the export of Get-TransportConfig may not be whole (${'reason'}); ${exportAgain}`,
  'transport-config-size-unknown': warning`"${'found'}" cannot be read as a size with its bytes, such as 35 MB (36,700,160 bytes), so the global size is unknown; ${exportAgain}`,
  'transport-configs-differ': doubt`two exports of Get-TransportConfig contradict each other: ${'elsewhere'} and, here, ${'here'}; give only the one of the server that is judged`,
  'transport-config-server': doubt`the transport configuration was exported on ${'server'}, but ${'host'} is judged, and each Edge server has its own; export it on ${'host'}`,
  'transport-config-changed': doubt`the transport configuration was changed at ${'changed'}, more than a day after the time given for its export (${'collected'}); correct that time, or ${exportAgain}`,
  'transport-config-contradicts-site': warning`the site file says that MaxSendSize is ${'stated'}, but the export of Get-TransportConfig says ${'exported'}; correct the one that is wrong`,
} as const;
