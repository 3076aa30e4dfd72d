import { declaredEncoding, isReadAsUtf8 } from '../bytes/declared-encoding.js';
import { decodeExactly, type ExactEncoding } from '../bytes/exact.js';
import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import { parseDocument } from '../documents/parse-document.js';
import { cklTarget } from '../formats/ckl/fill-in.js';
import { cklbTarget } from '../formats/cklb/fill-in.js';
import type { FillInTarget } from '../formats/slots.js';
import { importerModels } from '../importers/importers.js';
import { parseJson } from '../json/parse.js';
import { highestLimits, type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex, type Position } from '../text/lines.js';
import { validateDocument } from '../validate/validate.js';
import { parseXml } from '../xml/parse.js';

/** An existing checklist, opened to be filled in. */
export interface OpenChecklist {
  readonly file: string;
  readonly format: 'ckl' | 'cklb';
  readonly text: string;
  readonly encoding: ExactEncoding;
  readonly target: FillInTarget;
  /** Line and column of an offset in `text`. */
  readonly at: (offset: number) => Position;
  /** What was wrong with the file before anything was filled in. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Opens a CKL or CKLB to be filled in. What is wrong with it for importers is no reason to refuse it: it is in `faults`.
 *
 * @param file the name to show in diagnostics, and the one that importers would see
 * @returns Refusals: `input-too-large`, those of `parseDocument` and `decodeExactly`, `document-encoding`, `document-encoding-declared` (declared as neither
 *   UTF-8 nor UTF-16), `cklb-key-twice`, `fill-in-not-a-checklist` (XCCDF results)
 */
export const openForFilling = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<OpenChecklist> => {
  const { maxBytes } = limitsOf(limits);
  const refuse = (...diagnostics: Diagnostic[]): Reading<never> => ({ ok: false, diagnostics });
  if (bytes.length > maxBytes)
    return refuse(diagnostic('input-too-large', { file }, { size: `${bytes.length}`, limit: maxBytes }));
  const parsed = parseDocument(bytes, file, limits);
  if (!parsed.ok) return parsed;
  if (parsed.value.format === 'xccdf' || parsed.value.format === 'arf')
    return refuse(
      diagnostic('fill-in-not-a-checklist', { file }, { what: `${parsed.value.format.toUpperCase()} results` }),
    );
  // Readers differ in which of the two they read, so there is no right place.
  const twice = parsed.diagnostics.filter((d) => d.code === 'cklb-key-twice');
  if (twice.length > 0) return refuse(...twice);
  const exact = decodeExactly(bytes, file);
  if (!exact.ok) {
    // Not damaged, but in the encoding that it names.
    const told = parsed.diagnostics.filter((d) => d.code === 'document-encoding');
    return told.length > 0 && exact.diagnostics.every((d) => d.code === 'document-undecodable')
      ? refuse(...told)
      : exact;
  }
  const { text, encoding } = exact.value;
  const target = parsed.value.format === 'ckl' ? openCkl(text, encoding, file) : openCklb(text, file);
  if (!target.ok) return target;
  const faults = [...parsed.diagnostics, ...validateDocument(parsed.value, importerModels)];
  const { format } = parsed.value;
  const opened = { file, format, text, encoding, target: target.value, at: lineIndex(text), faults };
  return { ok: true, value: opened, diagnostics: [] };
};

const openCkl = (text: string, encoding: ExactEncoding, file: string): Reading<FillInTarget> => {
  // A byte order mark overrides the declaration; files in UTF-8 that declare UTF-16 are common.
  const declared = declaredEncoding(text) ?? 'utf-8';
  if (encoding === 'utf-8' && !/^utf-?(?:8|16(?:le|be)?)$/i.test(declared))
    return isReadAsUtf8(text)
      ? refused('document-encoding', { file }, { encoding: declared })
      : refused('document-encoding-declared', { file }, { declared });
  // The same text has been taken once already.
  const read = parseXml(text, file, highestLimits);
  return read.ok ? { ok: true, value: cklTarget(read.value, text), diagnostics: [] } : read;
};

const openCklb = (text: string, file: string): Reading<FillInTarget> => {
  const read = parseJson(text, file, highestLimits);
  return read.ok ? { ok: true, value: cklbTarget(read.value), diagnostics: [] } : read;
};

/** What is wrong with a file, by itself and for importers; with one that cannot be parsed, why. */
export const faultsOf = (bytes: Uint8Array, file: string): readonly Diagnostic[] => {
  const parsed = parseDocument(bytes, file, highestLimits);
  return parsed.ok ? [...parsed.diagnostics, ...validateDocument(parsed.value, importerModels)] : parsed.diagnostics;
};
