import { type Emit, runTask, type TaskInput, type TaskName, type TaskOutput } from './tasks/tasks.js';

/** What goes to the worker, and what comes from it; a worker says `ready` once it has started. */
export interface TaskRequest {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

export type TaskReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly said: Parameters<Emit> }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Why a task was given up. */
export class Cancelled extends Error {}

export interface Runner {
  readonly run: <N extends TaskName>(name: N, input: TaskInput<N>, emit?: Emit) => Promise<TaskOutput<N>>;
  /** Gives up what is running; its promises are rejected with `Cancelled`. */
  readonly cancel: () => void;
  readonly isBusy: () => boolean;
}

interface Pending {
  readonly request: TaskRequest;
  readonly emit: Emit;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Runs tasks in a worker made of the page's own script, so that the page answers whatever they take. Where the browser allows
 * no such worker, they run in the page, one host at a time.
 *
 * @param script the text of the page's script
 */
export const createRunner = (script: string): Runner => {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let hasNoWorker = false;
  let count = 0;

  const settle = (id: number, act: (task: Pending) => void): void => {
    const task = pending.get(id);
    pending.delete(id);
    if (task !== undefined) act(task);
  };
  const runHere = async ({ request, emit }: Pending): Promise<void> => {
    const { id, name, input } = request;
    const say: Emit = (...said) => {
      if (!pending.has(id)) throw new Cancelled();
      emit(...said);
    };
    // The page gets its turn between hosts.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      const output = await runTask(name, input as TaskInput<typeof name>, say);
      settle(id, (task) => task.resolve(output));
    } catch (error) {
      settle(id, (task) => task.reject(error instanceof Error ? error : new Error(String(error))));
    }
  };
  const fallBack = (): void => {
    worker?.terminate();
    worker = undefined;
    hasNoWorker = true;
    for (const task of pending.values()) void runHere(task);
  };
  const receive = (reply: TaskReply): void => {
    if (reply.kind === 'progress') pending.get(reply.id)?.emit(...reply.said);
    if (reply.kind === 'done') settle(reply.id, (task) => task.resolve(reply.output));
    if (reply.kind === 'failed') settle(reply.id, (task) => task.reject(new Error(reply.message)));
  };
  const start = (): Worker | undefined => {
    if (worker !== undefined || hasNoWorker) return worker;
    let isReady = false;
    try {
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      worker = new Worker(url);
    } catch {
      hasNoWorker = true;
      return undefined;
    }
    worker.onmessage = ({ data }: MessageEvent<TaskReply>) => {
      isReady ||= data.kind === 'ready';
      receive(data);
    };
    worker.onerror = (event) => {
      if (!isReady) return fallBack();
      for (const id of pending.keys()) settle(id, (task) => task.reject(new Error(event.message)));
    };
    return worker;
  };

  start();
  return {
    run: <N extends TaskName>(name: N, input: TaskInput<N>, emit: Emit = () => {}) =>
      new Promise<TaskOutput<N>>((resolve, reject) => {
        const request: TaskRequest = { id: ++count, name, input };
        const task: Pending = { request, emit, resolve: (output) => resolve(output as TaskOutput<N>), reject };
        pending.set(request.id, task);
        const started = start();
        if (started === undefined) void runHere(task);
        else started.postMessage(request);
      }),
    cancel: () => {
      worker?.terminate();
      worker = undefined;
      for (const id of pending.keys()) settle(id, (task) => task.reject(new Cancelled()));
      start();
    },
    isBusy: () => pending.size > 0,
  };
};

/** The other end: the same script, where it finds itself in a worker. */
export const serveTasks = (): void => {
  const reply = (message: TaskReply): void => self.postMessage(message);
  self.onmessage = async ({ data: { id, name, input } }: MessageEvent<TaskRequest>) => {
    try {
      const emit: Emit = (...said) => reply({ kind: 'progress', id, said });
      reply({ kind: 'done', id, output: await runTask(name, input as TaskInput<typeof name>, emit) });
    } catch (error) {
      reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
  reply({ kind: 'ready' });
};
