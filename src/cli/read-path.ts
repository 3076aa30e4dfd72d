import type { Reading } from '../diagnostics/diagnostic.js';
import { type Input, readInput } from '../node/read-input.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import type { Io } from './io.js';
import type { CommonOptions } from './shared-options.js';

/** Reads a file within the limits of --limit; `-` is standard input. */
export const readPath = (path: string, { limit }: Pick<CommonOptions, 'limit'>, io: Io): Promise<Reading<Input>> =>
  readInput(path, io.stdin, limitsOf(limit).maxBytes);

/** The same, as `read` understands it; refused too where it cannot be read at all. */
export const readPathAs = async <T>(
  path: string,
  options: Pick<CommonOptions, 'limit'>,
  io: Io,
  read: (bytes: Uint8Array, path: string, limits?: Partial<InputLimits>) => Reading<T> | Promise<Reading<T>>,
): Promise<Reading<T>> => {
  const input = await readPath(path, options, io);
  return input.ok ? read(input.value.bytes, path, options.limit) : input;
};
