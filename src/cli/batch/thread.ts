import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { assessItems, newWork } from './assess-items.js';
import type { FleetItem, FleetSettings } from './fleet.js';

/**
 * What a thread of `batch` does: hosts come in a message, what became of them goes back in one, the files' bytes handed over without a
 * copy. False where this is no thread.
 */
export const runThread = (): boolean => {
  const port = parentPort;
  if (isMainThread || port === null) return false;
  const work = newWork(workerData as FleetSettings);
  port.on('message', async (items: readonly FleetItem[]) => {
    const outcomes = await assessItems(work, items);
    const buffers = outcomes
      .flatMap((outcome) => (outcome.kind === 'judged' ? outcome.files : []))
      .flatMap(({ text }) => (typeof text !== 'string' && text.buffer instanceof ArrayBuffer ? [text.buffer] : []));
    port.postMessage(outcomes, buffers);
  });
  return true;
};
