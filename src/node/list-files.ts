import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a folder and those below it, hidden ones too, as `/`-separated paths from it, sorted by code unit so that the order is
 * the same on every machine; a folder without anything in it as a path that ends in `/`. The folder `without` is left out. Links are followed, but
 * not to a folder that they are in. Throws what the file system says.
 */
export const listFiles = (folder: string, without: string): readonly string[] => {
  const found: string[] = [];
  const visit = (path: string, from: string, above: readonly string[]): void => {
    const real = realpathSync(path);
    if (above.includes(real)) return;
    const entries = readdirSync(path, { withFileTypes: true });
    if (entries.length === 0 && from !== '') found.push(from);
    for (const entry of entries) {
      const at = join(path, entry.name);
      if (at === without) continue;
      if (isFolder(entry, at)) visit(at, `${from}${entry.name}/`, [...above, real]);
      else found.push(`${from}${entry.name}`);
    }
  };
  visit(folder, '', []);
  return found.sort();
};

/** A link that leads nowhere is a file: reading it will say what is wrong. */
const isFolder = (entry: Dirent, at: string): boolean =>
  entry.isDirectory() || (entry.isSymbolicLink() && statSync(at, { throwIfNoEntry: false })?.isDirectory() === true);
