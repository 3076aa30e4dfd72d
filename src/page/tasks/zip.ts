import { Zip, ZipDeflate } from 'fflate';
import type { OutputView } from './views.js';

/**
 * Packs files into one zip archive, in the order of their names and with one time, so that the same files give the same bytes.
 *
 * @param time ISO 8601 in UTC with `Z`; a zip holds it to two seconds
 */
export const zip = async (task: { readonly files: readonly OutputView[]; readonly time: string }): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Uint8Array(chunk));
  });
  const mtime = asLocal(task.time);
  for (const { fileName, blob } of [...task.files].sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
    const entry = new ZipDeflate(fileName, { level: 6 });
    entry.mtime = mtime;
    archive.add(entry);
    entry.push(new Uint8Array(await blob.arrayBuffer()), true);
  }
  archive.end();
  return new Blob(parts, { type: 'application/zip' });
};

/** The library writes a time as the clock on the wall here shows it. A zip's years begin with 1980. */
const asLocal = (time: string): Date => {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = time.match(/\d+/g)?.map(Number) ?? [];
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, hour, minute, second);
};
