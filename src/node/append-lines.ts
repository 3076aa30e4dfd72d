import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, sha256 } from './read-input.js';

/*
 * A file of JSON values, one on each line behind a part of its SHA-256, to which lines are added as things are done. Who is
 * killed leaves a torn line at most; that one, and any that was changed, is not read.
 */

export interface LineFile {
  readonly descriptor: number;
}

/** Opens a file for adding lines, and makes it and its folder where they are not there. Throws what the file system says. */
export const openLines = (path: string): LineFile => {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'a+', 0o600);
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (size > 0) readSync(descriptor, last, 0, 1, size - 1);
  if (size > 0 && last.toString('latin1') !== '\n') writeSync(descriptor, '\n');
  return { descriptor };
};

/** Adds values, in one write, so that runs that write at the same time do not tear each other's lines. */
export const appendLines = ({ descriptor }: LineFile, values: readonly unknown[]): void => {
  const lines = values.map((value) => {
    const text = JSON.stringify(value);
    return `${checkOf(text)} ${text}\n`;
  });
  writeSync(descriptor, lines.join(''));
};

export const closeLines = ({ descriptor }: LineFile): void => closeSync(descriptor);

/** The values of a file, and how many lines are damaged; none where there is no such file. Throws what the file system says. */
export const readLines = (path: string): { readonly values: readonly unknown[]; readonly damaged: number } => {
  let damaged = 0;
  const values = contentOf(path)
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): unknown[] => {
      const text = line.slice(checkLength + 1);
      if (checkOf(text) === line.slice(0, checkLength)) return [JSON.parse(text)];
      damaged += 1;
      return [];
    });
  return { values, damaged };
};

const checkLength = 16;

const checkOf = (text: string): string => sha256(text).slice(0, checkLength);

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
};
