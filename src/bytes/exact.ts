import { type Reading, refused } from '../diagnostics/diagnostic.js';
import type { Encoding } from '../model/connector.js';
import { areSameBytes } from './same-bytes.js';
import { signatureOf } from './signature.js';

export type ExactEncoding = Exclude<Encoding, 'windows-1252'>;

/** A file's text from which `encodeAs` makes the very same bytes again. */
export interface ExactText {
  /** Without the file's byte order mark; any other U+FEFF is a character like others. */
  readonly text: string;
  readonly encoding: ExactEncoding;
}

const encodings: readonly {
  readonly encoding: ExactEncoding;
  readonly label: string;
  readonly mark: readonly number[];
}[] = [
  { encoding: 'utf-8-bom', label: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', label: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', label: 'utf-16be', mark: [0xfe, 0xff] },
  { encoding: 'utf-8', label: 'utf-8', mark: [] },
];

/**
 * Turns a file's bytes into text such that `encodeAs` gives the same bytes back, which is verified here on the whole file.
 * For changing a part of a file and nothing else; `decode` is for reading.
 *
 * @returns Refusals: `document-binary`, `document-encoding` (UTF-16 without a byte order mark), `document-undecodable`
 */
export const decodeExactly = (bytes: Uint8Array, file: string): Reading<ExactText> => {
  const binary = signatureOf(bytes);
  if (binary !== undefined) return refused('document-binary', { file }, { signature: binary });
  const found = encodings.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const { encoding, label, mark } = found ?? { encoding: 'utf-8' as const, label: 'utf-8', mark: [] };
  if (encoding === 'utf-8' && bytes.subarray(0, 2).includes(0))
    return refused('document-encoding', { file }, { encoding: 'UTF-16 without a byte order mark' });
  const text = decodeStrictly(bytes.subarray(mark.length), label);
  if (text === undefined || !areSameBytes(encodeAs(text, encoding), bytes))
    return refused('document-undecodable', { file }, { encoding: label.toUpperCase() });
  return { ok: true, value: { text, encoding }, diagnostics: [] };
};

/** Turns text into bytes, with the byte order mark that the encoding's name says. Lone surrogates have no UTF-8. */
export const encodeAs = (text: string, encoding: ExactEncoding): Uint8Array => {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\uFEFF${text}`);
    default:
      return encodeUtf16(`\uFEFF${text}`, encoding === 'utf-16le');
  }
};

const encodeUtf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
};

const decodeStrictly = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
