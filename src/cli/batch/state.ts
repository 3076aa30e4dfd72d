import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { HostJob } from '../../fleet/host-job.js';
import type { Shard } from '../../fleet/shard.js';
import { appendLines, closeLines, type LineFile, openLines, readLines } from '../../node/append-lines.js';
import { errorCode } from '../../node/read-input.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import { foldName } from '../../text/fold-name.js';

/*
 * What a run notes in its output folder as hosts are done, so that --resume can go on with it (docs/batch.md):
 *
 *   {"type":"run","format":2,"assessedAt":…}                     a run began, and this is the time that its files tell
 *   {"type":"host","id":…,"key":…,"assessedAt":…,"host":…}       a host's files are in their place
 *   {"type":"end"}                                               the run came to its end
 */

/** A host that is done, with what the summary says of it. */
export interface DoneHost {
  readonly key: string;
  readonly assessedAt: string;
  readonly host: WrittenHost;
}

export interface EarlierRuns {
  /** By the id of the host; of several runs the last counts. */
  readonly hosts: ReadonlyMap<string, DoneHost>;
  /** The time of the last run where it did not come to its end. */
  readonly interruptedAt: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const format = 2;

/** Hidden and of no ending that an importer takes for a checklist's. Each shard has its own. */
export const statePath = (outDir: string, shard: Shard | undefined): string =>
  join(outDir, `.exchange-stig-batch${shard === undefined ? '' : `-${shard.index}-of-${shard.count}`}.jsonl`);

/** How a host is known again: by its name whatever its case, else by its exports. */
export const idOf = ({ host, exports }: HostJob): string =>
  host === undefined ? JSON.stringify(exports) : foldName(host);

/** What earlier runs have noted, of another format nothing. Diagnostics: `batch-state-damaged`, `file-unreadable`. */
export const readState = (path: string): EarlierRuns => {
  const hosts = new Map<string, DoneHost>();
  let interruptedAt: string | undefined;
  let isKnown = true;
  try {
    const { values, damaged } = readLines(path);
    for (const value of values as readonly StateLine[]) {
      if (value.type === 'run') {
        isKnown = value.format === format;
        interruptedAt = isKnown ? value.assessedAt : undefined;
      } else if (value.type === 'end') interruptedAt = undefined;
      else if (isKnown) hosts.set(value.id, value);
    }
    const diagnostics = damaged === 0 ? [] : [diagnostic('batch-state-damaged', { file: path }, { lines: damaged })];
    return { hosts, interruptedAt, diagnostics };
  } catch (error) {
    const diagnostics = [diagnostic('file-unreadable', { file: path }, { reason: errorCode(error) })];
    return { hosts: new Map(), interruptedAt: undefined, diagnostics };
  }
};

type StateLine =
  | { readonly type: 'run'; readonly format: number; readonly assessedAt: string }
  | ({ readonly type: 'host'; readonly id: string } & DoneHost)
  | { readonly type: 'end' };

/**
 * The state file of a run, which is made when there is something to note. Once it cannot be written, nothing more is noted, and
 * that is said once.
 */
export interface State {
  readonly path: string;
  readonly assessedAt: string;
  file: LineFile | undefined;
  problem: Diagnostic | undefined;
}

export const newState = (path: string, assessedAt: string): State => ({
  path,
  assessedAt,
  file: undefined,
  problem: undefined,
});

/** Adds lines to what the state file says. Diagnostic, in the state: `batch-state-unwritable`. */
export const note = (state: State, lines: readonly StateLine[]): void => {
  if (state.problem !== undefined || lines.length === 0) return;
  try {
    if (state.file === undefined) {
      state.file = openLines(state.path);
      appendLines(state.file, [{ type: 'run', format, assessedAt: state.assessedAt } satisfies StateLine]);
    }
    appendLines(state.file, lines);
  } catch (error) {
    state.problem = diagnostic('batch-state-unwritable', { file: state.path }, { reason: errorCode(error) });
  }
};

export const closeState = (state: State): void => {
  if (state.file !== undefined) closeLines(state.file);
};
