// Start-up as a user feels it: whole processes, the command on a sample against a bare `node -e 0`, in turn, in one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const runs = Number(process.argv[2] ?? 10);
const out = mkdtempSync(join(tmpdir(), 'start-up-'));
const evaluate = (file) => ['bin/exchange-stig.cjs', 'evaluate', file, '--host', 'EDGE01', '--out-dir', out, '--force'];
const contenders = {
  'node -e 0': ['-e', '0'],
  'evaluate, CSV sample': evaluate('samples/edge/send-connectors.csv'),
  'evaluate, CLIXML sample': evaluate('samples/edge/send-connectors.clixml.xml'),
  'evaluate, JSON sample': evaluate('samples/edge/send-connectors.json'),
};
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let run = -1; run < runs; run++)
  for (const [name, args] of Object.entries(contenders)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    if (status > 2) throw new Error(`${name} ended with ${status}`);
    if (run >= 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
  }
rmSync(out, { recursive: true });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(times['node -e 0']);
console.log(`medians of ${runs}, node ${process.version}`);
for (const [name, list] of Object.entries(times))
  console.log(
    `${name.padEnd(26)} ${median(list).toFixed(1).padStart(7)} ms (${Math.min(...list).toFixed(1)} to ${Math.max(...list).toFixed(1)})  ${(median(list) / base).toFixed(2)} times`,
  );
