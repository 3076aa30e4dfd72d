import { zipArchive } from '../../bytes/zip-archive.js';
import type { OutputView } from './views.js';

/**
 * Packs files into one zip archive, in the order of their names, so that the same files give the same bytes.
 *
 * @param time ISO 8601 in UTC with `Z`
 */
export const zip = async (task: { readonly files: readonly OutputView[]; readonly time: string }): Promise<Blob> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const archive = zipArchive(task.time, (piece) => pieces.push(new Uint8Array(piece)));
  for (const { fileName, blob } of [...task.files].sort((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    archive.add(fileName, new Uint8Array(await blob.arrayBuffer()));
  archive.end();
  return new Blob(pieces, { type: 'application/zip' });
};
