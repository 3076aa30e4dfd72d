import { readFileSync } from 'node:fs';
import { toBundle } from '../../src/bundle/bundle.js';
import { assessRun, type Program, type Role, type Run } from '../../src/bundle/run.js';
import { sha256Of } from './collection.js';

/** A program of no build. */
export const testProgram: Program = { name: 'exchange-stig', version: '0.0.0', digest: '0'.repeat(64) };

/** A run over files, by their role and path. */
export const runOf = (
  files: readonly (readonly [role: Role, path: string, bytes: Uint8Array])[],
  options: Partial<Run['options']> = {},
): Run => ({
  files: files.map(([role, path, bytes]) => ({ role, path, bytes, sha256: sha256Of(bytes) })),
  options: {
    assessedAt: '2026-01-31T12:00:00Z',
    asset: { host: 'EDGE01' },
    formats: ['ckl', 'cklb', 'xccdf', 'html'],
    inputFormat: 'auto',
    whenEmpty: 'not_reviewed',
    cklbStrict: false,
    limits: {},
    ...options,
  },
});

export const sampleRun = (path = 'samples/edge/send-connectors.csv', options: Partial<Run['options']> = {}): Run =>
  runOf([['export', path, new Uint8Array(readFileSync(path))]], options);

export const bundleOf = async (run: Run, program: Program = testProgram) => {
  const host = await assessRun(run, program);
  if (host.judged === undefined) throw new Error(`not judged: ${JSON.stringify(host.diagnostics)}`);
  return toBundle(run, host, host.judged, program);
};

/** The same, of a run that can be packed. */
export const bundleBytes = async (run: Run, program?: Program): Promise<Uint8Array> => {
  const bundle = await bundleOf(run, program);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.diagnostics));
  return bundle.value;
};
