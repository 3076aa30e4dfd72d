import { assessFiles } from '../assess/assess-files.js';
import type { ExportFile, ReadExportFile } from '../assess/export-file.js';
import { builtInBenchmark } from '../benchmark/built-in.js';
import { readBenchmark } from '../benchmark/from-file.js';
import type { GivenAsset } from '../checklist/given-asset.js';
import type { Reading } from '../diagnostics/diagnostic.js';
import type { Status, Tool } from '../model/checklist.js';
import type { ExportFormat } from '../model/connector.js';
import type { OutputName } from '../model/format-names.js';
import type { JudgedHost } from '../outcome/judged-host.js';
import { chosenRules, type RuleChoice } from '../rules/choose-rules.js';
import type { InputLimits } from '../text/input-limits.js';

/** All that the artifacts of a host follow from besides its files, as plain data. */
export interface RunOptions {
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly asset: GivenAsset;
  readonly formats: readonly OutputName[];
  /** The release of the built-in rule; without it the latest. Not with a benchmark. */
  readonly release?: string | undefined;
  readonly rules?: RuleChoice | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  readonly collectedAt?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly assessor?: string | undefined;
  readonly cklbStrict: boolean;
  readonly limits: Partial<InputLimits>;
}

/** The roles that files have in a run, in the order in which a bundle holds them. */
export const roles = ['export', 'benchmark', 'site', 'transport-config'] as const;
export type Role = (typeof roles)[number];

export interface RunFile extends Pick<ExportFile, 'path' | 'bytes' | 'sha256'> {
  readonly role: Role;
}

/** One host's assessment, from which its artifacts can be made again. */
export interface Run {
  readonly files: readonly RunFile[];
  readonly options: RunOptions;
}

/** The program that makes or checks a bundle: of two builds with one digest the core is the same. */
export interface Program extends Tool {
  /** SHA-256 of the core's sources, in lower-case hexadecimal. */
  readonly digest: string;
}

/** The files of an assessment, each as it was read. */
export interface GivenFiles {
  readonly exports: readonly Reading<ExportFile | ReadExportFile>[];
  readonly benchmark: Reading<ExportFile> | undefined;
  readonly site: Reading<ExportFile> | undefined;
  readonly transportConfig?: Reading<ExportFile> | undefined;
}

/**
 * The run of an assessment. Refused where a file could not be read, for nobody could do it again: with what refused the file. Undefined for
 * one of many hosts in one export.
 *
 * @param asset of it only what a user can say
 */
export const toRun = (
  { exports, benchmark, site, transportConfig }: GivenFiles,
  { host, fqdn, ip, mac, role, marking }: GivenAsset,
  options: Omit<RunOptions, 'asset'>,
): Reading<Run> | undefined => {
  const files: RunFile[] = [];
  const given: readonly (readonly [Role, GivenFiles['exports'][number] | undefined])[] = [
    ...exports.map((file) => ['export', file] as const),
    ['benchmark', benchmark],
    ['site', site],
    ['transport-config', transportConfig],
  ];
  for (const [of, file] of given) {
    if (file === undefined) continue;
    if (!file.ok) return file;
    if (!('bytes' in file.value)) return undefined;
    const { path, bytes, sha256 } = file.value;
    files.push({ role: of, path, bytes, sha256 });
  }
  const {
    assessedAt,
    formats,
    release,
    rules,
    inputFormat,
    whenEmpty,
    collectedAt,
    maxAge,
    assessor,
    cklbStrict,
    limits,
  } = options;
  const value: Run = {
    files,
    options: {
      assessedAt,
      asset: { host, fqdn, ip, mac, role, marking },
      formats,
      ...(benchmark === undefined ? { release } : {}),
      ...{ rules, inputFormat, whenEmpty, collectedAt, maxAge, assessor, cklbStrict, limits },
    },
  };
  return { ok: true, value, diagnostics: [] };
};

/** Makes the artifacts of a run, as `evaluate` does. Diagnostics: those of `assessFiles`. */
export const assessRun = async ({ files, options }: Run, { name, version }: Tool): Promise<JudgedHost> => {
  const { release, rules, asset, ...how } = options;
  const read = (role: Role): Reading<RunFile> | undefined => {
    const file = files.find((one) => one.role === role);
    return file === undefined ? undefined : { ok: true, value: file, diagnostics: [] };
  };
  const benchmark = files.find(({ role }) => role === 'benchmark');
  return assessFiles({
    ...how,
    asset,
    exports: files.filter(({ role }) => role === 'export').map((value) => ({ ok: true, value, diagnostics: [] })),
    site: read('site'),
    transportConfig: read('transport-config'),
    benchmark:
      benchmark === undefined
        ? { ok: true, value: builtInBenchmark(release), diagnostics: [] }
        : readBenchmark(benchmark.bytes, benchmark.path, options.limits),
    rules: chosenRules(rules),
    fillIn: { replaceDetails: false, allowOtherHost: false },
    tool: { name, version },
  });
};
