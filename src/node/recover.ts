import { lstatSync, mkdirSync, renameSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { claim, giveUp, livenessOf, newToken } from './process-identity.js';
import { errorCode } from './read-input.js';
import {
  closeWorkingFolder,
  duplicate,
  endPlacing,
  existsAt,
  isSameEntry,
  listFolder,
  lockOf,
  namesIn,
  placingName,
  placingPath,
  prefix,
  removeIfEmpty,
  removeTree,
} from './working-folder.js';

/** No run takes a day. */
const longestRun = 24 * 60 * 60 * 1000;

/**
 * Removes what runs that are gone have left in a folder beside its lock. What belongs to a run that goes on, to another user or to
 * nobody known stays.
 */
export const tidy = (target: string): void => {
  for (const name of listFolder(target).filter((one) => one.startsWith(prefix))) {
    const path = join(target, name);
    if (name === placingName && lockOf(target) === undefined) removeIfEmpty(path);
    const [, token] = /^\.exchange-stig-writing-([0-9a-f]{8}-\d+-\d+-[0-9a-f]{12})$/.exec(name) ?? [];
    if (token === undefined || !isMine(path, target)) continue;
    const liveness = livenessOf(token);
    if (liveness === 'dead' || (liveness === 'unknown' && ageOf([path], Date.now()) > longestRun)) removeTree(path);
  }
};

/**
 * Takes the lock of a run over, puts the old files back and gives the lock up. Several runs may try: the first gets it, the others
 * are told false. Throws what the file system says; what could not be put back is left to the next run.
 */
export const takeOver = (target: string, token: string): boolean => {
  const mine = { target, token: newToken() };
  claim(mine.token);
  try {
    if (!moved(placingPath({ target, token }), placingPath(mine))) return false;
    undo(target, placingPath(mine));
    endPlacing(mine);
    closeWorkingFolder(mine);
    return true;
  } finally {
    giveUp(mine.token);
  }
};

/** False where it is gone. */
const moved = (from: string, to: string): boolean => {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return existsAt(to);
    throw error;
  }
};

/**
 * Puts back what stood in `target` before the run of this working folder began to place its files. Doing it twice does no
 * harm. A file that had no predecessor is removed, but only where it is the very file that was placed: it left `new/` for its
 * name, or is the same file under two names. It is moved and not deleted, as each step has to fail once the lock was taken over.
 * Throws what the file system says.
 */
export const undo = (target: string, working: string): void => {
  for (const name of namesIn(working)) {
    const [at, fresh, old] = [join(target, name), join(working, 'new', name), join(working, 'old', name)];
    if (existsAt(old)) {
      // The old one stays here as well, so that where this run is killed now, another can undo it in the same way.
      rmSync(join(working, 'back'), { force: true });
      duplicate(old, join(working, 'back'), join(working, 'part'));
      renameSync(join(working, 'back'), at);
    } else if (existsAt(at) && (!existsAt(fresh) || isSameEntry(fresh, at))) renameSync(at, join(working, 'gone'));
  }
};

/** How long ago the last step of the run that holds a lock was, in milliseconds by the clock of the file system. */
export const ageOfLock = (target: string, token: string): number => {
  const now = probe(target)?.mtimeMs;
  const working = placingPath({ target, token });
  const paths = [join(target, placingName), working, join(working, 'new'), join(working, 'old')];
  return now === undefined ? 0 : ageOf(paths, now);
};

/** A rename changes a folder's ctime; what happens in it, its mtime. */
const ageOf = (paths: readonly string[], now: number): number => {
  const found = paths.map((path) => lstatSync(path, { throwIfNoEntry: false }));
  const times = found.flatMap((stats) => (stats === undefined ? [] : [stats.mtimeMs, stats.ctimeMs]));
  return times.length === 0 ? 0 : now - Math.max(...times);
};

/**
 * A folder that another user made could name files that are not ours to touch. Network file systems may give files to another user
 * than the one who makes them: then it is the same one to whom they give a folder of this run. Systems without user ids have no such
 * check.
 */
export const isMine = (path: string, target: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  return process.getuid === undefined || found.uid === process.getuid() || found.uid === probe(target)?.uid;
};

/** What the file system says of a folder that is made just now. */
const probe = (target: string): Stats | undefined => {
  const path = join(target, `${prefix}writing-${newToken()}`);
  try {
    mkdirSync(path, { mode: 0o700 });
    return lstatSync(path);
  } catch {
    return undefined;
  } finally {
    removeIfEmpty(path);
  }
};
