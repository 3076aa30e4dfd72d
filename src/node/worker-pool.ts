import { Worker } from 'node:worker_threads';

/** Work for several threads: parts of it are handed out as threads become free, one to each, so that nothing piles up. */
export interface PoolWork<Item, Answer> {
  /** The program that each thread runs; it answers each `PoolMessage` with one message. */
  readonly file: string;
  readonly argv: readonly string[];
  /** What a thread is told when it begins. */
  readonly data: unknown;
  readonly threads: number;
  /** The next part; nothing where no more is to be begun. */
  readonly next: () => readonly Item[] | undefined;
  /** Takes an answer. The thread is at its next part already, but gets no further one before this is done. */
  readonly take: (answer: Answer, items: readonly Item[]) => Promise<void>;
  /** What of an answer that was taken the thread gets back with a later message: it is gone here then. */
  readonly spent: (answer: Answer) => readonly ArrayBuffer[];
  /** An item that ended the thread which worked on it, when it was given to a thread of its own as well. */
  readonly lost: (item: Item, reason: string) => Promise<void>;
}

/** What a thread is sent. */
export interface PoolMessage<Item> {
  readonly items: readonly Item[];
  readonly spent: readonly ArrayBuffer[];
}

type Outcome<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly reason: string };

interface Thread {
  readonly worker: Worker;
  /** Why it ended, where it has. */
  readonly ended: { reason?: string };
}

/**
 * Does the work with threads. One that ends of itself (a bug, no memory left) loses nothing but its item: its part is done again
 * item by item in new threads, and only what ends its thread for the second time is lost.
 */
export const runPool = async <Item, Answer>(work: PoolWork<Item, Answer>): Promise<void> => {
  const again: Item[] = [];
  const next = (): readonly Item[] | undefined => {
    const item = again.shift();
    return item === undefined ? work.next() : [item];
  };
  const runThread = async (): Promise<void> => {
    let thread: Thread | undefined;
    let spent: readonly ArrayBuffer[] = [];
    const begin = (items: readonly Item[] | undefined) => {
      if (items === undefined) return undefined;
      if (thread === undefined || thread.ended.reason !== undefined) thread = startThread(work);
      const message = { items, spent };
      spent = [];
      return { items, outcome: ask<Answer>(thread, message) };
    };
    try {
      let current = begin(next());
      while (current !== undefined) {
        const { items } = current;
        const outcome = await current.outcome;
        if (!outcome.ok && items.length > 1) again.push(...items);
        current = begin(next());
        if (outcome.ok) {
          await work.take(outcome.answer, items);
          spent = work.spent(outcome.answer);
        } else if (items.length === 1) for (const item of items) await work.lost(item, outcome.reason);
        current ??= begin(next());
      }
    } finally {
      await thread?.worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: work.threads }, runThread));
};

/** Half of what V8 takes by itself: with several threads it is most of a run's memory, and no slower. */
const maxYoungGenerationSizeMb = 8;

const startThread = ({ file, argv, data }: Pick<PoolWork<never, never>, 'file' | 'argv' | 'data'>): Thread => {
  const worker = new Worker(file, { argv: [...argv], workerData: data, resourceLimits: { maxYoungGenerationSizeMb } });
  const ended: Thread['ended'] = {};
  worker.on('error', (error: unknown) => {
    ended.reason = error instanceof Error ? error.message : String(error);
  });
  worker.on('exit', (code) => {
    ended.reason ??= `its thread ended with ${code}`;
  });
  return { worker, ended };
};

const ask = <Answer>({ worker, ended }: Thread, message: PoolMessage<unknown>): Promise<Outcome<Answer>> =>
  new Promise((resolve) => {
    const onMessage = (answer: Answer): void => settle({ ok: true, answer });
    const onEnd = (): void => settle({ ok: false, reason: ended.reason ?? 'its thread ended' });
    const settle = (outcome: Outcome<Answer>): void => {
      worker.off('message', onMessage);
      worker.off('exit', onEnd);
      resolve(outcome);
    };
    worker.on('message', onMessage);
    worker.on('exit', onEnd);
    if (ended.reason !== undefined) onEnd();
    else worker.postMessage(message, [...message.spent]);
  });
