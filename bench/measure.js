// Whole processes, side by side: every contender once in each round, in turn, so that what else the machine does meets all alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const command = join(root, 'bin/exchange-stig.cjs');

/**
 * A process to measure. `prepare` is not timed. `ok`: the exit codes that count as done.
 * @typedef {{ name: string, program?: string, args: readonly string[], ok?: readonly number[], cwd?: string,
 *   env?: Record<string, string>, prepare?: () => void }} Contender
 */

/**
 * Runs each contender once untimed, which also finds its peak memory (of a node process), then `rounds` times in turn.
 * Answers with milliseconds and MiB.
 */
export const sideBySide = (contenders, rounds) => {
  const results = contenders.map((contender) => ({
    contender,
    times: [],
    cpu: [],
    user: [],
    peakMiB: peakOf(contender),
  }));
  for (let round = 0; round < rounds; round++)
    for (const { contender, times, cpu, user } of results) {
      contender.prepare?.();
      const before = childrenCpuMs();
      const start = process.hrtime.bigint();
      run(contender);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
      const after = childrenCpuMs();
      cpu.push(after.user + after.kernel - before.user - before.kernel);
      user.push(after.user - before.user);
    }
  const [base] = results;
  return results.map(({ contender, times, cpu, user, peakMiB }) => ({
    name: contender.name,
    medianMs: median(times),
    lowestMs: Math.min(...times),
    highestMs: Math.max(...times),
    ratio: median(times) / median(base.times),
    cpuMs: mean(cpu),
    userMs: mean(user),
    cpuLowestMs: Math.min(...cpu),
    cpuHighestMs: Math.max(...cpu),
    cpuRatio: mean(cpu) / mean(base.cpu),
    peakMiB,
    rounds,
  }));
};

/**
 * What all ended children have computed so far, threads included, and the kernel for them, in milliseconds; NaN where there is no /proc. It
 * is counted in ticks of 10 ms, so that only a sum over many runs says something of a short one.
 */
const childrenCpuMs = () => {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return { user: Number(fields[13]) * 10, kernel: Number(fields[14]) * 10 };
  } catch {
    return { user: Number.NaN, kernel: Number.NaN };
  }
};

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const run = ({ name, program = process.execPath, args, ok = [0], cwd = root, env: own }, env = {}) => {
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...own, ...env },
    maxBuffer: 1 << 30,
  });
  if (!ok.includes(status)) throw new Error(`${name} ended with ${status ?? error?.message}: ${stderr}`.slice(0, 2000));
};

const peakOf = (contender) => {
  contender.prepare?.();
  if (contender.program !== undefined) {
    run(contender);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peak-'));
  const file = join(folder, 'peak');
  try {
    run({ ...contender, args: ['--require', join(root, 'bench/peak.cjs'), ...contender.args] }, { BENCH_PEAK: file });
    return Number(readFileSync(file, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A folder that is gone when `use` is done. */
export const inFolder = (use) => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-bench-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
