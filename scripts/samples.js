// Writes the checklists and results beside the samples anew, with a fixed time: `npm run samples` after a change of output.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sets = [
  ['edge', ['--host', 'EDGE01', '--fqdn', 'edge01.example.mil', '--ip', '192.0.2.10', '--mac', '00:00:5E:00:53:01']],
  ['compliant', ['--host', 'EDGE02']],
];
for (const [set, asset] of sets) {
  const args = [
    'evaluate',
    `samples/${set}/send-connectors.clixml.xml`,
    ...asset,
    '--out-dir',
    `samples/${set}/artifacts`,
  ];
  try {
    execFileSync(
      process.execPath,
      ['bin/exchange-stig.cjs', ...args, '--timestamp', '2026-01-31T12:00:00Z', '--force'],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
  } catch (error) {
    // Exit code 1 is a finding, which the first sample has.
    if (error.status !== 1) throw error;
  }
}
