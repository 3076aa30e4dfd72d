// Loaded into the command by `node --require`: lets something happen at the nth call that reads or changes files.
//   FAULT_COUNT=<file>   writes how many calls there were into the file, when the process ends by itself
//   FAULT_AT=<n>         at the nth call (from 1) …
//   FAULT_DO=SIG…        … the process sends itself this signal, after the call
//           =E…          … the call fails with this code; a write has written half of its text by then
//           =E…+         … and so does every call from there on
//           =run:<sh>    … a shell command is run, before the call
//   FAULT_SLOW=<ms>      every call takes up to as long, so that runs at the same time mix in ever new ways
//   FAULT_SPARES=<path>  calls for files below this folder are not counted, and nothing happens at them
const fs = require('node:fs');
const { execSync } = require('node:child_process');
const { join } = require('node:path');

const { FAULT_COUNT, FAULT_AT, FAULT_DO = '', FAULT_SLOW, FAULT_SPARES } = process.env;
const original = { ...fs };
let calls = 0;
let inside = false;
let finished = false;

/** Runs one call with what is to happen at it. `half` does half of the work, where that is possible. */
const at = (call, half) => {
  // What node's own functions call, such as rmSync for each file, differs from run to run.
  if (inside) return call();
  calls++;
  if (FAULT_SLOW) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * Number(FAULT_SLOW));
  const code = FAULT_DO.replace('+', '');
  const isHit = calls === Number(FAULT_AT) || (FAULT_DO.endsWith('+') && calls > Number(FAULT_AT));
  if (!isHit || finished) return call();
  if (FAULT_DO.startsWith('run:')) execSync(FAULT_DO.slice(4));
  if (code.startsWith('SIG')) {
    if (half && code === 'SIGKILL') half();
    try {
      return call();
    } finally {
      process.kill(process.pid, code);
    }
  }
  if (code.startsWith('E')) {
    half?.();
    throw Object.assign(new Error(`${code}: injected`), { code });
  }
  return call();
};

const alone = (call) => {
  const before = inside;
  inside = true;
  try {
    return call();
  } finally {
    inside = before;
  }
};

const halves = {
  rmSync: (path) =>
    alone(() => {
      for (const inner of original.readdirSync(path))
        original.rmSync(join(path, inner, 'new'), { recursive: true, force: true });
    }),
  // A path, or the number of an open file.
  writeFileSync: (file, text) => original.writeFileSync(file, text.slice(0, text.length / 2)),
};

/** Node itself reads the program, and what the system says of processes is no file of ours. */
const isSparedPath = (path) =>
  /\.c?js$|^\/proc\//.test(path) || (FAULT_SPARES !== undefined && `${path}/`.startsWith(`${FAULT_SPARES}/`));
/** The numbers of open files that are spared. */
const sparedFiles = new Set();
const isSpared = (file) => (typeof file === 'string' ? isSparedPath(file) : sparedFiles.has(file));

/** Makes a call that is not counted. */
const spared = (name, args) => {
  const answer = alone(() => original[name](...args));
  if (name === 'openSync') sparedFiles.add(answer);
  if (name === 'closeSync') sparedFiles.delete(args[0]);
  return answer;
};

for (const name of [
  'openSync',
  'fstatSync',
  'readSync',
  'readFileSync',
  'fchmodSync',
  'fsyncSync',
  'closeSync',
  'mkdirSync',
  'writeFileSync',
  'linkSync',
  'renameSync',
  'copyFileSync',
  'symlinkSync',
  'rmSync',
  'rmdirSync',
])
  fs[name] = (...args) =>
    isSpared(args[0])
      ? spared(name, args)
      : at(() => alone(() => original[name](...args)), halves[name] && (() => halves[name](...args)));

process.on('exit', () => {
  finished = true;
  if (FAULT_COUNT) original.writeFileSync(FAULT_COUNT, String(calls));
});
