import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type Reading, refused } from '../diagnostics/diagnostic.js';

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads standard input. Answers with nothing, and reads no further, where there are more than `limit` bytes. */
export type ReadStdin = (limit: number) => Promise<Uint8Array | undefined>;

/** What one JavaScript string can hold, less some room: a larger text could not be read whole. */
export const largestInput = 500_000_000;

/**
 * Reads a file whole, or standard input where the path is `-`. What is read is counted, so that a device or a pipe without an
 * end is refused like a file that is too large. A named pipe and a device are refused, because opening or reading them may
 * never end; what a shell hands over as `/dev/fd/N` (process substitution) is read. A regular file that changes
 * while it is read is refused: half of an export may look whole.
 *
 * @returns Refusals: `file-missing`, `file-is-folder`, `file-not-regular`, `file-changed`, `file-unreadable`, `input-too-large`
 */
export const readInput = async (path: string, stdin: ReadStdin, limit = largestInput): Promise<Reading<Input>> => {
  let file: number | undefined;
  try {
    if (path === '-') return toInput(path, await stdin(limit), limit);
    // A pipe of the shell must be waited for; anything else must not keep us waiting before we know what it is.
    const isHandedOver = /^\/(dev|proc\/(self|\d+))\/fd\/\d+$/.test(path);
    file = openSync(path, constants.O_RDONLY | (isHandedOver ? 0 : (constants.O_NONBLOCK ?? 0)));
    const before = fstatSync(file);
    if (before.isDirectory()) return refused('file-is-folder', { file: path });
    if (!before.isFile() && !(isHandedOver && before.isFIFO()))
      return refused('file-not-regular', { file: path }, { kind: kindOf(before) });
    if (before.size > limit) return tooLarge(path, `${before.size}`, limit);
    const bytes = await collect(chunksOf(file, before.size), limit);
    const after = fstatSync(file);
    if (before.isFile() && (before.mtimeMs !== after.mtimeMs || before.size !== after.size))
      return refused('file-changed', { file: path });
    return toInput(path, bytes, limit);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT'
      ? refused('file-missing', { file: path })
      : refused('file-unreadable', { file: path }, { reason: code });
  } finally {
    if (file !== undefined) close(file);
  }
};

/** What was read is whole, whatever closing says. */
const close = (file: number): void => {
  try {
    closeSync(file);
  } catch {
    // Nothing was written through it.
  }
};

/** Of a pipe, and of what the system makes up as it is read. */
const unknownSize = 1 << 16;

/** The first chunk has room for the whole file as the system says it is, and for the byte that would show that it has grown. */
function* chunksOf(file: number, size: number): Generator<Uint8Array> {
  for (let room = size === 0 ? unknownSize : size + 1; ; room = unknownSize) {
    const chunk = Buffer.allocUnsafeSlow(room);
    let used = 0;
    for (let read = 1; read > 0 && used < room; used += read) read = readSync(file, chunk, used, room - used, null);
    if (used > 0) yield chunk.subarray(0, used);
    if (used < room) return;
  }
}

/** Puts chunks together. Answers with nothing, and asks for no more, where there are more than `limit` bytes. */
export const collect = async (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> => {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    size += chunk.length;
    if (size > limit) return undefined;
  }
  return kept.length === 1 && kept[0] !== undefined ? kept[0] : Buffer.concat(kept);
};

/** SHA-256 in lower-case hexadecimal; a text is hashed as UTF-8. */
export const sha256 = (data: Uint8Array | string): string => hash('sha256', data);

/** The system's name for an error (`EACCES`), or its message where it has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

/** What stands where a file should, in English; for what is no regular file. */
export const kindOf = (found: Stats): string => {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
};

const toInput = (path: string, bytes: Uint8Array | undefined, limit: number): Reading<Input> =>
  bytes === undefined
    ? tooLarge(path, `at least ${limit + 1}`, limit)
    : { ok: true, value: { path, bytes, sha256: sha256(bytes) }, diagnostics: [] };

const tooLarge = (file: string, size: string, limit: number): Reading<Input> =>
  refused('input-too-large', { file }, { size, limit });
