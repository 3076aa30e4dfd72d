import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { Reading } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { OwnFiles } from './own-files.js';
import { errorCode, sha256 } from './read-input.js';
import { writeFiles } from './write-files.js';

/**
 * Replaces a file in one step, and keeps the old one beside it as `<name>.bak`: at every moment there is a whole file of that
 * name. Permissions stay; where the path is a symbolic link, the file that it leads to is replaced. Without `force` an existing
 * backup is left alone and nothing is written.
 *
 * @param original the SHA-256 of the file that the new one was made from. Where another program has written it since, be it while this
 *   run waited for its turn, nothing is written: what is new in it may be a person's, who has to see what becomes of it
 * @param own does not read the file itself
 * @returns the backup's path. Refusals: `file-changed`, `file-exists` (the backup) and the others of `writeFiles`
 */
export const replaceFile = async (
  path: string,
  bytes: Uint8Array,
  { original, force, own }: { readonly original: string; readonly force: boolean; readonly own: OwnFiles },
): Promise<Reading<string>> => {
  try {
    const target = realpathSync(path);
    const backup = `${target}.bak`;
    const mode = statSync(target).mode & 0o7777;
    const old = readFileSync(target);
    if (sha256(old) !== original) return { ok: false, diagnostics: [diagnostic('file-changed', { file: path })] };
    const failed = await writeFiles(
      [
        { path: backup, text: old, mode, force },
        { path: target, text: bytes, mode, force: true, replaces: original },
      ],
      { force, own },
    );
    return failed.length > 0 ? { ok: false, diagnostics: failed } : { ok: true, value: backup, diagnostics: [] };
  } catch (error) {
    return { ok: false, diagnostics: [diagnostic('file-unwritable', { file: path }, { reason: errorCode(error) })] };
  }
};

/** True where both paths lead to one file; a path that leads nowhere leads to none. */
export const isSameFile = (one: string, other: string): boolean => {
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
};
