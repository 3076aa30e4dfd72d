const watched = ['SIGINT', 'SIGTERM'] as const;

export interface SignalWatch {
  /** The signal that has come and asks the process to end. */
  readonly come: () => NodeJS.Signals | undefined;
  /** Throws once a signal has come that asks the process to end. */
  readonly check: () => void;
  /** Lets a signal be heard that has come since the event loop last turned: what runs synchronously hears none. */
  readonly listen: () => Promise<void>;
  /** Stops watching, and lets the process die of the signal that has come. */
  readonly end: () => Promise<void>;
}

/**
 * Holds back the signals that end a process, so that it can remove what it began. Outside of such a time they end the
 * process at once, as there is nothing to remove; either way it dies of the signal, which is what a shell's loop looks at.
 */
export const watchSignals = (): SignalWatch => {
  let come: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals): void => {
    come ??= signal;
  };
  for (const signal of watched) process.on(signal, remember);
  return {
    come: () => come,
    check: () => {
      if (come !== undefined) throw Object.assign(new Error(come), { code: come });
    },
    listen: wholeTurn,
    end: async () => {
      await wholeTurn();
      for (const signal of watched) process.off(signal, remember);
      if (come !== undefined) process.kill(process.pid, come);
    },
  };
};

/** Signals are told of between two turns of the event loop: one that came just now would be lost without a whole turn. */
const wholeTurn = async (): Promise<void> => {
  await nextTurn();
  await nextTurn();
};

/** Not that of `node:timers/promises`, which would be loaded at every start. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
