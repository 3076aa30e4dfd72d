import type { ExportValue } from '../../model/export-record.js';
import { isSpace } from '../../xml/scan.js';
import { seen } from '../seen.js';

/** Undoes PowerShell's `_xHHHH_` in one pass from left to right; half a surrogate pair becomes U+FFFD. */
export const unescapeClixml = (text: string): string => {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\p{Surrogate}/gu, '\ufffd');
};

type Read = (text: string) => ExportValue;

const none: ExportValue = { kind: 'null' };

const toText: Read = (raw) => {
  const text = unescapeClixml(raw);
  return text === '' ? none : { kind: 'text', text };
};

/** Some writers put XML's white space around a value that is not a string; it means nothing there. */
const trim = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
};

const unreadable = (raw: string): ExportValue => ({
  kind: 'unreadable',
  reason: 'unreadable',
  seen: seen(raw),
});

const toBoolean: Read = (raw) => {
  const word = trim(raw).toLowerCase();
  return word === 'true' || word === 'false' ? { kind: 'boolean', value: word === 'true' } : unreadable(raw);
};

const toNumber: Read = (raw) => {
  const text = trim(raw);
  return /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|NaN|[+-]?INF)$/.test(text)
    ? { kind: 'number', text }
    : unreadable(raw);
};

/** A character is written as the number of its UTF-16 unit. */
const toCharacter: Read = (raw) => {
  const text = trim(raw);
  return /^\d{1,5}$/.test(text) && Number(text) <= 0xffff
    ? { kind: 'text', text: String.fromCharCode(Number(text)).replace(/\p{Surrogate}/gu, '\ufffd') }
    : unreadable(raw);
};

const withheld: Read = () => ({ kind: 'withheld' });

/**
 * The elements that hold one value, with what makes an ExportValue of their text (MS-PSRP 2.2.5.1). Byte arrays, secure
 * strings and script blocks are never kept.
 */
export const primitives: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...['S', 'DT', 'TS', 'G', 'URI', 'Version', 'XD'].map((name): [string, Read] => [name, toText]),
  ...['By', 'SB', 'U16', 'I16', 'U32', 'I32', 'U64', 'I64', 'Sg', 'Db', 'D'].map((name): [string, Read] => [
    name,
    toNumber,
  ]),
  ...['BA', 'SS', 'SBK'].map((name): [string, Read] => [name, withheld]),
  ['B', toBoolean],
  ['C', toCharacter],
  ['Nil', () => none],
  ['PR', () => ({ kind: 'unreadable', reason: 'unreadable', seen: 'a progress record' })],
]);
