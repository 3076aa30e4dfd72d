import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { zipArchive } from '../bytes/zip-archive.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type OutputFile, placeAll } from './place-files.js';
import { errorCode, sha256 } from './read-input.js';
import type { SignalWatch } from './signals.js';
import { closeWorkingFolder, openWorkingFolder, type WorkingFolder, writingPath } from './working-folder.js';

export interface ZipEntry {
  /** `/`-separated, as it is to stand in the archive. */
  readonly name: string;
  readonly path: string;
  /** Of the file as it was written: one that has changed since is not archived. */
  readonly sha256: string;
}

/** What the format without its 64-bit extension can count and measure. */
const mostEntries = 65_535;
const mostBytes = 0xffff_ffff;

/**
 * Writes files into one zip archive, one after another, so that memory holds one of them: made beside its place, then given its
 * name. The same files and time give the same bytes on every machine: entries are sorted by name (`zipArchive`).
 *
 * @param assessedAt ISO 8601 in UTC with `Z`
 * @returns the reason where it failed, else nothing: `archive-too-large`, `file-changed`, `file-exists`, `file-unwritable`, `folder-busy`
 */
export const writeZip = async (
  path: string,
  entries: readonly ZipEntry[],
  assessedAt: string,
  { force, signals }: { readonly force: boolean; readonly signals: SignalWatch },
): Promise<readonly Diagnostic[]> => {
  if (entries.length > mostEntries) return [tooLarge(path, `${mostEntries} files`)];
  const output: OutputFile = { path, text: '', force };
  let folder: WorkingFolder | undefined;
  try {
    folder = openWorkingFolder(resolve(dirname(path)), [basename(path)]);
    const failed = archive(writingPath(folder, 'new', basename(path)), path, entries, assessedAt, signals);
    return failed.length > 0 ? failed : await placeAll([{ folder, files: [output] }], signals);
  } catch (error) {
    return [diagnostic('file-unwritable', { file: path }, { reason: errorCode(error) })];
  } finally {
    if (folder !== undefined) closeWorkingFolder(folder);
  }
};

const archive = (
  at: string,
  path: string,
  entries: readonly ZipEntry[],
  assessedAt: string,
  signals: SignalWatch,
): readonly Diagnostic[] => {
  const descriptor = openSync(at, 'wx');
  let size = 0;
  try {
    const zip = zipArchive(assessedAt, (piece) => {
      size += piece.length;
      writeWhole(descriptor, piece);
    });
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      signals.check();
      const bytes = readFileSync(entry.path);
      if (sha256(bytes) !== entry.sha256) return [diagnostic('file-changed', { file: entry.path })];
      zip.add(entry.name, bytes);
      // Room for the list of entries that comes last.
      if (size > mostBytes - 1000 * entries.length) return [tooLarge(path, `${mostBytes} bytes`)];
    }
    zip.end();
    fsyncSync(descriptor);
    return [];
  } finally {
    closeSync(descriptor);
  }
};

const writeWhole = (descriptor: number, data: Uint8Array): void => {
  for (let from = 0; from < data.length; ) from += writeSync(descriptor, data, from);
};

const tooLarge = (file: string, limit: string): Diagnostic => diagnostic('archive-too-large', { file }, { limit });
