import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PoolMessage } from '../../node/worker-pool.js';
import { assessItems, buffersOf, newWork } from './assess-items.js';
import type { FleetItem, FleetSettings } from './fleet.js';

/**
 * What a thread of `batch` does: hosts come in a message, what became of them goes back in one, the files' bytes handed over without a
 * copy, and handed back with a later message to be written anew. False where this is no thread.
 */
export const runThread = (): boolean => {
  const port = parentPort;
  if (isMainThread || port === null) return false;
  const work = newWork(workerData as FleetSettings);
  port.on('message', async ({ items, spent }: PoolMessage<FleetItem>) => {
    work.templates.reuse(spent);
    const answers = await assessItems(work, items);
    port.postMessage(answers, [...buffersOf(answers)]);
  });
  return true;
};
