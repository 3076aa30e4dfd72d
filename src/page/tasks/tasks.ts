import { type FileKind, kindOf } from '../classify.js';
import type { PageFile } from '../page-file.js';
import { compare, convert, update, validate } from './checklists.js';
import { combine } from './combine.js';
import { evaluate, type Progress } from './evaluate.js';
import type { ShownHost } from './shown-host.js';
import { zip } from './zip.js';

export type Emit = (progress: Progress, host?: ShownHost) => void;

/** As much of a file as is looked at to tell what it is. */
const looked = 50_000_000;

/** What each file is. One that cannot be read is taken for an export, whose reading says why. */
const classify = async (task: { readonly files: readonly PageFile[] }): Promise<readonly FileKind[]> => {
  const kinds: FileKind[] = [];
  for (const { blob } of task.files) kinds.push(await kindOfBlob(blob));
  return kinds;
};

const kindOfBlob = async (blob: Blob): Promise<FileKind> => {
  try {
    return kindOf(new Uint8Array(await blob.slice(0, looked).arrayBuffer()));
  } catch {
    return 'export';
  }
};

/** Everything that takes longer than a moment: run by a worker where the browser lets us have one. */
export const tasks = { classify, evaluate, convert, update, combine, compare, validate, zip } as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<N extends TaskName> = Parameters<(typeof tasks)[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;

/** Runs a task by its name. An exception is a bug. */
export const runTask = async <N extends TaskName>(name: N, input: TaskInput<N>, emit: Emit): Promise<TaskOutput<N>> => {
  const task = tasks[name] as (input: TaskInput<N>, emit: Emit) => Promise<TaskOutput<N>>;
  return task(input, emit);
};
