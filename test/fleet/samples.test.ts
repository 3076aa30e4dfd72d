import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import type { ExportFile, ReadExportFile } from '../../src/assess/export-file.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { kindOfBatchFile } from '../../src/fleet/batch-file.js';
import { planFromPaths } from '../../src/fleet/from-paths.js';
import { splitByHost } from '../../src/fleet/host-column.js';
import type { HostJob } from '../../src/fleet/host-job.js';
import { planFromManifest } from '../../src/fleet/manifest.js';

const root = 'samples/fleet';
const fileOf = (path: string): ExportFile => {
  const bytes = readFileSync(path);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

const verdict = async (job: HostJob, exports: readonly (ExportFile | ReadExportFile)[]) => {
  const { judged } = await evaluateHost({
    exports,
    asset: job,
    benchmark: builtInBenchmark('V2R2'),
    assessedAt: '2026-01-31T12:00:00Z',
    tool: { name: 'exchange-stig', version: '0.0.0' },
  });
  return [job.host, judged?.reviews[0]?.status ?? 'refused'];
};

const verdicts = (jobs: readonly HostJob[], folder: string) =>
  Promise.all(
    jobs.map((job) =>
      verdict(
        job,
        job.exports.map((path) => fileOf(join(folder, path))),
      ),
    ),
  );

const expected = [
  ['EDGE01', 'open'],
  ['EDGE02', 'not_a_finding'],
  ['EDGE03', 'not_reviewed'],
  ['EDGE04', 'refused'],
  ['EDGE05', 'not_a_finding'],
];

describe('samples/fleet', () => {
  it('comes to the same as a folder and as either manifest', async () => {
    const hosts = join(root, 'hosts');
    const paths = readdirSync(hosts, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(hosts, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'));
    const folder = planFromPaths(paths, {});
    expect([folder.refused, folder.diagnostics]).toEqual([[], []]);
    expect(await verdicts(folder.jobs, hosts)).toEqual(expected);
    const manifests = ['manifest.csv', 'manifest.json'].map((name) => {
      const kind = kindOfBatchFile(readFileSync(join(root, name)), name);
      if (!kind.ok || kind.value.kind !== 'manifest') throw new Error(`no manifest: ${name}`);
      return planFromManifest(kind.value.text, name);
    });
    const [one, two] = manifests.map(({ jobs }) => jobs.map(({ place: _, ...job }) => job));
    expect(one).toEqual(two);
    for (const { jobs, refused, diagnostics } of manifests) {
      expect([refused, diagnostics]).toEqual([[], []]);
      expect(await verdicts(jobs, root)).toEqual(expected);
    }
  });

  it('has one export of many servers', async () => {
    const file = fileOf(join(root, 'all-servers.csv'));
    const kind = kindOfBatchFile(file.bytes, file.path);
    expect(kind.ok && kind.value.kind).toBe('export');
    const { parts, refused } = await splitByHost(file, { column: 'Server' });
    expect(refused).toEqual([]);
    expect(await Promise.all(parts.map((part) => verdict(part.job, [part.file])))).toEqual([
      ['edge01', 'open'],
      ['edge02', 'not_a_finding'],
      ['edge05', 'not_a_finding'],
      ['edge06', 'not_reviewed'],
    ]);
    expect(parts.map(({ job }) => job.fqdn)).toContain('edge05.example.mil');
  });
});
