import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { errorCode } from './read-input.js';

/*
 * While files are written, a hidden folder beside them holds the new ones (`new/`), later the old ones (`old/`), and `owner`,
 * which says whose it is and which files it is about. Its name says how far the work is, and is changed in one step:
 *
 *   .exchange-stig-writing-<token>   new files are being written; nothing beside it has changed. May be thrown away
 *   .exchange-stig-placing           files are taking their names. There is one at a time: it is the lock of the folder
 *   .exchange-stig-undoing-<token>   another run is putting the old files back for one that died while placing
 *
 * From `placing` it goes back to `writing` when all files have their names; then it is removed. So a run that was killed at
 * any moment leaves either nothing to undo or all that is needed to undo it, which the next run in the folder does
 * (recover.ts).
 */
export const prefix = '.exchange-stig-';
export const placingName = `${prefix}placing`;

export interface WorkingFolder {
  /** The folder where the files are to be. */
  readonly target: string;
  readonly token: string;
}

/** What the file `owner` holds. */
export interface Owner {
  readonly token: string;
  readonly names: readonly string[];
}

const ours = new Set<string>();

/** True for the token of a working folder that this process has open. */
export const isOurs = (token: string): boolean => ours.has(token);

/** A token says where and by which process it was made. */
export const newToken = (): string => `${machine()}-${process.pid}-${randomBytes(6).toString('hex')}`;

/** A hash, because the name of the machine is nobody's business who sees the list of files. */
export const machine = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Makes a working folder in `target` for files of these names. Throws what the file system says. */
export const openWorkingFolder = (target: string, names: readonly string[]): WorkingFolder => {
  const folder = { target, token: newToken() };
  ours.add(folder.token);
  try {
    mkdirSync(writingPath(folder), { mode: 0o700 });
    mkdirSync(writingPath(folder, 'new'));
    mkdirSync(writingPath(folder, 'old'));
    writeFileSync(writingPath(folder, 'owner'), JSON.stringify({ token: folder.token, names } satisfies Owner));
    return folder;
  } catch (error) {
    closeWorkingFolder(folder);
    throw error;
  }
};

export const writingPath = ({ target, token }: WorkingFolder, ...rest: readonly string[]): string =>
  join(target, `${prefix}writing-${token}`, ...rest);

export const placingPath = ({ target }: WorkingFolder, ...rest: readonly string[]): string =>
  join(target, placingName, ...rest);

/** Takes the lock of the target folder. False where another run has it. */
export const startPlacing = (folder: WorkingFolder): boolean => {
  try {
    renameSync(writingPath(folder), placingPath(folder));
    return true;
  } catch (error) {
    // Systems differ in what they say of a name that is taken; it may be free again by now.
    const isTaken = ['ENOTEMPTY', 'EEXIST'].includes(errorCode(error)) || existsAt(placingPath(folder));
    if (isTaken && existsAt(writingPath(folder))) return false;
    throw error;
  }
};

/** False where somebody has removed the lock, or has taken it for one of the dead. */
export const isPlacing = (folder: WorkingFolder): boolean => ownerOf(placingPath(folder))?.token === folder.token;

/** All files have their names: from here on nothing is undone. Gives the lock back. */
export const endPlacing = (folder: WorkingFolder): void => {
  if (!isPlacing(folder)) throw new Error(`${placingName} was taken away`);
  renameSync(placingPath(folder), writingPath(folder));
};

/** What a working folder says of itself; nothing where it could lead out of its target folder. */
export const ownerOf = (working: string): Owner | undefined => {
  try {
    const { token, names }: Partial<Owner> = JSON.parse(readFileSync(join(working, 'owner'), 'utf8'));
    const isUsable = typeof token === 'string' && Array.isArray(names) && names.every(isPlainName);
    return isUsable ? { token, names } : undefined;
  } catch {
    return undefined;
  }
};

const isPlainName = (name: unknown): boolean =>
  typeof name === 'string' && name === basename(name) && !['', '.', '..'].includes(name);

/** Removes a working folder with what is in it. What cannot be removed is left to the next run. */
export const closeWorkingFolder = (folder: WorkingFolder): void => {
  removeTree(writingPath(folder));
  ours.delete(folder.token);
};

export const removeTree = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run tries again.
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
