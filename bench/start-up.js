// Start-up as a user feels it: the command on a sample against a bare `node -e 0`.
import { join } from 'node:path';
import { command, inFolder, sideBySide } from './measure.js';

export const title = 'Start-up: whole processes against node that does nothing';
export const goal = 'evaluate of CSV with a warm code cache: at most 2.0 times on Node.js 20, 2.8 on Node.js 24';

export const measure = () =>
  inFolder((folder) => {
    const evaluate = (name, file, env) => ({
      name: `evaluate, ${name}`,
      args: [command, 'evaluate', join('samples/edge', file), '--host', 'EDGE01', '--out-dir', folder, '--force'],
      ok: [0, 1, 2],
      env,
    });
    // The first run fills the cache.
    return sideBySide(
      [
        { name: 'node -e 0', args: ['-e', '0'] },
        { name: 'exchange-stig --version', args: [command, '--version'] },
        evaluate('CSV', 'send-connectors.csv'),
        evaluate('CLIXML', 'send-connectors.clixml.xml'),
        evaluate('JSON', 'send-connectors.json'),
        evaluate('CSV, no code cache', 'send-connectors.csv', { NODE_DISABLE_COMPILE_CACHE: '1' }),
      ],
      30,
    );
  });
