import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../../src/node/own-files.js';
import { newToken } from '../../src/node/process-identity.js';
import { writeFiles } from '../../src/node/write-files.js';
import { putFiles } from './faults.js';

/** Makes folders with these files in them, each another one in `root`. */
export const folderMaker = (root: string) => {
  let count = 0;
  return (files: Record<string, string> = {}): string => {
    const folder = join(root, String(count++));
    mkdirSync(folder);
    putFiles(folder, files);
    return folder;
  };
};

/** Writes "new" to each path; answers with the codes of what was reported. */
export const write = async (force: boolean, ...paths: string[]): Promise<string[]> =>
  (
    await writeFiles(
      paths.map((path) => ({ path, text: 'new' })),
      { force, own: ownFiles(() => []) },
    )
  ).map(({ code }) => code);

export const [here = '', , begun = ''] = newToken().split('-');
/** The id of a process that has ended. */
const deadId = spawnSync(process.execPath, ['-e', '']).pid;
export const dead = `${here}-${deadId}-${begun}-0123456789ab`;
export const elsewhere = `00000000-${deadId}-${begun}-0123456789ab`;

/** A folder as a run leaves it that was killed when it had placed its first file of three over old ones. */
export const interrupted = (
  newFolder: ReturnType<typeof folderMaker>,
  token: string,
  owner: string = JSON.stringify({ names: ['a', 'b', 'c'] }),
) => {
  const folder = newFolder({ a: 'new a', b: 'old b', mine: 'mine' });
  const placing = join(folder, '.exchange-stig-placing');
  putFiles(join(placing, token), { 'old/a': 'old a', 'new/b': 'new b', 'new/c': 'new c', owner });
  return { folder, placing };
};
export const undone = { files: { a: 'old a', b: 'old b', mine: 'mine', other: 'new' }, hidden: [] };
