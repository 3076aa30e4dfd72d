import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { diagnostic } from '../diagnostics/catalog.js';
import type { Reading } from '../model/diagnostic.js';

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What one JavaScript string can hold, less some room: a larger text could not be read whole. */
const largestInput = 500_000_000;

/**
 * Reads a file whole, or standard input where the path is `-`. Refused: `file-missing`, `file-is-folder`,
 * `file-unreadable`, `input-too-large`.
 */
export const readInput = async (path: string, stdin: () => Promise<Uint8Array>): Promise<Reading<Input>> => {
  try {
    if (path !== '-') {
      const found = await stat(path);
      if (found.isDirectory()) return refuse('file-is-folder', path);
      if (found.size > largestInput) return tooLarge(path, found.size);
    }
    const bytes = path === '-' ? await stdin() : await readFile(path);
    if (bytes.length > largestInput) return tooLarge(path, bytes.length);
    return { ok: true, value: { path, bytes, sha256: sha256(bytes) }, diagnostics: [] };
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? refuse('file-missing', path) : refuse('file-unreadable', path, code);
  }
};

/** SHA-256 in lower-case hexadecimal; a text is hashed as UTF-8. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** The system's name for an error (`EACCES`), or its message where it has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

const tooLarge = (file: string, size: number): Reading<Input> => ({
  ok: false,
  diagnostics: [
    diagnostic('input-too-large', { file }, { actual: `${size} bytes`, expected: `${largestInput} bytes` }),
  ],
});

const refuse = (
  code: 'file-missing' | 'file-is-folder' | 'file-unreadable',
  file: string,
  actual?: string,
): Reading<Input> => ({ ok: false, diagnostics: [diagnostic(code, { file }, { actual })] });
