import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { distinctFileNames } from '../formats/file-name.js';
import { type ReadFile, resultName } from '../formats/read-checklist.js';
import type { Converted } from './convert.js';
import { type ConvertFileInput, convertFile } from './convert-file.js';

/** A checklist that was made of one of a file's TestResults; without an id where the file has no several. */
export interface ConvertedResult extends Converted {
  readonly result: string | undefined;
}

/**
 * Converts every TestResult of a file, all of them or none, to files whose names differ. Diagnostics: those of `convertFile` for each,
 * with the result's id behind the file's name; what is the same for several, such as what is said of their Benchmark, once.
 */
export const convertResults = async (
  path: string,
  files: readonly Reading<ReadFile>[],
  input: (file: Reading<ReadFile>) => ConvertFileInput,
): Promise<Reading<readonly ConvertedResult[]>> => {
  const made: ConvertedResult[] = [];
  const said = new Map<string, Diagnostic>();
  let failed = false;
  for (const file of files) {
    const result = file.ok ? file.value.result : undefined;
    const converted = await convertFile(input(file));
    for (const d of converted.diagnostics) {
      const place = result === undefined ? d.place : { file: resultName(path, result), ...d.place };
      said.set(JSON.stringify([d.code, place, d.args]), { ...d, place });
    }
    if (converted.ok) made.push({ ...converted.value, result });
    else failed = true;
  }
  const diagnostics = [...said.values()];
  if (failed) return { ok: false, diagnostics };
  const [first] = made;
  const names = made.map(({ file }) => file.fileName);
  const distinct = first === undefined ? [] : distinctFileNames(names, first.file.format);
  const value = made.map((one, i) => ({ ...one, file: { ...one.file, fileName: distinct[i] ?? one.file.fileName } }));
  return { ok: true, value, diagnostics };
};
