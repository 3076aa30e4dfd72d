import { join } from 'node:path';
import { isCollection } from '../collection/is-of-collection.js';
import type { Reading } from '../diagnostics/diagnostic.js';
import { type Input, readInput } from './read-input.js';
import { listFolder } from './working-folder.js';

/** The files of a folder that the collector wrote, in an order that does not depend on the system; nothing where it is another folder. */
export const readCollectionFolder = async (
  folder: string,
  maxBytes: number,
): Promise<readonly Reading<Input>[] | undefined> => {
  const names = [...listFolder(folder)].sort();
  if (!names.some((name) => isCollection(name))) return undefined;
  const files: Reading<Input>[] = [];
  for (const name of names) files.push(await readInput(join(folder, name), async () => new Uint8Array(), maxBytes));
  return files;
};
