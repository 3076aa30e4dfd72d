import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { clashesOf, type OwnFiles, reserve } from '../../node/own-files.js';
import type { SignalWatch } from '../../node/signals.js';
import { runPool } from '../../node/worker-pool.js';
import { type WritingRun, writeFiles } from '../../node/write-files.js';
import { refuseWriting, type WrittenHost } from '../../outcome/written-host.js';
import { foldName } from '../../text/fold-name.js';
import { assessItems, buffersOf, lost, newWork } from './assess-items.js';
import type { FleetAnswer, FleetItem, FleetSettings } from './fleet.js';
import { idOf, note, type State } from './state.js';
import { threadArgument } from './thread-argument.js';

export interface FleetRun {
  readonly settings: FleetSettings;
  /** Each at the place that its index says. */
  readonly items: readonly FleetItem[];
  readonly threads: number;
  /** The program that threads run; without it there are none. */
  readonly program: string | undefined;
  readonly signals: SignalWatch;
  readonly state: State;
  /** The files of the run that are none of a host's are reserved in it. */
  readonly own: OwnFiles;
  /** Told of every host once; of one that is up to date by its place alone. */
  readonly onDone: (index: number, host: WrittenHost | undefined, isBug: boolean) => void;
}

/** Hosts in one message: enough that messages and working folders cost little beside them, few enough that what waits to be written stays small. */
const hostsInPart = 8;

/**
 * Assesses hosts in threads and writes what they make of them, in this thread alone: files of one part together, so that the
 * folder is locked once for all of them; where that fails, host by host. Begins nothing more once a signal has come.
 */
export const runFleet = async (run: FleetRun): Promise<void> => {
  const { settings, signals } = run;
  const writing: Writing = { run, files: { signals, cleaned: new Set() }, taken: new Map() };
  const take = (answers: readonly FleetAnswer[]) => takeAnswers(writing, answers);
  const work = newWork(settings);
  let at = 0;
  const next = (): readonly FleetItem[] | undefined => {
    // The last parts are smaller, so that no thread has much to do once the others have nothing.
    const size = Math.min(hostsInPart, Math.ceil((run.items.length - at) / run.threads));
    const part = signals.come() === undefined ? run.items.slice(at, at + size) : [];
    at += part.length;
    return part.length === 0 ? undefined : part;
  };
  const { program } = run;
  if (program === undefined || run.threads < 2)
    for (let part = next(); part !== undefined; part = next()) {
      const answers = await assessItems(work, part);
      await take(answers);
      work.templates.reuse(buffersOf(answers));
      await signals.listen();
    }
  else
    await runPool<FleetItem, readonly FleetAnswer[]>({
      file: program,
      argv: [threadArgument],
      data: settings,
      threads: run.threads,
      next,
      take,
      spent: buffersOf,
      lost: (item, reason) => take([lost(item, reason)]),
    });
};

interface Writing {
  readonly run: FleetRun;
  readonly files: WritingRun;
  /** The files of this run, by their paths as a file system without case has them, and their hosts. */
  readonly taken: Map<string, string>;
}

type Judged = Extract<FleetAnswer, { kind: 'judged' }>;

const takeAnswers = async (writing: Writing, answers: readonly FleetAnswer[]): Promise<void> => {
  const { onDone, state, settings, items } = writing.run;
  const judged = answers.filter((answer) => answer.kind === 'judged');
  const failed = await writeAll(writing, judged);
  const done = judged.filter(({ index }) => !failed.has(index));
  note(
    state,
    done.flatMap(({ index, key, host }) => {
      const item = items[index];
      const { assessedAt } = settings;
      return item === undefined ? [] : [{ type: 'host' as const, id: idOf(item.job), key, assessedAt, host }];
    }),
  );
  for (const answer of answers) {
    const { index } = answer;
    const problems = failed.get(index);
    if (answer.kind === 'kept') {
      const item = items[index];
      for (const { path } of item?.earlier?.outputs ?? [])
        writing.taken.set(foldName(path), item?.job.host ?? 'another host');
      keep(writing.run.own, item?.earlier?.outputs ?? [], item?.job.host);
      onDone(index, undefined, false);
    } else if (problems === undefined) onDone(index, answer.host, answer.kind === 'lost');
    else onDone(index, refuseWriting(answer.host, problems), false);
  }
};

/** Files of an earlier run that stay are as good as written now: what else was to have their place is not written. */
const keep = (own: OwnFiles, files: readonly { readonly path: string }[], host = 'another host'): void => {
  const kept = files.map(({ path }) => ({ path, purpose: purposeOf(host) }));
  if (clashesOf(own, kept).length === 0) reserve(own, kept);
};

const purposeOf = (host: string): string => `host "${host}"`;

/** Writes the files of several hosts; answers with those of which nothing was written, and why. */
const writeAll = async (
  { run, files, taken }: Writing,
  hosts: readonly Judged[],
): Promise<ReadonlyMap<number, readonly Diagnostic[]>> => {
  const failed = new Map<number, readonly Diagnostic[]>();
  const free = hosts.filter(({ index, host: { host }, files: own }) => {
    const other = own.map(({ path }) => taken.get(foldName(path))).find((one) => one !== undefined);
    if (other !== undefined) failed.set(index, [diagnostic('host-name-taken', {}, { host, other })]);
    else for (const { path } of own) taken.set(foldName(path), host);
    return other === undefined;
  });
  const write = (some: readonly Judged[]) =>
    writeFiles(
      some.flatMap(({ host, files: own }) => own.map((file) => ({ ...file, purpose: purposeOf(host.host) }))),
      { force: run.settings.options.force === true, own: run.own, run: files },
    );
  if (free.length > 0 && (await write(free)).length > 0)
    for (const host of free) {
      const problems = await write([host]);
      if (problems.length > 0) failed.set(host.index, problems);
    }
  return failed;
};
