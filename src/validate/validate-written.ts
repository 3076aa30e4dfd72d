import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ParsedArf, ParsedDocument } from '../documents/document.js';
import { parseDocument, type WrittenFile } from '../documents/parse-document.js';
import { modelsForOwnFiles } from '../importers/for-own-files.js';
import { highestLimits } from '../text/input-limits.js';
import { validateDocument } from './validate.js';

/**
 * What `validateDocument` says of a file that this program has just written, of some severities. Most often that is nothing: only where
 * there is something is the file parsed with its places, by which faults are sorted.
 *
 * @param document what `parseWritten` made of the file
 */
export const validateWritten = (
  file: WrittenFile,
  document: ParsedDocument,
  severities: readonly Diagnostic['severity'][],
): readonly Diagnostic[] => {
  const faultsOf = (one: ParsedDocument | ParsedArf) =>
    validateDocument(one, modelsForOwnFiles).filter(({ severity }) => severities.includes(severity));
  const faults = faultsOf(document);
  if (faults.length === 0 || document.format !== 'cklb') return faults;
  const read = parseDocument(new TextEncoder().encode(file.text), file.fileName, highestLimits);
  return read.ok ? faultsOf(read.value) : read.diagnostics;
};
