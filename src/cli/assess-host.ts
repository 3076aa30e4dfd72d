import { join } from 'node:path';
import { assessFiles } from '../assess/assess-files.js';
import type { AssetInput } from '../assess/asset.js';
import type { ExportFile, ReadExportFile } from '../assess/export-file.js';
import { builtInBenchmark } from '../benchmark/built-in.js';
import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Status } from '../model/checklist.js';
import type { ExportFormat } from '../model/connector.js';
import type { OutputName } from '../model/format-names.js';
import type { WriteOutputs } from '../node/place-files.js';
import { readCollectionFolder } from '../node/read-collection-folder.js';
import { type ReadStdin, readInput, sha256 } from '../node/read-input.js';
import type { JudgedHost } from '../outcome/judged-host.js';
import { refuseWriting, type WrittenFile, type WrittenHost, writtenHost } from '../outcome/written-host.js';
import { chosenRules, isBuiltIn, namesOf, type RuleChoice } from '../rules/choose-rules.js';
import { limitsOf } from '../text/input-limits.js';
import { tool } from '../version.js';
import type { FillInCommandOptions } from './fill-in-options.js';
import type { CommonOptions } from './shared-options.js';
import type { Writing } from './writing.js';

/** What `evaluate` and `batch` may be told of how hosts are assessed. */
export interface AssessOptions extends Pick<CommonOptions, 'limit' | 'cklbStrict' | 'force'> {
  readonly format: readonly OutputName[];
  readonly release?: string | undefined;
  readonly benchmark?: string | undefined;
  readonly rules?: RuleChoice | undefined;
  readonly site?: string | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  /** When the exports were made: ISO 8601 in UTC with `Z`. */
  readonly collected?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly assessor?: string | undefined;
}

/** The same for one host, with what is known of it. */
export interface HostOptions extends AssessOptions, AssetInput, FillInCommandOptions {
  readonly transportConfig?: string | undefined;
}

/** A host's files, each as it was read or why it could not be. */
export interface HostFiles {
  readonly exports: readonly Reading<ExportFile | ReadExportFile>[];
  /** The checklist of --into. */
  readonly into?: Reading<ExportFile> | undefined;
  /** The export of --transport-config. */
  readonly transportConfig?: Reading<ExportFile> | undefined;
  /** The site file of --site. */
  readonly site?: Reading<ExportFile> | undefined;
}

/** Reads the exports of a host, and what else was given for it. */
export const readHost = async (
  paths: readonly string[],
  { into, site, transportConfig, limit }: Pick<HostOptions, 'into' | 'site' | 'transportConfig' | 'limit'>,
  stdin: ReadStdin,
): Promise<HostFiles> => {
  const { maxBytes } = limitsOf(limit);
  const exports: Reading<ExportFile>[] = [];
  for (const path of paths) {
    const read = await readInput(path, stdin, maxBytes);
    const isFolder = !read.ok && read.diagnostics[0]?.code === 'file-is-folder';
    exports.push(...((isFolder && (await readCollectionFolder(path, maxBytes))) || [read]));
  }
  const read = (path: string | undefined) =>
    path === undefined ? undefined : readInput(path, async () => new Uint8Array(), maxBytes);
  return { exports, into: await read(into), site: await read(site), transportConfig: await read(transportConfig) };
};

/**
 * The STIG to write: the built-in rule of a release, or DISA's whole benchmark; nothing where it is that of the checklist to fill
 * in. Refused: `rules-without-benchmark`.
 */
export const benchmarkOf = async ({
  benchmark,
  release,
  rules,
  into,
  limit,
  fillsIn = true,
}: Pick<HostOptions, 'benchmark' | 'release' | 'rules' | 'into' | 'limit'> & {
  /** Whether the command has --into, which the refusal names then. */
  readonly fillsIn?: boolean;
}): Promise<Reading<Benchmark> | undefined> => {
  if (benchmark !== undefined)
    return (await import('../node/read-benchmark-file.js')).readBenchmarkFile(benchmark, limit);
  if (isBuiltIn(rules)) return { ok: true, value: builtInBenchmark(release), diagnostics: [] };
  if (into !== undefined) return undefined;
  const stigs = [...new Set(chosenRules(rules).map(({ identity }) => identity.stig))].join(', ');
  return {
    ok: false,
    diagnostics: [diagnostic('rules-without-benchmark', {}, { stigs, builtIn: namesOf(undefined), fillsIn })],
  };
};

/**
 * One host from its files to what was written (`assessFiles`), for `evaluate` and `batch`. A host is refused, and nothing of it
 * written, also where the output cannot be written.
 */
export const assessHost = async (
  files: HostFiles,
  options: HostOptions,
  benchmark: Reading<Benchmark> | undefined,
  writing: Writing,
): Promise<WrittenHost> => {
  const judged = await assessFiles({
    ...files,
    benchmark,
    fillIn: {
      replaceDetails: options.replaceDetails === true,
      allowOtherHost: options.allowOtherHost === true,
    },
    asset: options,
    inputFormat: options.inputFormat,
    whenEmpty: options.whenEmpty,
    collectedAt: options.collected,
    maxAge: options.maxAge,
    assessor: options.assessor,
    rules: chosenRules(options.rules),
    formats: options.format,
    cklbStrict: options.cklbStrict === true,
    assessedAt: writing.assessedAt,
    fleet: writing.fleet,
    tool,
    limits: options.limit,
    templates: writing.templates,
  });
  if (judged.judged === undefined) return writtenHost(judged);
  const outDir = writing.outDir(judged.host);
  const written = files.into?.ok
    ? await (await import('./commands/fill-in.js')).writeFilledIn(
        files.into.value,
        judged,
        { ...options, outDir },
        writing,
      )
    : await writeOutputs(judged, outDir, writing.write);
  return written.ok
    ? writtenHost({ ...judged, diagnostics: [...judged.diagnostics, ...written.diagnostics] }, written.value)
    : refuseWriting(writtenHost(judged), written.diagnostics);
};

const writeOutputs = async (
  { files }: JudgedHost,
  outDir: string,
  write: WriteOutputs,
): Promise<Reading<readonly WrittenFile[]>> => {
  const outputs = files.map(({ format, fileName, bytes }) => ({ format, path: join(outDir, fileName), text: bytes }));
  const failed = await write(outputs.map(({ path, text }) => ({ path, text })));
  if (failed.length > 0) return { ok: false, diagnostics: failed };
  const value = outputs.map(({ format, path, text }) => ({ format, path, sha256: sha256(text) }));
  return { ok: true, value, diagnostics: [] };
};
