import { type Reading, refused } from '../diagnostics/diagnostic.js';
import type { Encoding } from '../model/connector.js';
import { lineIndex } from '../text/lines.js';
import { decodeWith, fromWindows1252, type Mark, markOf, utf16ByZeros, withoutInnerMarks } from './encodings.js';
import { signatureOf } from './signature.js';

export interface Decoded {
  /** Without byte order marks. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Turns the bytes of a document (a checklist, a benchmark) into text: by its byte order mark, else valid UTF-8, else UTF-16 by its
 * zero bytes, else Windows-1252. Refused whole, never repaired: `binary-input` (a known binary format, or control
 * characters other than TAB, LF, FF and CR), `undecodable-input` (UTF-8 with a mark, or UTF-16, that is damaged: a
 * replacement character in a value could go unnoticed).
 *
 * @param file the path to show in diagnostics
 */
export const decode = (bytes: Uint8Array, file: string): Reading<Decoded> => {
  const binary = signatureOf(bytes);
  if (binary !== undefined) return refused('binary-input', { file }, { signature: binary });
  const mark = markOf(bytes) ?? (bytes.includes(0) ? utf16ByZeros(bytes) : undefined);
  if (mark !== undefined) return strictly(bytes, mark, file);
  const utf8 = decodeWith('utf-8', bytes);
  if (utf8 !== undefined) return asText(utf8, 'utf-8', file);
  return asText(fromWindows1252(bytes), 'windows-1252', file);
};

const strictly = (bytes: Uint8Array, { encoding, label, name }: Mark, file: string): Reading<Decoded> => {
  const text = decodeWith(label, bytes);
  return text === undefined ? refused('undecodable-input', { file }, { encoding: name }) : asText(text, encoding, file);
};

const asText = (decoded: string, encoding: Encoding, file: string): Reading<Decoded> => {
  const text = withoutInnerMarks(decoded);
  const control = /[\x00-\x08\x0b\x0e-\x1f]/.exec(text);
  if (control === null) return { ok: true, value: { text, encoding }, diagnostics: [] };
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const place = { file, line: lineIndex(text)(control.index).line };
  return refused('binary-input', place, { signature: `it has the control character U+${code}` });
};
