import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import type { ParsedArf, ParsedDocument, ParsedXml } from '../documents/document.js';
import { parseDocument } from '../documents/parse-document.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type InputLimits, itemsOfRules, itemsOfStig, limitsOf } from '../text/input-limits.js';
import { uuidV5 } from '../text/uuid.js';
import { resultsInArf } from './arf/results.js';
import { readCkl } from './ckl/read.js';
import { readCklb } from './cklb/read.js';
import { readFoundResult } from './xccdf/read.js';
import { chooseResult, type FoundResult, idOfResult, resultsInXccdf } from './xccdf/results.js';

/** A file that was read, with the format that its content is in: `xccdf` also where an ARF holds the result. */
export interface ReadFile {
  readonly format: FormatName;
  readonly checklist: Checklist;
  /** The TestResult's id, where the file holds several. */
  readonly result?: string | undefined;
}

/**
 * Reads a checklist or result whatever its format: the content tells it, the name is not asked. An ARF is read as the XCCDF result in
 * it. Refused: what `parseDocument` refuses, what is over the limits (`input-too-large`, …), a CKLB that has a key twice (which of the
 * two counts cannot be known), and what the reader of the format refuses; of several TestResults what `chooseResult` refuses.
 *
 * @param result the id of the TestResult to read, where there are several
 */
export const readChecklist = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
  result?: string,
): Reading<ReadFile> => {
  const parsed = parse(bytes, file, limits);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const isChecklist = document.format === 'ckl' || document.format === 'cklb';
  if (isChecklist && result !== undefined) return refused('reading-result-missing', { file }, { id: result, ids: '' });
  return finish(document, readDocument(document, result), parsed.diagnostics, limitsOf(limits).maxItems);
};

/** Reads a document that was parsed already; nothing is refused for its size. */
export const readDocument = (document: ParsedDocument | ParsedArf, result?: string): Reading<Checklist> => {
  if (document.format === 'cklb') return readCklb(document);
  return document.format === 'ckl' ? readCkl(document) : readOne(document, result);
};

/**
 * Reads every TestResult of a file, each as a checklist of its own; of a CKL or CKLB the one checklist. Where the file could not be read
 * there is one refusal, and one at the end where they come to more than the limits allow together. The id of the result
 * stands behind the file's name in diagnostics.
 */
export const readEveryResult = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): readonly Reading<ReadFile>[] => {
  const parsed = parse(bytes, file, limits);
  if (!parsed.ok) return [parsed];
  const document = parsed.value;
  const results = document.format === 'ckl' || document.format === 'cklb' ? [] : resultsIn(document);
  if (document.format === 'ckl' || document.format === 'cklb' || results.length < 2)
    return [readChecklist(bytes, file, limits)];
  const seed = uuidV5(document.text);
  const every: Reading<ReadFile>[] = [];
  let { maxItems } = limitsOf(limits);
  for (const [i, found] of results.entries()) {
    const result = idOfResult(found);
    const name = resultName(file, result);
    const read = readFoundResult(document, found, seedOf(seed, i), name);
    const one = finish({ ...document, file: name }, read, parsed.diagnostics, maxItems);
    every.push(one.ok ? { ...one, value: { ...one.value, result } } : one);
    if (!one.ok) break;
    maxItems -= sizeOf(one.value.checklist);
  }
  return every;
};

/** How diagnostics name one of several results of a file. */
export const resultName = (file: string, result: string): string => `${file}#${result}`;

const parse = (bytes: Uint8Array, file: string, limits: Partial<InputLimits>): Reading<ParsedDocument | ParsedArf> => {
  const { maxBytes } = limitsOf(limits);
  if (bytes.length > maxBytes)
    return refused('input-too-large', { file }, { size: `${bytes.length}`, limit: maxBytes });
  const parsed = parseDocument(bytes, file, limits);
  if (!parsed.ok) return parsed;
  // In which encoding a file is matters to importers; here it was decoded.
  const diagnostics = parsed.diagnostics.filter(
    ({ code }) => code !== 'document-encoding' && code !== 'document-encoding-declared',
  );
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { ok: false, diagnostics }
    : { ...parsed, diagnostics };
};

const resultsIn = ({ format, root }: ParsedXml | ParsedArf): readonly FoundResult[] =>
  format === 'arf' ? resultsInArf(root) : resultsInXccdf(root);

const readOne = (document: ParsedXml | ParsedArf, asked: string | undefined): Reading<Checklist> => {
  const results = resultsIn(document);
  const chosen = chooseResult(results, document.file, asked);
  if (!chosen.ok) return chosen;
  const seed = results.length === 1 ? document.text : seedOf(uuidV5(document.text), results.indexOf(chosen.value));
  return readFoundResult(document, chosen.value, seed);
};

/** Of several results of one text each has UUIDs of its own. */
const seedOf = (document: string, result: number): string => `${document} ${result}`;

const finish = (
  { format, file }: Pick<ParsedDocument | ParsedArf, 'format' | 'file'>,
  read: Reading<Checklist>,
  before: readonly Diagnostic[],
  maxItems: number,
): Reading<ReadFile> => {
  if (read.ok && sizeOf(read.value) > maxItems)
    return { ok: false, diagnostics: [tooLarge(read.value, file, maxItems)] };
  const diagnostics = [...before, ...read.diagnostics];
  return read.ok
    ? { ok: true, value: { format: format === 'arf' ? 'xccdf' : format, checklist: read.value }, diagnostics }
    : { ok: false, diagnostics };
};

/** What the checklist comes to when it is written. */
const sizeOf = ({ stigs }: Checklist): number =>
  stigs.reduce((sum, { reviews }) => sum + itemsOfStig + itemsOfRules(reviews.map(({ rule }) => rule)), 0);

const tooLarge = ({ stigs }: Checklist, file: string, maxItems: number): Diagnostic => {
  const rules = stigs.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const items = `items, 100 for each rule (${rules} rules in ${stigs.length} STIGs)`;
  return diagnostic('too-many-items', { file }, { limit: maxItems, items });
};
