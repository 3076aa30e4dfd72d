import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ListedFiles {
  readonly files: readonly string[];
  readonly inside: readonly string[];
}

/**
 * The files of a folder and those below it, hidden ones too, as `/`-separated paths from it, sorted by code unit so that the order is
 * the same on every machine; a folder without anything in it as a path that ends in `/`. Those in the folder `without`, by whichever name it
 * is met, are listed apart. Links are followed, but not to a folder that they are in. Throws what the file system says.
 */
export const listFiles = (folder: string, without: string): ListedFiles => {
  const found: string[] = [];
  const inside: string[] = [];
  const apart = idOf(without);
  const visit = (path: string, from: string, above: readonly string[], into: string[]): void => {
    const real = realpathSync(path);
    if (above.includes(real)) return;
    const entries = readdirSync(path, { withFileTypes: true });
    if (entries.length === 0 && from !== '') into.push(from);
    for (const entry of entries) {
      const at = join(path, entry.name);
      if (!isFolder(entry, at)) into.push(`${from}${entry.name}`);
      else
        visit(at, `${from}${entry.name}/`, [...above, real], apart !== undefined && idOf(at) === apart ? inside : into);
    }
  };
  visit(folder, '', [], found);
  return { files: found.sort(), inside: inside.sort() };
};

/** The file system's own name of a folder; nothing where there is none. */
const idOf = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
};

/** A link that leads nowhere is a file: reading it will say what is wrong. */
const isFolder = (entry: Dirent, at: string): boolean =>
  entry.isDirectory() || (entry.isSymbolicLink() && statSync(at, { throwIfNoEntry: false })?.isDirectory() === true);
