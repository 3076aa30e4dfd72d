import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPool } from '../../src/node/worker-pool.js';
import { command, temporaryFolder } from '../support/command.js';
import { makeFleet, putExport } from '../support/fleet.js';

const root = temporaryFolder();
const program = join(root, 'thread.cjs');
writeFileSync(
  program,
  `const { parentPort, workerData } = require('node:worker_threads');
   parentPort.on('message', ({ items }) => {
     if (items.includes('exit')) process.exit(3);
     if (items.includes('throw')) throw new Error('thrown');
     if (items.includes('later')) setTimeout(() => { throw new Error('late') });
     else parentPort.postMessage(items.map((item) => workerData + item));
   });`,
);

const run = async (parts: readonly (readonly string[])[], threads: number) => {
  const done: string[] = [];
  const lost: string[] = [];
  const waiting = [...parts];
  let [now, most] = [0, 0];
  await runPool<string, readonly string[]>({
    file: program,
    argv: [],
    data: '+',
    threads,
    next: () => waiting.shift(),
    take: async (answer) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      done.push(...answer);
      now -= 1;
    },
    spent: () => [],
    lost: async (item, reason) => void lost.push(`${item}: ${reason}`),
  });
  return { done: done.sort(), lost: lost.sort(), most };
};

describe('runPool', () => {
  it('does every item once, with no more taken at a time than there are threads', async () => {
    const parts = Array.from({ length: 30 }, (_, i) => [`${i}a`, `${i}b`]);
    const { done, lost, most } = await run(parts, 3);
    expect(done).toEqual(
      parts
        .flat()
        .map((item) => `+${item}`)
        .sort(),
    );
    expect(lost).toEqual([]);
    expect(most).toBeLessThanOrEqual(3);
  });

  it.each([1, 2])('loses nothing but the item that ends its thread, with %i threads', async (threads) => {
    const parts = [['a', 'exit', 'b'], ['c'], ['throw'], ['d', 'later'], ['e', 'f']];
    const { done, lost } = await run(parts, threads);
    expect(done).toEqual(['+a', '+b', '+c', '+d', '+e', '+f']);
    expect(lost).toEqual(['exit: its thread ended with 3', 'later: late', 'throw: thrown']);
  });

  it('starts no thread where there is nothing to do', async () => {
    expect(await run([], 4)).toEqual({ done: [], lost: [], most: 0 });
  });
});

describe('batch, where a thread ends of itself', () => {
  it('loses that host alone, says so, and exits with 4', () => {
    const folder = makeFleet(join(root, 'fleet'), 12);
    putExport(folder, 'CRASH', 'x');
    mkdirSync(join(root, 'out'));
    const { status, stdout } = command(['batch', folder, '--out-dir', join(root, 'out'), '--jobs', '2', '--json'], {
      env: { NODE_OPTIONS: `--require ${resolve('test/support/crash-thread.cjs')}` },
    });
    expect(status).toBe(4);
    const { counts, diagnostics } = JSON.parse(stdout);
    expect(counts).toMatchObject({ hosts: 13, refused: 1, open: 4, not_reviewed: 4, not_a_finding: 4 });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'host-lost', host: 'CRASH' }));
  });
});
