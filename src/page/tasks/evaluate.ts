import { type AssessFilesInput, assessFiles } from '../../assess/assess-files.js';
import type { AssetInput } from '../../assess/asset.js';
import { newTemplates } from '../../assess/templates.js';
import { builtInBenchmark } from '../../benchmark/built-in.js';
import { readBenchmark } from '../../benchmark/from-file.js';
import { type Diagnostic, diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import type { Benchmark } from '../../model/benchmark.js';
import type { Status } from '../../model/checklist.js';
import type { ExportFormat } from '../../model/connector.js';
import type { OutputName } from '../../model/format-names.js';
import { type JudgedHost, refusedHost } from '../../outcome/judged-host.js';
import { unmatchedInAll } from '../../outcome/unmatched.js';
import { inShort, type WrittenHost } from '../../outcome/written-host.js';
import { fleetReport } from '../../report/fleet-report.js';
import type { InputLimits } from '../../text/input-limits.js';
import { tool } from '../../version.js';
import { type PageFile, readPageFile } from '../page-file.js';
import { bundleView } from './bundle.js';
import { type ShownHost, shownHost } from './shown-host.js';
import { hostsOf, type PlannedHosts } from './split-hosts.js';
import { diagnosticViews, type OutputView, outputView } from './views.js';

export interface EvaluateOptions {
  readonly release?: string | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  readonly formats: readonly OutputName[];
  readonly cklbStrict: boolean;
  /** A bundle for each host, too. */
  readonly bundle?: boolean | undefined;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly collectedAt?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly assessor?: string | undefined;
  readonly replaceDetails: boolean;
  readonly allowOtherHost: boolean;
  readonly limits: Partial<InputLimits>;
}

export interface EvaluateTask extends PlannedHosts {
  /** What was reported while it was planned, for the overview. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  readonly benchmark?: PageFile | undefined;
  /** What the site says beside the exports. */
  readonly site?: PageFile | undefined;
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

/** What there is of several hosts together. */
export interface EvaluatedHosts {
  readonly hosts: number;
  /** The overview of several hosts, where reports were asked for. */
  readonly overview?: OutputView | undefined;
}

/**
 * Judges each host and makes its files, one after the other, so that the memory of one is enough. A host that is refused
 * stops no other. Two hosts whose files would have one name are not both written (`host-name-taken`).
 *
 * @param emit is called before each host, and with each host when it is done
 */
export const evaluate = async (
  task: EvaluateTask,
  emit: (progress: Progress, host?: ShownHost) => void,
): Promise<EvaluatedHosts> => {
  const { options, into } = task;
  const benchmark = await benchmarkOf(task);
  const site = task.site === undefined ? undefined : await readPageFile(task.site, options.limits);
  const packed = options.bundle && task.benchmark ? await readPageFile(task.benchmark, options.limits) : undefined;
  const { hosts, refused } = await hostsOf(task, options);
  const total = hosts.length + refused.length;
  const names = new Map<string, string>();
  const fleet = hosts.flatMap(({ host }) => host ?? []);
  const templates = newTemplates();
  const written: WrittenHost[] = [];
  const done = (label: string, judged: JudgedHost, bundle?: Reading<OutputView>): void => {
    const { host, shown: whole } = shownHost(judged, label);
    const shown =
      bundle === undefined
        ? whole
        : {
            ...whole,
            outputs: [...whole.outputs, ...(bundle.ok ? [bundle.value] : [])],
            diagnostics: [...diagnosticViews(bundle.diagnostics), ...whole.diagnostics],
          };
    written.push(inShort(host));
    emit({ done: written.length, total, label }, shown);
  };
  for (const host of hosts) {
    const { label } = host;
    emit({ done: written.length, total, label });
    const exports = await host.read();
    const asset =
      host.host === undefined ? task.asset : { ...task.asset, host: host.host, fqdn: host.fqdn ?? task.asset.fqdn };
    const given = {
      exports,
      benchmark,
      site,
      into: into === undefined ? undefined : await readPageFile(into, options.limits),
      fillIn: options,
      asset,
      inputFormat: options.inputFormat,
      whenEmpty: options.whenEmpty,
      formats: options.formats,
      cklbStrict: options.cklbStrict,
      assessedAt: options.assessedAt,
      collectedAt: options.collectedAt,
      fleet,
      maxAge: options.maxAge,
      assessor: options.assessor,
      tool,
      templates,
      limits: options.limits,
    };
    const named = withOwnNames(await verdictOf(given), names);
    const files = { exports, benchmark: packed, site };
    done(label, named, options.bundle && into === undefined ? bundleView(files, asset, options, named) : undefined);
  }
  for (const { host, diagnostics } of refused) done(host, refusedHost(host, diagnostics));
  if (total < 2 || !options.formats.includes('html')) return { hosts: total };
  const text = fleetReport({
    hosts: written,
    diagnostics: [...(task.diagnostics ?? []), ...unmatchedInAll(written)],
    marking: task.asset.marking ?? 'CUI',
    tool,
    assessedAt: options.assessedAt,
  });
  return { hosts: total, overview: outputView('html', 'index.html', text) };
};

/** A host that nobody names has a verdict all the same, and no files: what refused its name is said, and it is judged without. */
const verdictOf = async (given: AssessFilesInput): Promise<JudgedHost> => {
  const named = await assessFiles(given);
  const ofName = named.diagnostics.filter(({ code }) => code === 'host-missing' || code === 'host-invalid');
  if (named.judged !== undefined || ofName.length === 0) return named;
  const asset = { ...given.asset, host: undefined, mayBeNameless: true };
  const nameless = await assessFiles({ ...given, asset, into: undefined, formats: [] });
  return { ...nameless, host: '', diagnostics: [...ofName, ...nameless.diagnostics] };
};

const benchmarkOf = async ({ benchmark, options }: EvaluateTask): Promise<Reading<Benchmark>> => {
  if (benchmark === undefined) return { ok: true, value: builtInBenchmark(options.release), diagnostics: [] };
  const read = await readPageFile(benchmark, options.limits);
  return read.ok ? readBenchmark(read.value.bytes, benchmark.path, options.limits) : read;
};

/** File systems without case have one place for names that differ in case alone. */
const withOwnNames = (judged: JudgedHost, names: Map<string, string>): JudgedHost => {
  const own = judged.files.map(({ fileName }) => fileName.toLowerCase());
  const other = own.map((name) => names.get(name)).find((host) => host !== undefined);
  for (const name of own) names.set(name, judged.host);
  if (other === undefined) return judged;
  const twice = diagnostic('host-name-taken', {}, { host: judged.host, other });
  return { ...judged, judged: undefined, files: [], diagnostics: [twice, ...judged.diagnostics] };
};
