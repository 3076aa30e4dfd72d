import { type AssessedHost, assessFiles } from '../../assess/assess-files.js';
import type { AssetInput } from '../../assess/asset.js';
import { type BuiltInRelease, builtInBenchmark } from '../../benchmark/built-in.js';
import { readBenchmark } from '../../benchmark/from-file.js';
import { diagnostic } from '../../diagnostics/catalog.js';
import type { FormatName } from '../../formats/names.js';
import type { Benchmark } from '../../model/benchmark.js';
import type { Status } from '../../model/checklist.js';
import type { ExportFormat } from '../../model/connector.js';
import type { Reading } from '../../model/diagnostic.js';
import type { InputLimits } from '../../text/input-limits.js';
import { tool } from '../../version.js';
import { type PageFile, readPageFile } from '../page-file.js';
import type { HostFiles } from '../plan-hosts.js';
import { type HostView, hostView } from './host-view.js';

export interface EvaluateOptions {
  readonly release: BuiltInRelease;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  readonly formats: readonly FormatName[];
  readonly cklbStrict: boolean;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly replaceDetails: boolean;
  readonly allowOtherHost: boolean;
  readonly limits: Partial<InputLimits>;
}

export interface EvaluateTask {
  readonly hosts: readonly HostFiles[];
  readonly benchmark?: PageFile | undefined;
  /** A checklist to fill in: there is one host then. */
  readonly into?: PageFile | undefined;
  /** Of several hosts, what is true of all: a host's name in `hosts` counts for more. */
  readonly asset: AssetInput;
  readonly options: EvaluateOptions;
}

/** What a long task says on its way. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/**
 * Judges each host and makes its files, one after the other, so that the memory of one is enough. A host that is refused
 * stops no other. Two hosts whose files would have one name are not both written (`host-name-taken`).
 *
 * @param emit is called before each host, and with each host when it is done
 */
export const evaluate = async (
  task: EvaluateTask,
  emit: (progress: Progress, host?: HostView) => void,
): Promise<{ readonly hosts: number }> => {
  const { hosts, options, into } = task;
  const total = hosts.length;
  const benchmark = await benchmarkOf(task);
  const names = new Set<string>();
  for (const [done, host] of hosts.entries()) {
    const label = host.host ?? host.exports.map(({ path }) => path).join(', ');
    emit({ done, total, label });
    const exports = [];
    for (const file of host.exports) exports.push(await readPageFile(file, options.limits));
    const assessed = await assessFiles({
      exports,
      benchmark,
      into: into === undefined ? undefined : await readPageFile(into, options.limits),
      fillIn: options,
      asset: host.host === undefined ? task.asset : { ...task.asset, host: host.host },
      inputFormat: options.inputFormat,
      whenEmpty: options.whenEmpty,
      formats: options.formats,
      cklbStrict: options.cklbStrict,
      assessedAt: options.assessedAt,
      tool,
      limits: options.limits,
    });
    emit({ done: done + 1, total, label }, hostView(withOwnNames(assessed, names)));
  }
  return { hosts: total };
};

const benchmarkOf = async ({ benchmark, options }: EvaluateTask): Promise<Reading<Benchmark>> => {
  if (benchmark === undefined) return { ok: true, value: builtInBenchmark(options.release), diagnostics: [] };
  const read = await readPageFile(benchmark, options.limits);
  return read.ok ? readBenchmark(read.value.bytes, benchmark.path, options.limits) : read;
};

/** File systems without case have one place for names that differ in case alone. */
const withOwnNames = (assessed: AssessedHost, names: Set<string>): AssessedHost => {
  const own = assessed.outputs.map(({ fileName }) => fileName.toLowerCase());
  const isTaken = own.some((name) => names.has(name));
  for (const name of own) names.add(name);
  if (!isTaken) return assessed;
  const twice = diagnostic('host-name-taken', {}, { actual: assessed.host, expected: 'other exports' });
  return { ...assessed, refused: true, reviews: [], outputs: [], diagnostics: [twice, ...assessed.diagnostics] };
};
