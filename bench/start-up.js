// Start-up as a user feels it: the command on a sample against a bare `node -e 0`.
import { join } from 'node:path';
import { command, inFolder, sideBySide } from './measure.js';

export const title = 'Start-up: whole processes against node that does nothing';
export const goal = 'CSV at most 1.8 times, CLIXML at most 2.2 times';

export const measure = () =>
  inFolder((folder) => {
    const evaluate = (name, file) => ({
      name: `evaluate, ${name} sample`,
      args: [command, 'evaluate', join('samples/edge', file), '--host', 'EDGE01', '--out-dir', folder, '--force'],
      ok: [0, 1, 2],
    });
    return sideBySide(
      [
        { name: 'node -e 0', args: ['-e', '0'] },
        { name: 'exchange-stig --version', args: [command, '--version'] },
        evaluate('CSV', 'send-connectors.csv'),
        evaluate('CLIXML', 'send-connectors.clixml.xml'),
        evaluate('JSON', 'send-connectors.json'),
      ],
      30,
    );
  });
