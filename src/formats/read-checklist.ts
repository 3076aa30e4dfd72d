import { diagnostic } from '../diagnostics/catalog.js';
import type { Checklist } from '../model/checklist.js';
import type { Reading } from '../model/diagnostic.js';
import { parseDocument } from '../validate/parse-document.js';
import { readCkl } from './ckl/read.js';
import { readCklb } from './cklb/read.js';
import type { FormatName } from './names.js';
import { readXccdf } from './xccdf/read.js';

/** A file that was read, with the format that its content is in. */
export interface ReadFile {
  readonly format: FormatName;
  readonly checklist: Checklist;
}

/** Many times what the largest STIGs give: what is larger would take gigabytes to hold as a tree. */
const largestChecklist = 60_000_000;

/**
 * Reads a checklist or result whatever its format: the content tells it, the name is not asked. Refused: what `parseDocument`
 * refuses, more than 60 MB (`input-too-large`), a CKLB that has a key twice (which of the two counts cannot be known), and what the reader of the format refuses.
 */
export const readChecklist = (bytes: Uint8Array, file: string): Reading<ReadFile> => {
  if (bytes.length > largestChecklist) {
    const words = { actual: `${bytes.length} bytes`, expected: `${largestChecklist} bytes` };
    return { ok: false, diagnostics: [diagnostic('input-too-large', { file }, words)] };
  }
  const parsed = parseDocument(bytes, file);
  if (!parsed.ok) return parsed;
  // In which encoding a file is matters to importers; here it was decoded.
  const diagnostics = parsed.diagnostics.filter(({ code }) => code !== 'document-encoding');
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics };
  const document = parsed.value;
  const read =
    document.format === 'cklb'
      ? readCklb(document)
      : document.format === 'ckl'
        ? readCkl(document)
        : readXccdf(document);
  const all = [...diagnostics, ...read.diagnostics];
  return read.ok
    ? { ok: true, value: { format: document.format, checklist: read.value }, diagnostics: all }
    : { ok: false, diagnostics: all };
};
