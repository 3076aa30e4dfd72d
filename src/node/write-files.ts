import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { diagnostic } from '../diagnostics/catalog.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { errorCode } from './read-input.js';

export interface OutputFile {
  readonly path: string;
  /** A text is written as UTF-8, bytes as they are. */
  readonly text: string | Uint8Array;
}

/**
 * Writes files so that each is whole or not there: every text goes to a temporary file in the target's folder first, and
 * only when all of them are on disk they take their names. Without `force` an existing file is left alone and nothing is
 * written at all. Answers with the reason where it failed (`file-exists`, `file-unwritable`), else with nothing.
 */
export const writeFiles = async (
  files: readonly OutputFile[],
  { force }: { readonly force: boolean },
): Promise<readonly Diagnostic[]> => {
  const existing = force ? [] : await Promise.all(files.map(async (file) => ((await exists(file.path)) ? [file] : [])));
  if (existing.flat().length > 0) return existing.flat().map((file) => diagnostic('file-exists', { file: file.path }));
  const staged: { readonly path: string; readonly temporary: string }[] = [];
  const placed: string[] = [];
  let current = '';
  try {
    for (const file of files) {
      current = file.path;
      await mkdir(dirname(file.path), { recursive: true });
      const temporary = join(dirname(file.path), `.${basename(file.path).slice(0, 200)}.${process.pid}.tmp`);
      staged.push({ path: file.path, temporary });
      await writeDurably(temporary, file.text);
    }
    for (const { path, temporary } of staged) {
      current = path;
      if (force) await rename(temporary, path);
      else await placeNew(temporary, path);
      placed.push(path);
    }
    return [];
  } catch (error) {
    if (!force) await Promise.all(placed.map((path) => rm(path, { force: true })));
    const code = errorCode(error);
    return [
      code === 'EEXIST'
        ? diagnostic('file-exists', { file: current })
        : diagnostic('file-unwritable', { file: current }, { actual: code }),
    ];
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})));
  }
};

/** Writes a new file and waits until it is on disk. `mode`: its permissions, whatever the process takes away by default. */
export const writeDurably = async (path: string, text: string | Uint8Array, mode?: number): Promise<void> => {
  const handle = await open(path, 'wx');
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A hard link fails where the name is taken, which a rename does not; not every file system has them. */
const placeNew = async (temporary: string, path: string): Promise<void> => {
  try {
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    if (await exists(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    await rename(temporary, path);
  }
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error) => errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR',
  );
