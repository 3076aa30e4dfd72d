import type { ExportFile } from '../assess/export-file.js';
import { type Reading, refused } from '../diagnostics/diagnostic.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { sha256 } from '../text/sha256.js';

/** A file that was dropped or chosen: its path as far as the browser tells it, with `/`, and its content. */
export interface PageFile {
  readonly path: string;
  readonly blob: Blob;
}

/** The name without the folders. */
export const baseName = (path: string): string => path.split('/').at(-1) ?? path;

/**
 * Reads a file whole. Refusals: `input-too-large` (before anything is read), `file-unreadable` (the browser says that it is
 * gone, has changed, or may not be read)
 */
export const readPageFile = async (
  { path, blob }: PageFile,
  limits: Partial<InputLimits> = {},
): Promise<Reading<ExportFile>> => {
  const { maxBytes } = limitsOf(limits);
  if (blob.size > maxBytes)
    return refused('input-too-large', { file: path }, { size: `${blob.size}`, limit: maxBytes });
  try {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { ok: true, value: { path, bytes, sha256: sha256(bytes) }, diagnostics: [] };
  } catch (error) {
    return refused('file-unreadable', { file: path }, { reason: error instanceof Error ? error.name : String(error) });
  }
};
