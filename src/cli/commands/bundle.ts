import { toBundle } from '../../bundle/bundle.js';
import { assessRun, type Role, type Run, type RunFile } from '../../bundle/run.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { readInput } from '../../node/read-input.js';
import { limitsOf } from '../../text/input-limits.js';
import { program } from '../../version.js';
import type { HostFiles, HostOptions } from '../assess-host.js';

/** A file to be written with the others of a host. */
export interface BundleFile {
  readonly path: string;
  readonly text: Uint8Array;
}

/**
 * The bundle of an assessment. Nothing where the host is refused or a file could not be read: the assessment itself says why. Refused: what
 * `toBundle` refuses.
 */
export const bundleOf = async (
  files: HostFiles,
  options: HostOptions,
  path: string,
  assessedAt: string,
): Promise<Reading<BundleFile | undefined>> => {
  const nothing = { ok: true, value: undefined, diagnostics: [] } as const;
  const benchmark =
    options.benchmark === undefined
      ? undefined
      : await readInput(options.benchmark, async () => new Uint8Array(), limitsOf(options.limit).maxBytes);
  const given: readonly (readonly [Role, HostFiles['exports'][number] | undefined])[] = [
    ...files.exports.map((file) => ['export', file] as const),
    ['benchmark', benchmark],
    ['site', files.site],
    ['transport-config', files.transportConfig],
  ];
  const read: RunFile[] = [];
  for (const [role, file] of given) {
    if (file === undefined) continue;
    if (!file.ok || !('bytes' in file.value)) return nothing;
    const { path: at, bytes, sha256 } = file.value;
    read.push({ role, path: at, bytes, sha256 });
  }
  const run: Run = { files: read, options: runOptions(options, assessedAt) };
  const judged = await assessRun(run, program);
  if (judged.judged === undefined) return nothing;
  const bundle = toBundle(run, judged, judged.judged, program);
  return bundle.ok ? { ...bundle, value: { path, text: bundle.value } } : bundle;
};

const runOptions = (options: HostOptions, assessedAt: string): Run['options'] => {
  const { host, fqdn, ip, mac, role, marking } = options;
  return {
    assessedAt,
    asset: { host, fqdn, ip, mac, role, marking },
    formats: options.format,
    ...(options.benchmark === undefined ? { release: options.release } : {}),
    rules: options.rules,
    inputFormat: options.inputFormat,
    whenEmpty: options.whenEmpty,
    collectedAt: options.collected,
    maxAge: options.maxAge,
    assessor: options.assessor,
    cklbStrict: options.cklbStrict === true,
    limits: options.limit ?? {},
  };
};
