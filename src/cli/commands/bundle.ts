import { toBundle } from '../../bundle/bundle.js';
import { assessRun, toRun } from '../../bundle/run.js';
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
 * The bundle of an assessment. Nothing where the host is refused: the assessment itself says why. Refused: a file that cannot be read, and
 * what `toBundle` refuses.
 */
export const bundleOf = async (
  files: HostFiles,
  options: HostOptions,
  path: string,
  assessedAt: string,
): Promise<Reading<BundleFile | undefined>> => {
  const benchmark =
    options.benchmark === undefined
      ? undefined
      : await readInput(options.benchmark, async () => new Uint8Array(), limitsOf(options.limit).maxBytes);
  const run = toRun({ ...files, benchmark, site: files.site }, options, {
    ...options,
    assessedAt,
    formats: options.format,
    collectedAt: options.collected,
    cklbStrict: options.cklbStrict === true,
    limits: options.limit ?? {},
  });
  const judged = run?.ok ? await assessRun(run.value, program) : undefined;
  if (run?.ok === false) return run;
  if (run === undefined || judged?.judged === undefined) return { ok: true, value: undefined, diagnostics: [] };
  const bundle = toBundle(run.value, judged, judged.judged, program);
  return bundle.ok ? { ...bundle, value: { path, text: bundle.value } } : bundle;
};
