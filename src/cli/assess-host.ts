import { join } from 'node:path';
import type { AssetInput } from '../assess/asset.js';
import { type ExportFile, evaluateHost, type HostAssessment, type ReadExportFile } from '../assess/evaluate-host.js';
import { renderHost } from '../assess/render-host.js';
import type { ValidatedRules } from '../assess/render-outputs.js';
import { type BuiltInRelease, builtInBenchmark } from '../benchmark/built-in.js';
import type { OutputName } from '../formats/names.js';
import { type Benchmark, releaseOf } from '../model/benchmark.js';
import type { Status } from '../model/checklist.js';
import type { ExportFormat } from '../model/connector.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import type { WriteOutputs } from '../node/place-files.js';
import { type ReadStdin, readInput, sha256 } from '../node/read-input.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { tool } from '../version.js';
import type { Into } from './commands/fill-in.js';
import type { FillInCommandOptions } from './fill-in-options.js';
import type { HostResult } from './render/summary.js';

/** What `evaluate` and `batch` may be told of how hosts are assessed. */
export interface AssessOptions {
  readonly format: readonly OutputName[];
  readonly release: BuiltInRelease;
  readonly benchmark?: string | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  readonly cklbStrict?: true | undefined;
  readonly limit?: Partial<InputLimits> | undefined;
  readonly force?: true | undefined;
}

/** The same for one host, with what is known of it. */
export interface HostOptions extends AssessOptions, AssetInput, FillInCommandOptions {}

/** A host's files as they were read, and why others could not be. */
export interface HostFiles {
  readonly exports: readonly (ExportFile | ReadExportFile)[];
  readonly into?: Into | undefined;
  readonly unread: readonly Diagnostic[];
}

/** Reads the exports of a host, and the checklist that is to be filled in. */
export const readHost = async (
  paths: readonly string[],
  { into, limit }: Pick<HostOptions, 'into' | 'limit'>,
  stdin: ReadStdin,
): Promise<HostFiles> => {
  const exports: ExportFile[] = [];
  const unread: Diagnostic[] = [];
  for (const path of paths) {
    const input = await readInput(path, stdin, limitsOf(limit).maxBytes);
    if (input.ok) exports.push(input.value);
    else unread.push(...input.diagnostics);
  }
  if (into === undefined) return { exports, unread };
  const opened = await (await import('./commands/fill-in.js')).openInto(into, limit);
  return opened.ok ? { exports, unread, into: opened.value } : { exports, unread: [...unread, ...opened.diagnostics] };
};

/** The STIG to write: the built-in rule of a release, or DISA's whole benchmark. */
export const benchmarkOf = async ({
  benchmark,
  release,
  limit,
}: Pick<AssessOptions, 'benchmark' | 'release' | 'limit'>): Promise<Reading<Benchmark>> =>
  benchmark === undefined
    ? { ok: true, value: builtInBenchmark(release), diagnostics: [] }
    : (await import('../node/read-benchmark-file.js')).readBenchmarkFile(benchmark, limit);

/** Where a host's files go, how they are written, and the time that they tell. */
export interface Writing {
  readonly outDir: (host: string) => string;
  readonly write: WriteOutputs;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  /** What other hosts of the run showed to be valid. */
  readonly validated?: ValidatedRules | undefined;
}

/**
 * One host from its files to what was written: the one way for `evaluate` and `batch`. A host is refused, and nothing of it
 * written, where one of its files could not be read or was refused, or the output cannot be written.
 */
export const assessHost = async (
  files: HostFiles,
  options: HostOptions,
  read: Reading<Benchmark>,
  writing: Writing,
): Promise<HostResult> => {
  if (!read.ok) return unreadBenchmark(options, read.diagnostics);
  const benchmark = read.value;
  const stig = { id: benchmark.id, release: releaseOf(benchmark) };
  const { into, unread } = files;
  const assessment = await evaluateHost({
    exports: files.exports,
    asset: into === undefined ? options : { ...options, hostOtherwise: into.host },
    benchmark,
    inputFormat: options.inputFormat,
    whenEmpty: options.whenEmpty,
    assessedAt: writing.assessedAt,
    tool,
    limits: options.limit,
  });
  const { host, evidence } = assessment;
  const refuse = (diagnostics: readonly Diagnostic[]): HostResult => ({
    ...refusedHost(host, [...read.diagnostics, ...diagnostics]),
    stig,
    evidence,
  });
  if (unread.length > 0)
    return refuse([...unread, ...assessment.diagnostics.filter((d) => d.place.file !== undefined)]);
  if (assessment.judged === undefined) return refuse(assessment.diagnostics);

  const { checklist, reviews } = assessment.judged;
  const outDir = writing.outDir(host);
  const vulnIds = reviews.map((review) => review.vulnId);
  const written =
    into === undefined
      ? await writeOutputs(
          { ...assessment, diagnostics: [...read.diagnostics, ...assessment.diagnostics] },
          options,
          outDir,
          writing,
        )
      : await (await import('./commands/fill-in.js')).fillInFile(
          into,
          checklist,
          vulnIds,
          { ...options, outDir },
          writing.write,
        );
  // The asset of a checklist that exists is not this run's matter.
  const ofHost = assessment.diagnostics.filter((d) => into === undefined || d.code !== 'asset-incomplete');
  const diagnostics = [...ofHost, ...written.diagnostics];
  if (!written.ok) return refuse(diagnostics);
  return {
    host,
    refused: false,
    stig,
    evidence,
    reviews,
    rules: benchmark.rules,
    ...written.value,
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
};

/** A host of which nothing was judged and nothing written. */
export const refusedHost = (host: string, diagnostics: readonly Diagnostic[]): HostResult => ({
  host,
  refused: true,
  stig: { id: '', release: '' },
  evidence: [],
  reviews: [],
  rules: [],
  outputs: [],
  diagnostics,
});

const unreadBenchmark = (options: HostOptions, diagnostics: readonly Diagnostic[]): HostResult =>
  refusedHost(options.host ?? '', diagnostics);

const writeOutputs = async (
  assessment: HostAssessment,
  options: HostOptions,
  outDir: string,
  { write, validated }: Writing,
): Promise<Reading<Pick<HostResult, 'outputs'>>> => {
  const writeOptions = { tool, cklbStrict: options.cklbStrict === true };
  const rendered = await renderHost(assessment, options.format, writeOptions, validated);
  if (!rendered.ok) return rendered;
  const files = rendered.value.map(({ format, fileName, text }) => ({
    format,
    path: join(outDir, fileName),
    text: new TextEncoder().encode(text),
  }));
  const failed = await write(files.map(({ path, text }) => ({ path, text })));
  if (failed.length > 0) return { ok: false, diagnostics: [...failed, ...rendered.diagnostics] };
  const outputs = files.map(({ format, path, text }) => ({ format, path, sha256: sha256(text) }));
  return { ok: true, value: { outputs }, diagnostics: rendered.diagnostics };
};
