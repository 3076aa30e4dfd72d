import type { Encoding } from '../model/connector.js';

/** A byte order mark, and the encoding that it stands for. */
export const marks = [
  { encoding: 'utf-8-bom', label: 'utf-8', name: 'UTF-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', label: 'utf-16le', name: 'UTF-16LE', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', label: 'utf-16be', name: 'UTF-16BE', bytes: [0xfe, 0xff] },
] as const satisfies readonly { readonly encoding: Encoding; readonly [more: string]: unknown }[];

export type Mark = (typeof marks)[number];

export const markOf = (bytes: Uint8Array): Mark | undefined =>
  marks.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));

/** The bytes as text without their mark; undefined where they are not valid. */
export const decodeWith = (label: string, bytes: Uint8Array): string | undefined => {
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
export const utf16ByZeros = (bytes: Uint8Array): Mark | undefined => {
  const zeros: [number, number] = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1 && at < bytes.length; at++) if (bytes[at] === 0) zeros[(at & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  if (Math.max(even, odd) < bytes.length / 5) return undefined;
  return odd > even ? marks[1] : marks[2];
};

/** Files put together from several exports have further marks, each at the beginning of a line. */
export const withoutInnerMarks = (text: string): string =>
  text.includes('\uFEFF') ? text.replace(/(^|[\r\n])\uFEFF/g, '$1') : text;

/** Windows-1252 at 0x80 to 0x9F as the Encoding Standard has it; TextDecoder is not relied on for it: some get these 32 wrong. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

export const fromWindows1252 = (bytes: Uint8Array): string => {
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
