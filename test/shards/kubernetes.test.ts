import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { expectOneRun, makeSite, manifest, parts } from './site.js';

/** Where scripts/install-kubernetes-client.sh puts it. */
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const program = join(process.env['KUBERNETES_CLIENT'] ?? join(cache, 'exchange-stig', 'kubernetes'), 'read-job');
const installed = spawnSync('bash', [resolve('scripts/install-kubernetes-client.sh')], {
  encoding: 'utf8',
  timeout: 300_000,
});
const lacksClient = !existsSync(program);
if (lacksClient) console.warn(`skipped: ${(installed.stdout ?? '').trim().split('\n').at(-1)}`);

interface Job {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly completions: number;
    readonly parallelism: number;
    readonly completionMode: string;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}
interface Container {
  readonly command: readonly [string, ...string[]];
  readonly args: readonly string[];
}

const root = temporaryFolder();
const yaml = readFileSync(manifest('kubernetes.yaml'), 'utf8');
const read = (text: string) => spawnSync(program, { input: text, encoding: 'utf8', timeout: 60_000 });
const jobOf = (text: string): Job => JSON.parse(read(text).stdout);
const changed = (from: string, to: string): string => {
  expect(yaml).toContain(from);
  return yaml.replace(from, to);
};

describe.skipIf(lacksClient)('Kubernetes', () => {
  it('its client reads the manifest, which has a part for each index', () => {
    const { apiVersion, kind, spec } = jobOf(yaml);
    expect({ apiVersion, kind }).toEqual({ apiVersion: 'batch/v1', kind: 'Job' });
    expect(spec).toMatchObject({ completions: parts, completionMode: 'Indexed' });
    expect(spec.parallelism).toBeLessThanOrEqual(parts);
    expect(spec.template.spec.containers).toHaveLength(1);
  });

  it.each([
    ['parallelism: 4', 'paralelism: 4', 'paralelism'],
    ['mountPath: /archive', 'mountpath: /archive', 'mountpath'],
    ['completionMode: Indexed', 'completionMode: Indexed\n  indexes: 8', 'indexes'],
    ['completions: 8', 'completions: eight', ''],
  ])('its client refuses %s as %j', (from, to, named) => {
    const { status, stderr } = read(changed(from, to));
    expect(status).toBe(1);
    expect(stderr).toContain(named);
  });

  it("the container's command line writes the files of one run, index by index", () => {
    const site = makeSite(root);
    const { spec } = jobOf(yaml);
    const [container] = spec.template.spec.containers;
    const [shell = '', ...before] = container?.command ?? [];
    const args = container?.args ?? [];
    // Kubernetes would replace these itself before the shell sees them.
    expect(args.join('\n')).not.toMatch(/\$\$|\$\(\w+\)/);
    for (let index = 0; index < spec.completions; index++) {
      const env = { ...site.env, JOB_COMPLETION_INDEX: String(index) };
      const pod = spawnSync(shell, [...before, ...args], { cwd: site.folder, env, encoding: 'utf8', timeout: 60_000 });
      expect(pod.status, pod.stderr).toBe(0);
    }
    expectOneRun(site);
  }, 300_000);
});
