import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import { lineIndex } from '../text/lines.js';
import type { Decoded } from './decode.js';
import { decodeWith, fromWindows1252, markOf, utf16ByZeros, withoutInnerMarks } from './encodings.js';
import { signatureOf } from './signature.js';

/**
 * Turns an export's bytes into text. Genuine is what PowerShell, or an editor on Windows, writes: a byte order mark, else UTF-8, else
 * Windows-1252 in which nothing looks like UTF-8; and no control character but tabs, line ends and colours. Anything else is read
 * as well as can be and withholds a pass: `encoding-without-mark` (UTF-16), `encoding-mixed`, `text-damaged` (what cannot be
 * decoded became U+FFFD), `text-control`. Refused: `binary-input`.
 *
 * @param file the path to show in diagnostics
 */
export const decodeExport = (bytes: Uint8Array, file: string): Reading<Decoded> => {
  const binary = signatureOf(bytes);
  if (binary !== undefined) return refused('binary-input', { file }, { signature: binary });
  const { doubts = [], ...found } = textOf(bytes, file);
  const text = withoutInnerMarks(found.text);
  return { ok: true, value: { ...found, text }, diagnostics: [...doubts, ...damageIn(text, file)] };
};

interface Found extends Decoded {
  readonly doubts?: readonly Diagnostic[];
}

const textOf = (bytes: Uint8Array, file: string): Found => {
  const mark = markOf(bytes);
  if (mark !== undefined) return { text: new TextDecoder(mark.label).decode(bytes), encoding: mark.encoding };
  if (bytes.includes(0)) return withoutZeros(bytes, file);
  const utf8 = decodeWith('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const text = fromWindows1252(bytes);
  const at = firstUtf8Sequence(bytes);
  if (at === undefined) return { text, encoding: 'windows-1252' };
  return {
    text,
    encoding: 'windows-1252',
    doubts: [diagnostic('encoding-mixed', { file, line: lineIndex(text)(at).line })],
  };
};

/** UTF-16 without a mark, if the bytes are that throughout. If they are in part, what is left without the zeros is text. */
const withoutZeros = (bytes: Uint8Array, file: string): Found => {
  const mark = utf16ByZeros(bytes);
  const text = mark && decodeWith(mark.label, bytes);
  if (mark !== undefined && text !== undefined && controlsIn(text).count === 0)
    return {
      text,
      encoding: mark.encoding,
      doubts: [diagnostic('encoding-without-mark', { file }, { name: mark.name })],
    };
  const rest = textOf(
    bytes.filter((byte) => byte !== 0),
    file,
  );
  return { ...rest, doubts: [diagnostic('encoding-mixed', { file })] };
};

/** Where two bytes or more are a character in UTF-8 and would be several in Windows-1252. */
const firstUtf8Sequence = (bytes: Uint8Array): number | undefined => {
  const continues = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  for (const [at, byte] of bytes.entries()) {
    const length = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (byte <= 0xf4 && length > 0 && Array.from({ length: length - 1 }, (_, i) => at + 1 + i).every(continues))
      return at;
  }
  return undefined;
};

/** The first control character that is no tab, no line end, and no part of what colours text in a console; and how many there are. */
const controlsIn = (text: string): { readonly first: number; readonly count: number } => {
  let [first, count] = [-1, 0];
  for (const { index, 1: character } of text.matchAll(/\x1b\[[\d;]*m|([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f])/g)) {
    if (character === undefined) continue;
    if (first === -1) first = index;
    count++;
  }
  return { first, count };
};

const damageIn = (text: string, file: string): readonly Diagnostic[] => {
  const place = (index: number) => ({ file, line: lineIndex(text)(index).line });
  const lost = text.indexOf('\uFFFD');
  const { first, count } = controlsIn(text);
  const code = text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0');
  return [
    ...(lost === -1 ? [] : [diagnostic('text-damaged', place(lost), { count: text.split('\uFFFD').length - 1 })]),
    ...(count === 0 ? [] : [diagnostic('text-control', place(first), { count, character: `U+${code}` })]),
  ];
};
