import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { expectOneRun, makeSite, manifest, parts } from './site.js';

const oneNode = 'slurm/one-node.sh';
const settings = '/etc/slurm/slurm.conf';

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const runsAlready = (): boolean => spawnSync('pgrep', ['-x', 'slurmctld|slurmd|munged']).status === 0;

const reason = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'only root starts a Slurm';
  if (!has('sbatch') || !has('munged')) return 'Slurm is not installed (Debian: slurm-wlm, munge)';
  // Starting one node overwrites the settings; those of an earlier one may go.
  if (existsSync(settings) && !readFileSync(settings, 'utf8').startsWith('ClusterName=one\n'))
    return `${hostname()} has a Slurm of its own (${settings})`;
  return runsAlready() ? 'Slurm or munge is running already' : undefined;
};
const lacking = lacksShared(oneNode);
const skip = lacking ? undefined : reason();
if (skip !== undefined) console.warn(`skipped: ${skip}`);

describe.skipIf(lacking || skip !== undefined)('Slurm', () => {
  const root = temporaryFolder();
  const daemons = join(root, 'daemons');
  const node = (act: 'start' | 'stop') =>
    spawnSync('bash', [fileURLToPath(sharedFile(oneNode)), act, daemons], { encoding: 'utf8', timeout: 60_000 });

  beforeAll(() => {
    const started = node('start');
    expect(started.status, started.stderr).toBe(0);
  }, 90_000);
  afterAll(async () => {
    node('stop');
    // They write their state until they end.
    await vi.waitFor(() => expect(runsAlready()).toBe(false), { timeout: 60_000, interval: 200 });
    rmSync(settings, { force: true });
  }, 90_000);

  it('a job array of eight parts writes the files of one run', () => {
    const site = makeSite(join(root, 'site'));
    const { folder, env } = site;
    const job = spawnSync('sbatch', ['--wait', manifest('slurm.sh')], { cwd: folder, env, timeout: 300_000 });
    const logs = readdirSync(folder).filter((name) => name.startsWith('slurm-'));
    expect(job.status, logs.map((name) => readFileSync(join(folder, name), 'utf8')).join('')).toBe(0);
    expect(logs).toHaveLength(parts);
    expectOneRun(site);
    // A part that is done again alone is the same part.
    rmSync(join(folder, 'summary-6.csv'));
    expect(
      spawnSync('sbatch', ['--wait', '--array=5', manifest('slurm.sh')], { cwd: folder, env, timeout: 300_000 }).status,
    ).toBe(0);
    expectOneRun(site);
  }, 600_000);
});
