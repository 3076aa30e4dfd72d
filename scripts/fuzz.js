// The fuzzer: generated exports in every dialect, whole and damaged, against what their connectors call for.
//   npm run fuzz -- --seconds N --seed S [--cases N] [--workers N]
// The same seed gives the same cases. Ends with 1 when a case failed. test/fuzz/check.ts says what is asked of each kind.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** How long the program may take for the files of one case, which are a few kilobytes. */
const patience = 10_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: 'Infinity' },
    workers: { type: 'string', default: '1' },
  },
});
const number = (name) => {
  const value = Number(values[name]);
  if (!(value >= 0)) throw new Error(`--${name} needs a number, not "${values[name]}"`);
  return value;
};
const [seconds, seed, cases, workers] = ['seconds', 'seed', 'cases', 'workers'].map(number);

// Node 20 has this compiler and leaves it off: a sixth of the time.
setFlagsFromString('--maglev');

const bundle = await build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/worker.ts'],
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
const code = bundle.outputFiles[0].text;

const total = { cases: 0, failed: 0, counts: new Map() };
const fail = (what, report) => {
  total.failed++;
  total.counts.set(`failure\t${what}`, (total.counts.get(`failure\t${what}`) ?? 0) + 1);
  console.log(`${report}\n`);
};
const add = ({ counts, failures, cases: done, failed }) => {
  total.cases += done;
  total.failed += failed;
  for (const [key, count] of counts) total.counts.set(key, (total.counts.get(key) ?? 0) + count);
  for (const { report } of failures) console.log(`${report}\n`);
  if (total.cases % 50_000 < done) console.error(`${total.cases} cases, ${total.failed} failed, ${elapsed()} s`);
};

const start = Date.now();
const until = start + seconds * 1000;
const elapsed = () => ((Date.now() - start) / 1000).toFixed(1);

/** One thread's share of the cases; started again behind a case that does not end, or that brings the thread down. */
const work = (first) =>
  new Promise((resolve) => {
    const pulse = new SharedArrayBuffer(8);
    const beat = new Int32Array(pulse);
    const end = cases;
    const thread = new Worker(code, { eval: true, workerData: { seed, first, step: workers, end, until, pulse } });
    let last = -1;
    let since = Date.now();
    const again = (what, detail) => {
      const index = Atomics.load(beat, 0);
      fail(what, `case ${index} of seed ${seed}: ${what}: ${detail}`);
      resolve(index + workers < end && Date.now() < until ? work(index + workers) : undefined);
    };
    const watch = setInterval(() => {
      if (Atomics.load(beat, 1) !== last) [last, since] = [Atomics.load(beat, 1), Date.now()];
      else if (Date.now() - since > patience) {
        stop();
        thread.terminate();
        again('hang', `no answer in ${patience / 1000} seconds`);
      }
    }, 500);
    const stop = () => {
      clearInterval(watch);
      thread.removeAllListeners();
    };
    thread.on('message', add);
    thread.on('error', (error) => {
      stop();
      again('unhandled', error.stack ?? String(error));
    });
    thread.on('exit', () => {
      stop();
      resolve();
    });
  });

await Promise.all(Array.from({ length: workers }, (_, i) => work(i)));

const groups = new Map();
for (const [key, count] of [...total.counts].sort()) {
  const [group, name] = key.split('\t');
  groups.set(group, [...(groups.get(group) ?? []), `${name} ${count}`]);
}
console.log(
  `fuzz: seed ${seed}, ${total.cases} cases in ${elapsed()} s, node ${process.version} on ${process.platform}`,
);
for (const [group, entries] of groups) console.log(`${group}: ${entries.join(', ')}`);
console.log(`${total.failed} failed`);
process.exitCode = total.failed > 0 || total.cases === 0 ? 1 : 0;
