import { parentPort, workerData } from 'node:worker_threads';
import { evaluate } from './evaluate.js';
import { newTally, runCase } from './run.js';

/**
 * Runs cases in a thread of its own, so that the one that started it can tell when one of them does not end. In `pulse`: the
 * number of the case, and a count that goes up with every question that the program was asked.
 */
interface Work {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly end: number;
  readonly until: number;
  readonly pulse: SharedArrayBuffer;
}

const { seed, first, step, end, until, pulse } = workerData as Work;
const beat = new Int32Array(pulse);

const run = async (): Promise<void> => {
  let tally = newTally();
  // Each that is told is made smaller, which takes as long as a thousand cases.
  let toTell = 20;
  const send = (): void => {
    parentPort?.postMessage({ ...tally, counts: [...tally.counts] });
    toTell -= tally.failures.filter(({ isTold }) => isTold).length;
    tally = newTally();
  };
  for (let index = first; index < end && Date.now() < until; index += step) {
    Atomics.store(beat, 0, index);
    await runCase(
      seed,
      index,
      (files) => {
        Atomics.add(beat, 1, 1);
        return evaluate(files);
      },
      tally,
      toTell,
    );
    if (tally.cases >= 200) send();
  }
  send();
};

void run();
