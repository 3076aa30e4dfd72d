import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import { parseDocument } from '../documents/parse-document.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type InputLimits, itemsOfRules, itemsOfStig, limitsOf } from '../text/input-limits.js';
import { readCkl } from './ckl/read.js';
import { readCklb } from './cklb/read.js';
import { readXccdf } from './xccdf/read.js';

/** A file that was read, with the format that its content is in. */
export interface ReadFile {
  readonly format: FormatName;
  readonly checklist: Checklist;
}

/**
 * Reads a checklist or result whatever its format: the content tells it, the name is not asked. Refused: what `parseDocument`
 * refuses, what is over the limits (`input-too-large`, …), a CKLB that has a key twice (which of the two counts cannot be known), and what the reader of the format refuses.
 */
export const readChecklist = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<ReadFile> => {
  const { maxBytes, maxItems } = limitsOf(limits);
  if (bytes.length > maxBytes)
    return refused('input-too-large', { file }, { size: `${bytes.length}`, limit: maxBytes });
  const parsed = parseDocument(bytes, file, limits);
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
  if (read.ok && sizeOf(read.value) > maxItems)
    return { ok: false, diagnostics: [tooLarge(read.value, file, maxItems)] };
  const all = [...diagnostics, ...read.diagnostics];
  return read.ok
    ? { ok: true, value: { format: document.format, checklist: read.value }, diagnostics: all }
    : { ok: false, diagnostics: all };
};

/** What the checklist comes to when it is written. */
const sizeOf = ({ stigs }: Checklist): number =>
  stigs.reduce((sum, { reviews }) => sum + itemsOfStig + itemsOfRules(reviews.map(({ rule }) => rule)), 0);

const tooLarge = ({ stigs }: Checklist, file: string, maxItems: number): Diagnostic => {
  const rules = stigs.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const items = `items, 100 for each rule (${rules} rules in ${stigs.length} STIGs)`;
  return diagnostic('too-many-items', { file }, { limit: maxItems, items });
};
