import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { ReadExportFile } from '../../assess/export-file.js';
import { hostOfCollection } from '../../collection/collected-files.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { kindOfBatchFile } from '../../fleet/batch-file.js';
import type { FileTemplate } from '../../fleet/file-template.js';
import { planFromPaths } from '../../fleet/from-paths.js';
import { splitByHost } from '../../fleet/host-column.js';
import type { HostJob } from '../../fleet/host-job.js';
import { planFromManifest } from '../../fleet/manifest.js';
import type { FleetPlan } from '../../fleet/plan.js';
import type { ExportFormat } from '../../model/connector.js';
import { listFiles } from '../../node/list-files.js';
import { errorCode, readInput } from '../../node/read-input.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { fleetCsvHeader } from '../render/fleet.js';
import { UsageError } from '../usage-error.js';

export interface PlanOptions {
  readonly template?: FileTemplate | undefined;
  readonly hostColumn?: string | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly limit?: Partial<InputLimits> | undefined;
  readonly outDir: string;
  readonly zip?: string | undefined;
  readonly summaryCsv?: string | undefined;
}

/** A plan, and what was read already of the hosts of one export. */
export interface ReadPlan extends FleetPlan {
  readonly files: ReadonlyMap<HostJob, ReadExportFile>;
  /** What the run reads, but for a benchmark that is given for all. */
  readonly reads: readonly string[];
}

/** A remote session leaves the name of the server here. */
const usualColumn = 'PSComputerName';

/**
 * Who is to be assessed, by what `batch` was given: a folder, a manifest, or an export of many hosts. Paths come as the system has
 * them, from where the command runs. Diagnostics: those of `planFromPaths`, `kindOfBatchFile`, `planFromManifest`, `splitByHost`
 * and `readInput`. Throws a UsageError where an option goes with another kind of input.
 */
export const planFleet = async (path: string, options: PlanOptions): Promise<ReadPlan> => {
  const folder = isFolder(path);
  if (!folder && options.template !== undefined) throw new UsageError('--template needs a folder');
  if (folder && options.hostColumn !== undefined) throw new UsageError('--host-column needs an export of many hosts');
  return folder ? planFolder(path, options) : planFile(path, options);
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it as a file will say what is wrong.
    return false;
  }
};

const planFolder = async (
  folder: string,
  { template, outDir, zip, summaryCsv, limit }: PlanOptions,
): Promise<ReadPlan> => {
  try {
    // The files of an earlier run may lie in the folder that is read.
    const { files, inside } = listFiles(resolve(folder), resolve(outDir));
    const asked = [zip, summaryCsv].map((path) => path && resolve(path));
    const foreign = inside
      .map((path) => join(folder, path))
      .find((path) => !asked.includes(resolve(path)) && !isOurs(path));
    if (foreign !== undefined)
      return refuse([diagnostic('out-dir-holds-files', { file: foreign }, { folder: outDir })]);
    const collected = template === undefined ? await hostsOfCollections(folder, files, limit) : new Map();
    return from(folder, planFromPaths(files, { template, collected }), files);
  } catch (error) {
    return refuse([diagnostic('file-unreadable', { file: folder }, { reason: errorCode(error) })]);
  }
};

/** The hosts of the collections in a folder, by their sub-folder or zip archive. */
const hostsOfCollections = async (
  folder: string,
  files: readonly string[],
  limit: PlanOptions['limit'],
): Promise<ReadonlyMap<string, string>> => {
  const hosts = new Map<string, string>();
  for (const path of files.filter((one) => /^[^/]+\.zip$|^[^/]+\/collection\.json$/i.test(one))) {
    const read = await readInput(join(folder, path), async () => new Uint8Array(), limitsOf(limit).maxBytes);
    const host = read.ok ? hostOfCollection(read.value, limit) : undefined;
    if (host !== undefined) hosts.set(path.split('/')[0] ?? path, host);
  }
  return hosts;
};

/** What `batch` writes, and what file managers leave. An export could have the name of a summary, and not its first line. */
const isOurs = (path: string): boolean =>
  /(\.ckl|\.cklb|_xccdf-results\.xml|\.html|\.zip|[\\/])$|(^|[\\/])(\.exchange-stig-|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(
    path,
  ) ||
  (/\.csv$/i.test(path) && readFileSync(path, 'utf8').startsWith(fleetCsvHeader));

const planFile = async (path: string, options: PlanOptions): Promise<ReadPlan> => {
  const limits = limitsOf(options.limit);
  const input = await readInput(path, async () => new Uint8Array(), limits.maxBytes);
  if (!input.ok) return refuse(input.diagnostics);
  const file = { ...input.value, path: asFile(path) };
  const kind = kindOfBatchFile(file.bytes, path, options.limit);
  if (!kind.ok) return refuse(kind.diagnostics);
  if (kind.value.kind === 'manifest') {
    if (options.hostColumn !== undefined)
      throw new UsageError('--host-column needs an export of many hosts, not a manifest');
    const plan = planFromManifest(kind.value.text, path, options.limit);
    return from(dirname(path), { ...plan, diagnostics: [...kind.diagnostics, ...plan.diagnostics] }, [basename(path)]);
  }
  const column = options.hostColumn ?? usualColumn;
  const { parts, refused } = await splitByHost(file, { column, inputFormat: options.inputFormat, limits });
  return {
    jobs: parts.map(({ job }) => job),
    refused,
    diagnostics: [],
    files: new Map(parts.map(({ job, file: read }) => [job, read])),
    reads: [path],
  };
};

/** Paths in a plan are relative to where it was read from. */
const from = (folder: string, plan: FleetPlan, others: readonly string[]): ReadPlan => {
  const at = (path: string): string => asFile(isAbsolute(path) ? path : join(folder, path));
  const placed = (job: HostJob): HostJob => ({
    ...job,
    exports: job.exports.map(at),
    ...(job.benchmark === undefined ? {} : { benchmark: at(job.benchmark) }),
    ...(job.into === undefined ? {} : { into: at(job.into) }),
    ...(job.site === undefined ? {} : { site: at(job.site) }),
  });
  const jobs = plan.jobs.map(placed);
  const ofJobs = jobs.flatMap(({ exports, into, benchmark, site }) =>
    [...exports, into ?? [], benchmark ?? [], site ?? []].flat(),
  );
  return { ...plan, jobs, files: new Map(), reads: [...others.map(at), ...ofJobs] };
};

/** A file of the name `-` is not standard input. */
const asFile = (path: string): string => (path === '-' ? './-' : path);

const refuse = (diagnostics: readonly Diagnostic[]): ReadPlan => ({
  jobs: [],
  refused: [],
  diagnostics,
  files: new Map(),
  reads: [],
});
