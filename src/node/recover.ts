import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './read-input.js';
import {
  duplicate,
  existsAt,
  isOurs,
  machine,
  newToken,
  ownerOf,
  placingName,
  prefix,
  removeTree,
  writingPath,
} from './working-folder.js';

/**
 * Removes what runs that are gone have left in a folder, and puts the old files back where one was killed while its files
 * took their names. What belongs to a run that goes on, to another user or to nobody known stays.
 */
export const cleanUp = (target: string): void => {
  for (const name of listFolder(target)) {
    const [, kind, token] = /^\.exchange-stig-(writing|undoing)-([0-9a-f]{8}-\d+-[0-9a-f]{12})$/.exec(name) ?? [];
    const path = join(target, name);
    const holder = name === placingName ? ownerOf(path)?.token : token;
    if (holder === undefined || !isMine(path) || !isDead(holder, path)) continue;
    if (kind === 'writing') removeTree(path);
    else takeOver(target, path);
  }
};

/** Several runs may see the same dead one: the folder is theirs who rename it, and they look again at what they have got. */
const takeOver = (target: string, path: string): void => {
  const expected = ownerOf(path)?.token;
  const taken = { target, token: newToken() };
  const mine = join(target, `${prefix}undoing-${taken.token}`);
  try {
    renameSync(path, mine);
  } catch {
    return;
  }
  if (ownerOf(mine)?.token !== expected) {
    renameSync(mine, path);
    return;
  }
  undo(target, mine);
  renameSync(mine, writingPath(taken));
  removeTree(writingPath(taken));
};

/**
 * Puts back what stood in `target` before the run of this working folder began to place its files. Doing it twice does no
 * harm. A file that had no predecessor is removed, but only where it is the very file that was placed: it left `new/` for its
 * name, or is the same file under two names. Throws what the file system says.
 */
export const undo = (target: string, working: string): void => {
  for (const name of ownerOf(working)?.names ?? []) {
    const [at, fresh, old] = [join(target, name), join(working, 'new', name), join(working, 'old', name)];
    if (existsAt(old)) {
      // The old one stays here as well, so that who is killed now can be undone by another in the same way.
      rmSync(join(working, 'back'), { force: true });
      duplicate(old, join(working, 'back'), join(working, 'part'));
      renameSync(join(working, 'back'), at);
    } else if (!existsAt(fresh) || isSameEntry(fresh, at)) rmSync(at, { force: true });
  }
};

/** A folder that somebody else made could name files that are none of ours. Systems without user ids have no such check. */
const isMine = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
};

/** No run takes a day: older ones are dead whatever machine they ran on and whoever has their process id now. */
const isDead = (token: string, path: string): boolean => {
  if (isOurs(token)) return false;
  const [where, id] = token.split('-');
  return (where === machine() && !isRunning(Number(id))) || ageOf(path) > 24 * 60 * 60 * 1000;
};

const isRunning = (id: number): boolean => {
  // Every run in a container may have the same id: it is this run's, and the folder is not.
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
};

const ageOf = (path: string): number => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
};

const listFolder = (path: string): readonly string[] => {
  try {
    return readdirSync(path).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
};

const isSameEntry = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
};
