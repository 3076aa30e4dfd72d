import { constants, copyFile, link, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { diagnostic } from '../diagnostics/catalog.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import { errorCode } from './read-input.js';
import { writeDurably } from './write-files.js';

/**
 * Replaces a file in one step, and keeps the old one beside it as `<name>.bak`: at every moment there is a whole file of that
 * name. Permissions stay; where the path is a symbolic link, the file that it leads to is replaced. Without `force` an existing
 * backup is left alone and nothing is written.
 *
 * @returns the backup's path. Refusals: `file-exists` (the backup), `file-unwritable`
 */
export const replaceFile = async (
  path: string,
  bytes: Uint8Array,
  { force }: { readonly force: boolean },
): Promise<Reading<string>> => {
  let current = path;
  let temporary: string | undefined;
  try {
    const target = await realpath(path);
    const backup = `${target}.bak`;
    temporary = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
    await writeDurably(temporary, bytes, (await stat(target)).mode & 0o7777);
    current = backup;
    if (force) {
      // Beside it first: an older backup is there until the new one is.
      await keep(target, `${temporary}.bak`);
      await rename(`${temporary}.bak`, backup);
    } else await keep(target, backup);
    current = path;
    try {
      await rename(temporary, target);
    } catch (error) {
      if (!force) await rm(backup, { force: true });
      throw error;
    }
    return { ok: true, value: backup, diagnostics: [] };
  } catch (error) {
    return { ok: false, diagnostics: [reasonOf(errorCode(error), current)] };
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => {});
  }
};

const reasonOf = (code: string, file: string): Diagnostic =>
  code === 'EEXIST' ? diagnostic('file-exists', { file }) : diagnostic('file-unwritable', { file }, { actual: code });

/** A hard link is the very same file, and fails where the name is taken; not every file system has them. */
const keep = async (target: string, backup: string): Promise<void> => {
  try {
    await link(target, backup);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    await copyFile(target, backup, constants.COPYFILE_EXCL);
  }
};

/** True where both paths lead to one file; a path that leads nowhere leads to none. */
export const isSameFile = async (one: string, other: string): Promise<boolean> => {
  try {
    const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
};
