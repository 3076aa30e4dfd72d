// Runs the commands of samples/commands.json with a fixed time, and so writes anew what stands beside the samples:
// `npm run samples` after a change of output.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
for (const { args, exit, stdout } of JSON.parse(readFileSync(join(root, 'samples/commands.json'), 'utf8'))) {
  const run = spawnSync(process.execPath, ['bin/exchange-stig.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1769860800', NO_COLOR: '1' },
  });
  process.stderr.write(run.stderr);
  if (run.status !== exit) throw new Error(`${args.join(' ')} ended with ${run.status}`);
  if (stdout === undefined) process.stdout.write(run.stdout);
  else writeFileSync(join(root, stdout), run.stdout);
}
// What a run notes so that it can be resumed is no sample.
rmSync(join(root, 'samples/fleet/artifacts/.exchange-stig-batch.jsonl'), { force: true });
