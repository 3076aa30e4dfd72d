import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** Compares a text with a file, byte by byte; with UPDATE=1 in the environment it writes the file instead. */
export const expectGolden = (text: string, path: URL): void => {
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(path.pathname), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
};
