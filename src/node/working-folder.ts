import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { claim, giveUp, isToken, newToken } from './process-identity.js';
import { errorCode } from './read-input.js';

/*
 * While files are written, a hidden folder beside them holds the new ones (`new/`), later the old ones (`old/`), and `owner`,
 * which says which files it is about. Where it stands says how far the work is, and is changed in one step:
 *
 *   .exchange-stig-writing-<token>/<token>/   new files are being written; nothing beside it has changed. May be thrown away
 *   .exchange-stig-placing/<token>/           files are taking their names. There is one at a time: it is the lock of the folder
 *
 * From `placing` it goes back to `writing` when all files have their names; then it is removed. A run that was killed at any moment
 * leaves either nothing to undo or all that is needed to undo it, which the next run in the folder does (recover.ts).
 *
 * Every step of placing and undoing has a path with the token in it. Another run takes a lock over by renaming `<token>`: from
 * then on each step of the first one fails, should it be alive after all (stopped, or on a machine that was out of reach). So
 * nobody has to be known to be dead for certain.
 */
export const prefix = '.exchange-stig-';
export const placingName = `${prefix}placing`;

export interface WorkingFolder {
  /** The folder where the files are to be. */
  readonly target: string;
  readonly token: string;
}

/** Makes a working folder in `target` for files of these names. Throws what the file system says. */
export const openWorkingFolder = (target: string, names: readonly string[]): WorkingFolder => {
  const folder = { target, token: newToken() };
  claim(folder.token);
  try {
    mkdirSync(outerPath(folder), { mode: 0o700 });
    mkdirSync(writingPath(folder), { mode: 0o700 });
    mkdirSync(writingPath(folder, 'new'));
    mkdirSync(writingPath(folder, 'old'));
    writeFileSync(writingPath(folder, 'owner'), JSON.stringify({ names }));
    return folder;
  } catch (error) {
    closeWorkingFolder(folder);
    throw error;
  }
};

const outerPath = ({ target, token }: WorkingFolder): string => join(target, `${prefix}writing-${token}`);

export const writingPath = (folder: WorkingFolder, ...rest: readonly string[]): string =>
  join(outerPath(folder), folder.token, ...rest);

export const placingPath = ({ target, token }: WorkingFolder, ...rest: readonly string[]): string =>
  join(target, placingName, token, ...rest);

/** Takes the lock of the target folder. False where another run has it. */
export const startPlacing = (folder: WorkingFolder): boolean => {
  const lock = join(folder.target, placingName);
  try {
    renameSync(outerPath(folder), lock);
    return true;
  } catch (error) {
    // A network file system may have done what it says has failed.
    if (isPlacing(folder)) return true;
    // An empty folder is a lock that was given back; not every system replaces it.
    removeIfEmpty(lock);
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(errorCode(error)) || existsAt(lock);
    if (isTaken && existsAt(writingPath(folder))) return false;
    throw error;
  }
};

/** False where somebody has taken the lock over. */
export const isPlacing = (folder: WorkingFolder): boolean => existsAt(placingPath(folder));

/**
 * Gives the lock back, and with it up what could be undone: where all files have their names, this is the moment from which they
 * stay. Throws where the lock was taken over.
 */
export const endPlacing = (folder: WorkingFolder): void => {
  mkdirSync(outerPath(folder), { recursive: true, mode: 0o700 });
  try {
    renameSync(placingPath(folder), writingPath(folder));
  } catch (error) {
    if (!existsAt(writingPath(folder))) throw error;
  }
  removeIfEmpty(join(folder.target, placingName));
};

/** A lock that a run holds; without a token where something else stands in its place. */
export interface Lock {
  readonly token?: string | undefined;
}

/** Who holds the lock of a folder; undefined where nobody does. */
export const lockOf = (target: string): Lock | undefined => {
  try {
    const names = readdirSync(join(target, placingName));
    return names.length === 0 ? undefined : { token: names.find(isToken) };
  } catch (error) {
    return errorCode(error) === 'ENOTDIR' && existsAt(join(target, placingName)) ? {} : undefined;
  }
};

/**
 * The names of the files that a working folder is about. Where that cannot be read, those of which it holds something; what leads
 * out of the target folder is never one.
 */
export const namesIn = (working: string): readonly string[] => {
  try {
    const { names }: { readonly names?: unknown } = JSON.parse(readFileSync(join(working, 'owner'), 'utf8'));
    if (Array.isArray(names) && names.every(isPlainName)) return names;
  } catch {
    // It was cut off, or is another program's.
  }
  return [...new Set(['old', 'new'].flatMap((inner) => listFolder(join(working, inner))))];
};

/** The names in a folder; none where it cannot be read. */
export const listFolder = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const isPlainName = (name: unknown): boolean =>
  typeof name === 'string' && name === basename(name) && !['', '.', '..'].includes(name);

/** Removes a working folder with what is in it. What cannot be removed is left to the next run. */
export const closeWorkingFolder = (folder: WorkingFolder): void => {
  removeTree(outerPath(folder));
  giveUp(folder.token);
};

export const removeTree = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run tries again.
  }
};

export const removeIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // There is something in it, or it is gone.
  }
};

/**
 * A second name for a file: the very file where the file system has hard links, else a copy, which is made under the name
 * `part` so that it is whole once it has its own.
 */
export const duplicate = (from: string, to: string, part: string): void => {
  if (lstatSync(from).isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    copyFileSync(from, part);
    renameSync(part, to);
  }
};

/** True where there is an entry of that name, be it a symbolic link that leads nowhere. */
export const existsAt = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** True where both are names of one entry. */
export const isSameEntry = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
};
