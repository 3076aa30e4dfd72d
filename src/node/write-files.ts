import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { groupBy } from '../text/group-by.js';
import { whenFree } from './folder-lock.js';
import { clashesOf, type OwnFiles, reserve } from './own-files.js';
import { type Batch, nameOf, type OutputFile, placeAll } from './place-files.js';
import { errorCode, kindOf } from './read-input.js';
import { tidy } from './recover.js';
import { type SignalWatch, watchSignals } from './signals.js';
import { closeWorkingFolder, existsAt, openWorkingFolder, removeIfEmpty, writingPath } from './working-folder.js';

/**
 * A run that writes very many files, group by group, and holds back the signals itself. Folders are cleaned up once, and
 * files are not forced to the disk: who loses power resumes such a run, which looks at what the files hold.
 */
export interface WritingRun {
  readonly signals: SignalWatch;
  /** The folders that were cleaned up already; kept here. */
  readonly cleaned: Set<string>;
}

/**
 * Writes files so that all of them are there or none: every text goes to a folder beside its target first
 * (working-folder.ts), and only when all of them are on disk they take their names. Where that fails, and where the process
 * is told to end before, what stood there before stands there again. Without `force` an existing file is left alone and
 * nothing is written at all, and with it none of the run's own files is overwritten. Runs that write into one folder at the same time take turns, so that the files of one run
 * stand there and not some of each. A symbolic link is replaced, not followed.
 *
 * @returns the reason where it failed, else nothing: those of `clashesOf`, `file-exists`, `file-changed`, `output-not-a-file`, `file-unwritable`, those of `whenFree`
 */
export const writeFiles = async (
  files: readonly OutputFile[],
  options: { readonly force: boolean; readonly own: OwnFiles; readonly run?: WritingRun | undefined },
): Promise<readonly Diagnostic[]> => {
  const asked = files.map((file) => ({ force: options.force, purpose: nameOf(file), ...file }));
  const { own, run } = options;
  const signals = run?.signals ?? watchSignals();
  const made: string[] = [];
  const batches: Batch[] = [];
  let current = asked[0]?.path ?? '';
  try {
    // Relative paths lead nowhere where the current folder is gone.
    const inFolders: InFolders = groupBy(asked, ({ path }) => resolve(dirname(path)));
    for (const folder of inFolders.keys()) {
      current = folder;
      if (run?.cleaned.has(folder) !== true) tidy(folder);
      run?.cleaned.add(folder);
      // Half of what stands there may be a dead run's.
      const busy = await whenFree(folder, signals);
      if (busy.length > 0) return busy;
    }
    const clashes = clashesOf(own, asked);
    if (clashes.length > 0) return clashes;
    const obstacles = asked.flatMap((file) => {
      current = file.path;
      return obstacleOf(file);
    });
    if (obstacles.length > 0) return obstacles;
    for (const [folder, [first]] of inFolders) {
      current = first.path;
      made.push(...makeFolder(folder));
    }
    for (const [target, inside] of byTarget(inFolders)) {
      current = inside[0]?.path ?? target;
      batches.push({ folder: openWorkingFolder(target, inside.map(nameOf)), files: inside });
    }
    for (const { folder, files: inside } of batches)
      for (const file of inside) {
        current = file.path;
        const path = writingPath(folder, 'new', nameOf(file));
        if (run === undefined) writeDurably(path, file);
        else writeFileSync(path, file.text, { flag: 'wx' });
      }
    if (run === undefined) {
      await signals.listen();
      signals.check();
    }
    const problems = await placeAll(batches, signals);
    if (problems.length === 0) reserve(own, asked);
    return problems;
  } catch (error) {
    return [diagnostic('file-unwritable', { file: current }, { reason: errorCode(error) })];
  } finally {
    for (const { folder } of batches) closeWorkingFolder(folder);
    for (const folder of made.reverse()) removeIfEmpty(folder);
    if (run === undefined) await signals.end();
  }
};

type InFolders = ReadonlyMap<string, readonly [OutputFile, ...OutputFile[]]>;

/** What keeps a file from being written, where that can be known before anything is done. */
const obstacleOf = (file: OutputFile): readonly Diagnostic[] => {
  if (!existsAt(file.path)) return [];
  const found = statSync(file.path, { throwIfNoEntry: false });
  // Renaming over a device or a pipe would remove it from the system.
  if (found !== undefined && !found.isFile())
    return [diagnostic('output-not-a-file', { file: file.path }, { kind: kindOf(found) })];
  return file.force ? [] : [diagnostic('file-exists', { file: file.path })];
};

/** By the folders that they lead to, in one order for all runs: they are less often in each other's way. */
const byTarget = (folders: InFolders): readonly (readonly [string, readonly OutputFile[]])[] =>
  [...groupBy([...folders], ([folder]) => realpathSync(folder))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([target, led]) => [target, led.flatMap(([, inside]) => inside)]);

/** Makes a folder with those above it, and answers with what was made, the outermost first. */
const makeFolder = (folder: string): readonly string[] => {
  const first = mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (let path = folder; first !== undefined && path.length >= first.length; path = dirname(path)) made.unshift(path);
  return made;
};

const writeDurably = (path: string, { text, mode }: OutputFile): void => {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
