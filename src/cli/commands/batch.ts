import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import type { ReadExportFile } from '../../assess/export-file.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { FileTemplate } from '../../fleet/file-template.js';
import type { HostJob } from '../../fleet/host-job.js';
import { type Shard, shardOf } from '../../fleet/shard.js';
import { clashesOf, type OwnFiles, ownFiles, reserve } from '../../node/own-files.js';
import { type SignalWatch, watchSignals } from '../../node/signals.js';
import { existsAt } from '../../node/working-folder.js';
import { refusedHost } from '../../outcome/judged-host.js';
import { writtenHost } from '../../outcome/written-host.js';
import { foldName } from '../../text/fold-name.js';
import type { AssessOptions } from '../assess-host.js';
import type { FleetItem, FleetSettings, Layout } from '../batch/fleet.js';
import {
  add,
  type ConcludeOptions,
  conclude,
  newSummary,
  type Summary,
  summaryCsvPurpose,
} from '../batch/fleet-summary.js';
import { refuseCollisions } from '../batch/name-collisions.js';
import { withOldFiles } from '../batch/old-files.js';
import { overviewPath, overviewPurpose } from '../batch/overview-path.js';
import { planFleet } from '../batch/plan-fleet.js';
import { runFleet } from '../batch/run-fleet.js';
import {
  closeState,
  type DoneHost,
  type EarlierRuns,
  idOf,
  newState,
  note,
  readState,
  statePath,
} from '../batch/state.js';
import { tellHosts } from '../batch/tell-hosts.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { openProgress } from '../render/progress.js';
import type { CommonOptions } from '../shared-options.js';
import { UsageError } from '../usage-error.js';

export interface BatchOptions extends AssessOptions, Pick<CommonOptions, 'timestamp' | 'verbose' | 'json' | 'quiet'> {
  readonly outDir: string;
  readonly template?: FileTemplate | undefined;
  readonly hostColumn?: string | undefined;
  readonly role?: string | undefined;
  readonly marking?: string | undefined;
  readonly replaceDetails?: true | undefined;
  readonly allowOtherHost?: true | undefined;
  readonly layout: Layout;
  readonly zip?: string | undefined;
  readonly summaryCsv?: string | undefined;
  readonly jobs?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly resume?: true | undefined;
  readonly failOnWarning?: true | undefined;
  readonly problems?: true | undefined;
}

/** `exchange-stig batch`: many hosts' exports in, their checklists and results out. Answers with the exit code. */
export const batch = async (path: string, options: BatchOptions, io: Io): Promise<number> => {
  if (options.benchmark === '-') throw new UsageError('--benchmark: expected a file, not standard input (-)');
  if (options.site === '-') throw new UsageError('--site: expected a file, not standard input (-)');
  if (path === '-') throw new UsageError('expected a folder, a manifest or an export, not standard input (-)');
  const plan = await tellHosts(await planFleet(path, options), options);
  const kept = refuseCollisions(plan.jobs, options.layout);
  const { index, count } = options.shard ?? { index: 1, count: 1 };
  const jobs = shardOf(kept.jobs, index, count);
  const refused = shardOf([...plan.refused, ...kept.refused], index, count);
  const overview = options.format.includes('html') ? overviewPath(options.outDir, options.shard) : undefined;
  const statePlace = statePath(options.outDir, options.shard);
  const own = ownFiles(() => [path, options.benchmark, options.site, ...plan.reads]);
  const inTheWay = reserveOwn(own, options, overview, statePlace);
  // What is overwritten may have been noted too.
  const noted = options.resume || options.force ? readState(statePlace) : undefined;
  const general: Diagnostic[] = [...plan.diagnostics, ...inTheWay];
  let assessedAt = '';
  const summary = newSummary(jobs.length, options.json === true);
  if (inTheWay.length === 0) {
    const earlier = options.resume ? noted : undefined;
    general.push(...(earlier?.diagnostics ?? []));
    const hosts = plan.jobs.flatMap(({ host }) => host ?? []);
    const settings = { ...settingsOf(options, earlier, io), hosts };
    assessedAt = settings.assessedAt;
    const known = jobs.map((job) => earlier?.hosts.get(idOf(job)));
    const items = jobs.map((job, i) => itemOf(i, job, plan.files.get(job), known[i]));
    const before = (i: number) => {
      const job = jobs[i];
      return job === undefined ? undefined : noted?.hosts.get(idOf(job));
    };
    const signals = watchSignals();
    try {
      const problems = await runAll({
        items,
        settings,
        state: statePlace,
        own,
        options,
        io,
        signals,
        summary,
        before,
      });
      if (problems === undefined) return exitCode.failed;
      general.push(...problems);
    } finally {
      await signals.end();
    }
  }
  for (const job of refused) {
    const host = writtenHost(refusedHost(job.host, job.diagnostics));
    add(summary, summary.hosts.length, withOldFiles(host, noted?.hosts.get(foldName(job.host))), false);
  }
  const { outDir, marking, force, resume } = options;
  const writeIt: ConcludeOptions['overview'] =
    overview === undefined
      ? undefined
      : async (hosts, diagnostics) => {
          const run = { outDir, marking, assessedAt, diagnostics, force: force === true || resume === true, own };
          return (await import('../batch/overview.js')).writeOverview(overview, hosts, run);
        };
  return conclude(
    summary,
    general,
    { ...options, assessedAt, own, isStopped: inTheWay.length > 0, overview: writeIt, overviewPath: overview },
    io,
  );
};

/** The files of a run that are none of a host's. Answers with what keeps them from being written, before any work is done. */
const reserveOwn = (
  own: OwnFiles,
  { zip, summaryCsv, resume, force }: BatchOptions,
  overview: string | undefined,
  state: string,
): readonly Diagnostic[] => {
  const files = [
    [zip, zipPurpose],
    [summaryCsv, summaryCsvPurpose],
    [overview, overviewPurpose],
    [state, 'what --resume goes by'],
  ] as const;
  const planned = files.flatMap(([file, purpose]) => (file === undefined ? [] : [{ path: file, purpose }]));
  const clashes = clashesOf(own, planned);
  reserve(own, planned);
  const existing = [zip, summaryCsv, resume ? undefined : overview]
    .filter((file) => file !== undefined && force !== true && existsAt(file))
    .map((file) => diagnostic('file-exists', { file }));
  return clashes.length > 0 ? clashes : existing;
};

const itemOf = (
  index: number,
  job: HostJob,
  file: ReadExportFile | undefined,
  known: DoneHost | undefined,
): FleetItem => {
  if (known === undefined) return { index, job, file };
  const { key, assessedAt, host } = known;
  return { index, job, file, earlier: { key, assessedAt, outputs: host.outputs } };
};

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** A run that goes on tells the time of the one that was interrupted, so that all its files tell one. */
const settingsOf = (options: BatchOptions, earlier: EarlierRuns | undefined, io: Io): Omit<FleetSettings, 'hosts'> => {
  const epoch = io.env['SOURCE_DATE_EPOCH'];
  const isTimeGiven = options.timestamp !== undefined || (epoch !== undefined && epoch !== '');
  const { outDir, layout } = options;
  return {
    options: pick(options, [
      ...([
        'format',
        'release',
        'benchmark',
        'rules',
        'site',
        'inputFormat',
        'whenEmpty',
        'collected',
        'maxAge',
        'assessor',
      ] as const),
      ...(['cklbStrict', 'limit', 'force', 'role', 'marking', 'replaceDetails', 'allowOtherHost'] as const),
    ]),
    outDir,
    layout,
    assessedAt: (isTimeGiven ? undefined : earlier?.interruptedAt) ?? assessmentTime(options.timestamp, epoch, io.now),
    isTimeGiven,
    resume: options.resume === true,
  };
};

interface Running {
  readonly items: readonly FleetItem[];
  readonly settings: FleetSettings;
  readonly state: string;
  readonly own: OwnFiles;
  readonly options: BatchOptions;
  readonly io: Io;
  readonly signals: SignalWatch;
  readonly summary: Summary;
  /** What an earlier run made of a host. */
  readonly before: (index: number) => DoneHost | undefined;
}

/** So many hosts are worth a thread of their own: it takes as long to start as they to be done. */
const hostsForAThread = 16;

const zipPurpose = '--zip';

/** Runs the fleet and writes the archive. Answers with what went wrong beside the hosts; with nothing where it was interrupted. */
const runAll = async (running: Running): Promise<readonly Diagnostic[] | undefined> => {
  const { items, settings, options, io, signals, summary } = running;
  const state = newState(running.state, settings.assessedAt);
  const threads = options.jobs ?? Math.min(availableParallelism(), Math.ceil(items.length / hostsForAThread));
  const write = options.quiet ? () => {} : io.stderr;
  const now = () => io.now().getTime();
  const progress = openProgress(items.length, { write, columns: io.stderrColumns, now });
  let done = 0;
  await runFleet({
    ...{ items, settings, signals, state, threads, program: io.program, own: running.own },
    onDone: (index, fresh, isBug) => {
      done += 1;
      progress.tell(done);
      const host = fresh === undefined ? running.before(index)?.host : withOldFiles(fresh, running.before(index));
      if (host !== undefined) add(summary, index, host, isBug);
    },
  });
  progress.end();
  if (signals.come() !== undefined) {
    closeState(state);
    io.stderr(`interrupted: ${done} of ${items.length} hosts are done, each whole; --resume goes on with the rest\n`);
    return undefined;
  }
  const problems = [...(await writeArchive(running)), ...(state.problem === undefined ? [] : [state.problem])];
  if (summary.hosts.some(({ refused }) => !refused)) note(state, [{ type: 'end' }]);
  closeState(state);
  return problems;
};

const writeArchive = async ({ settings, options, signals, summary, own }: Running): Promise<readonly Diagnostic[]> => {
  if (options.zip === undefined) return [];
  const clashes = clashesOf(own, [{ path: options.zip, purpose: zipPurpose }]);
  if (clashes.length > 0) return clashes;
  const entries = summary.hosts.flatMap(({ outputs }) =>
    outputs.map((output) => ({ ...output, name: relative(options.outDir, output.path).split(sep).join('/') })),
  );
  const { writeZip } = await import('../../node/write-zip.js');
  return writeZip(options.zip, entries, settings.assessedAt, { force: options.force === true, signals });
};
