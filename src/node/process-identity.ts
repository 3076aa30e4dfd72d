import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode, sha256 } from './read-input.js';

/*
 * A token says which process made a folder: `<where>-<process id>-<start>-<random>`. On Linux `where` is a hash of the boot and of
 * the PID namespace, `start` the clock tick at which the process began. All of it is needed to tell one process from another: ids
 * are given again, containers all have the same few, and a machine keeps its name when it boots anew. Elsewhere `where` is a hash
 * of the machine's name and `start` is 0.
 */
const ours = new Set<string>();

/** A token of this process, as good as dead until it is claimed. */
export const newToken = (): string => {
  const { where, start } = thisProcess();
  return `${where}-${process.pid}-${start}-${randomBytes(6).toString('hex')}`;
};

export const isToken = (text: string): boolean => /^[0-9a-f]{8}-\d+-\d+-[0-9a-f]{12}$/.test(text);

/** Says that this process is at work under a token, until it gives it up. */
export const claim = (token: string): void => void ours.add(token);

export const giveUp = (token: string): void => void ours.delete(token);

/** The process id in a token. */
export const processIdOf = (token: string): number => Number(token.split('-')[1]);

/**
 * Whether the process of a token is at work: `unknown` where it ran on another machine, before a boot or in another PID namespace,
 * or where this system does not tell when a process began.
 */
export const livenessOf = (token: string): 'alive' | 'dead' | 'unknown' => {
  if (ours.has(token)) return 'alive';
  const here = thisProcess();
  const [where, id = '', start] = token.split('-');
  if (where !== here.where) return 'unknown';
  // This process is done with it.
  if (Number(id) === process.pid && start === here.start) return 'dead';
  if (start === '0') return isRunning(Number(id)) ? 'unknown' : 'dead';
  return startOf(id) === start ? 'alive' : 'dead';
};

interface Identity {
  readonly where: string;
  readonly start: string;
}

let identity: Identity | undefined;

const thisProcess = (): Identity => {
  if (identity === undefined) {
    // Nothing can be said of other processes where /proc is missing or shows those of another namespace.
    const unknown = process.platform === 'linux' ? randomBytes(16).toString('hex') : hostname();
    identity = fromProc() ?? { where: hash(unknown), start: '0' };
  }
  return identity;
};

const fromProc = (): Identity | undefined => {
  try {
    if (!readFileSync('/proc/self/stat', 'latin1').startsWith(`${process.pid} `)) return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const start = startOf('self');
    return start === undefined ? undefined : { where: hash(`${boot} ${readlinkSync('/proc/self/ns/pid')}`), start };
  } catch {
    return undefined;
  }
};

/** When a process began, in clock ticks since the boot; undefined where there is none, or one that has ended and is not yet reaped. */
const startOf = (id: string): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name before it may hold anything.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZXx'.includes(state) ? undefined : fields[18];
  } catch {
    return undefined;
  }
};

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
};

/** Shortened: the names of files tell nobody which machine this is. */
const hash = (text: string): string => sha256(text).slice(0, 8);
