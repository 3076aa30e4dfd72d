import { linkSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { lockAll } from './folder-lock.js';
import { errorCode, sha256 } from './read-input.js';
import { undo } from './recover.js';
import type { SignalWatch } from './signals.js';
import {
  duplicate,
  endPlacing,
  existsAt,
  isPlacing,
  isSameEntry,
  placingPath,
  type WorkingFolder,
} from './working-folder.js';

export interface OutputFile {
  readonly path: string;
  /** A text is written as UTF-8, bytes as they are. */
  readonly text: string | Uint8Array;
  /** Whether it may replace a file that exists, where that differs from the other files. */
  readonly force?: boolean;
  /** What it is for, where its name does not tell (own-files.ts). */
  readonly purpose?: string;
  /** The SHA-256 of the file that it may replace: what another program has written in the meantime stays. */
  readonly replaces?: string;
  /** Its permissions, where they are not what the process gives to new files. */
  readonly mode?: number;
}

/** Writes files, all of them or none; answers with the reasons where it could not. */
export type WriteOutputs = (files: readonly OutputFile[]) => Promise<readonly Diagnostic[]>;

/** The files that go into one folder, and the folder in which they are made. */
export interface Batch {
  readonly folder: WorkingFolder;
  readonly files: readonly OutputFile[];
}

/**
 * Gives files that are whole their names: all of them or, where one fails, none. Waits for other runs that do so in the same
 * folders; that is all it waits for, so that no signal is heard between the first name and the last.
 *
 * @returns the reason where it failed: `file-exists`, `file-changed`, `file-unwritable`, those of `whenFree`. Throws the signal that came while it waited
 */
export const placeAll = async (batches: readonly Batch[], signals: SignalWatch): Promise<readonly Diagnostic[]> => {
  const folders = batches.map(({ folder }) => folder);
  let current = batches[0]?.files[0]?.path ?? '';
  try {
    const busy = await lockAll(folders, signals);
    if (busy.length > 0) return busy;
    // Others may have written while this run waited.
    const changed = batches.flatMap(({ files }) => files).find(isChanged);
    if (changed !== undefined) return giveBack(folders, diagnostic('file-changed', { file: changed.path }));
    for (const { folder, files } of batches)
      for (const file of files) {
        current = file.path;
        place(folder, nameOf(file), file.force === true);
      }
    for (const folder of folders) endPlacing(folder);
    return [];
  } catch (error) {
    const code = errorCode(error);
    return giveBack(
      folders,
      code === 'EEXIST'
        ? diagnostic('file-exists', { file: current })
        : diagnostic('file-unwritable', { file: current }, { reason: code }),
    );
  }
};

export const nameOf = ({ path }: OutputFile): string => basename(path);

const isChanged = ({ path, replaces }: OutputFile): boolean =>
  replaces !== undefined && sha256(readFileSync(path)) !== replaces;

/** Gives one file its name. Throws what the file system says, `EEXIST` where the name is taken. */
export const place = (folder: WorkingFolder, name: string, force: boolean): void => {
  const [at, fresh, old] = [
    join(folder.target, name),
    placingPath(folder, 'new', name),
    placingPath(folder, 'old', name),
  ];
  if (force && existsAt(at)) {
    duplicate(at, old, placingPath(folder, 'part'));
    renameSync(fresh, at);
  } else placeNew(fresh, at);
};

/** A hard link fails where the name is taken, which a rename does not; not every file system has them. */
const placeNew = (fresh: string, at: string): void => {
  try {
    linkSync(fresh, at);
  } catch (error) {
    // A network file system may say so of its own second try, and of a folder that was taken over nothing is left to rename.
    if (isSameEntry(fresh, at)) return;
    if (['EEXIST', 'ENOENT'].includes(errorCode(error))) throw error;
    if (existsAt(at)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    renameSync(fresh, at);
  }
};

/** Puts the old files back and gives the locks back. What cannot be put back now is left to the next run. */
const giveBack = (folders: readonly WorkingFolder[], reason: Diagnostic): readonly Diagnostic[] => {
  for (const folder of folders)
    try {
      if (!isPlacing(folder)) continue;
      undo(folder.target, placingPath(folder));
      endPlacing(folder);
    } catch {
      // The working folder stays, and with it all that is needed.
    }
  return [reason];
};
