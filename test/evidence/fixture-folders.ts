import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { decode } from '../../src/bytes/decode.js';
import type { Reading } from '../../src/diagnostics/diagnostic.js';
import type { ExportRecord } from '../../src/model/export-record.js';
import { plainReading } from './records.js';

/**
 * A test per folder of `fixtures/<kind>`: its input is decoded and read, and must come out as expected.json has it: refused or in
 * doubt where the folder's name begins so, else whole. A case is added by adding a folder with the input; `UPDATE=1` writes its
 * expected.json, to be read before it is kept.
 */
export const testFolders = (
  kind: string,
  input: string,
  read: (text: string, file: string) => Reading<readonly ExportRecord[]>,
): void => {
  const root = fileURLToPath(new URL(`fixtures/${kind}/`, import.meta.url));
  for (const name of readdirSync(root).sort())
    it(name, () => {
      const decoded = decode(readFileSync(join(root, name, input)), input);
      if (!decoded.ok) throw new Error(`${name}: the input is not text`);
      const reading = read(decoded.value.text, input);
      // UPDATE=1 cannot make this right.
      expect(reading.ok).toBe(!name.startsWith('refused-'));
      const doubts = reading.diagnostics.filter(({ effect }) => effect === 'withholds-pass');
      expect(doubts.length > 0).toBe(name.startsWith('doubtful-'));
      const actual = `${JSON.stringify(plainReading(reading), null, 2)}\n`;
      const golden = join(root, name, 'expected.json');
      if (process.env['UPDATE'] === '1') writeFileSync(golden, actual);
      expect(actual).toBe(readFileSync(golden, 'utf8'));
    });
};
