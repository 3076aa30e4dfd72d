import { type BigIntStats, fstatSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { foldName } from '../text/fold-name.js';

/**
 * The files that a run reads, and those that it writes or is going to: it overwrites none of them, `--force` or not, whichever of
 * its names leads to it.
 */
export interface OwnFiles {
  /** Asked for only where an output stands in the way of something. */
  readonly reads: () => readonly string[];
  /** What is written where, by place. */
  readonly writes: Map<string, string>;
  /** Purposes for which nothing is written any more, as another file had that place first. */
  readonly contested: Set<string>;
  /** Folders with their links followed. */
  readonly folders: Map<string, string>;
  readIds?: ReadonlySet<string> | undefined;
}

export const ownFiles = (reads: () => readonly (string | undefined)[]): OwnFiles => ({
  reads: () => reads().filter((path) => path !== undefined),
  writes: new Map(),
  contested: new Set(),
  folders: new Map(),
});

/** A file to write, and what it is for, such as `--zip` or a host's name. */
export interface Planned {
  readonly path: string;
  readonly purpose: string;
}

/** Says that the run is going to write files. They were looked at with `clashesOf`. */
export const reserve = (own: OwnFiles, files: readonly Planned[]): void => {
  for (const { path, purpose } of files) for (const place of placesOf(own, path)) own.writes.set(place, purpose);
};

/**
 * What keeps files from being written, as the run reads or writes there itself: `output-is-input`, `output-is-stream` (standard output or
 * error goes into the file), `output-twice`. Where one purpose takes the place of another, neither is written.
 */
export const clashesOf = (own: OwnFiles, files: readonly Planned[]): readonly Diagnostic[] => {
  const taken = new Map<string, string>();
  return files.flatMap(({ path: file, purpose }): readonly Diagnostic[] => {
    const places = placesOf(own, file);
    const other = places
      .flatMap((place) => taken.get(place) ?? own.writes.get(place) ?? [])
      .find((one) => one !== purpose);
    for (const place of places) taken.set(place, purpose);
    if (other !== undefined) own.contested.add(other).add(purpose);
    if (other !== undefined || own.contested.has(purpose))
      return [diagnostic('output-twice', { file }, { other: other ?? 'a host' })];
    const id = idAt(file);
    if (id === undefined) return [];
    const stream = streams.find(([descriptor]) => idOf(() => fstatSync(descriptor, { bigint: true })) === id);
    if (stream !== undefined) return [diagnostic('output-is-stream', { file }, { stream: stream[1] })];
    own.readIds ??= new Set(
      [...own.reads().map(idAt), idOf(() => fstatSync(0, { bigint: true }))].flatMap((one) => one ?? []),
    );
    return own.readIds.has(id) ? [diagnostic('output-is-input', { file })] : [];
  });
};

const streams = [
  [1, 'standard output'],
  [2, 'standard error'],
] as const;

const idAt = (path: string): string | undefined => idOf(() => statSync(path, { bigint: true, throwIfNoEntry: false }));

/** What is the same for all names of a file; nothing for what is none. */
const idOf = (stat: () => BigIntStats | undefined): string | undefined => {
  try {
    const found = stat();
    return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Where a path leads: its folder without links and its name as a file system without case has it, and where it is a link, the same of
 * what that leads to.
 */
const placesOf = ({ folders }: OwnFiles, path: string): readonly string[] => {
  const whole = resolve(path);
  const folder = dirname(whole);
  const real = folders.get(folder) ?? realFolder(folder);
  folders.set(folder, real);
  const own = foldName(join(real, basename(whole)));
  const isLink = lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink();
  const behind = isLink ? foldName(realFolder(whole)) : own;
  return behind === own ? [own] : [own, behind];
};

/** The path without links, as far as it leads to something. */
const realFolder = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realFolder(above), basename(path));
  }
};
