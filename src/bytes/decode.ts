import type { Reading } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Encoding } from '../model/connector.js';
import { lineIndex } from '../text/lines.js';
import { signatureOf } from './signature.js';

export interface Decoded {
  /** Without byte order marks. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** What PowerShell may have written: by its byte order mark, else valid UTF-8, else UTF-16 by its zero bytes, else Windows-1252. */
const marks = [
  { encoding: 'utf-8-bom', label: 'utf-8', name: 'UTF-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', label: 'utf-16le', name: 'UTF-16LE', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', label: 'utf-16be', name: 'UTF-16BE', bytes: [0xfe, 0xff] },
] as const;

/**
 * Turns an export's bytes into text. Refused whole, never repaired: `binary-input` (a known binary format, or control
 * characters other than TAB, LF, FF and CR), `undecodable-input` (UTF-8 with a mark, or UTF-16, that is damaged: a
 * replacement character in a value could go unnoticed).
 *
 * @param file the path to show in diagnostics
 */
export const decode = (bytes: Uint8Array, file: string): Reading<Decoded> => {
  const binary = signatureOf(bytes);
  if (binary !== undefined) return refuse('binary-input', file, binary);
  const mark = marks.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  if (mark !== undefined) return strictly(bytes, mark, file);
  const zeros = bytes.includes(0) ? utf16ByZeros(bytes) : undefined;
  if (zeros !== undefined) return strictly(bytes, zeros === 'utf-16le' ? marks[1] : marks[2], file);
  const utf8 = decodeWith('utf-8', bytes);
  if (utf8 !== undefined) return asText(utf8, 'utf-8', file);
  return asText(fromWindows1252(bytes), 'windows-1252', file);
};

const strictly = (
  bytes: Uint8Array,
  { encoding, label, name }: (typeof marks)[number],
  file: string,
): Reading<Decoded> => {
  const text = decodeWith(label, bytes);
  return text === undefined ? refuse('undecodable-input', file, name) : asText(text, encoding, file);
};

const decodeWith = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * UTF-16 without a mark: names, delimiters and markup are ASCII, so that a good part of the units have a zero byte, all of
 * them on the same side. ASCII in UTF-16 is valid UTF-8 with NULs, hence this is asked before UTF-8.
 */
const utf16ByZeros = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const zeros: [number, number] = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1 && at < bytes.length; at++) if (bytes[at] === 0) zeros[(at & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  if (Math.max(even, odd) < bytes.length / 5) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

const asText = (decoded: string, encoding: Encoding, file: string): Reading<Decoded> => {
  // Files put together from several exports have further marks, each at the beginning of a line.
  const text = decoded.includes('\uFEFF') ? decoded.replace(/(^|[\r\n])\uFEFF/g, '$1') : decoded;
  const control = /[\x00-\x08\x0b\x0e-\x1f]/.exec(text);
  if (control === null) return { ok: true, value: { text, encoding }, diagnostics: [] };
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return refuse('binary-input', file, `it has the control character U+${code}`, lineIndex(text)(control.index).line);
};

/** Windows-1252 at 0x80 to 0x9F as the Encoding Standard has it; TextDecoder is not relied on for it: some get these 32 wrong. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const fromWindows1252 = (bytes: Uint8Array): string => {
  const units = new Uint16Array(bytes);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? 0;
    if (unit >= 0x80 && unit <= 0x9f) units[i] = windows1252.charCodeAt(unit - 0x80);
  }
  // UTF-16 in the machine's own byte order: chunks, because a call takes only so many arguments.
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += 8192) parts.push(String.fromCharCode(...units.subarray(i, i + 8192)));
  return parts.join('');
};

const refuse = (
  code: 'binary-input' | 'undecodable-input',
  file: string,
  actual: string,
  line?: number,
): Reading<never> => ({ ok: false, diagnostics: [diagnostic(code, { file, line }, { actual })] });
