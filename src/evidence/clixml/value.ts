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

/** A text as PowerShell writes it: without control characters, surrogates and underscores before an x, which it escapes. */
const escaped = /^(?!.*?(?:[\0-\x1f\x7f-\x9f\ud800-\udfff]|(?<!_x[\dA-Fa-f]{4})_(?:X|x(?![\dA-Fa-f]{4}_))))/s;

export const isEscaped = (text: string): boolean => escaped.test(text);

/** An element that holds one value: how PowerShell writes it, and what makes an ExportValue of it, be it written so or not. */
interface Primitive {
  readonly genuine: RegExp;
  readonly read: (text: string) => ExportValue;
}

const none: ExportValue = { kind: 'null' };

const toText = (raw: string): ExportValue => {
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

const unreadable = (raw: string): ExportValue => ({ kind: 'unreadable', reason: 'unreadable', seen: seen(raw) });

const toBoolean = (raw: string): ExportValue => {
  const word = trim(raw).toLowerCase();
  return word === 'true' || word === 'false' ? { kind: 'boolean', value: word === 'true' } : unreadable(raw);
};

const number = /^(?:-?\d+(?:\.\d+)?(?:E[+-]\d+)?|NaN|-?INF)$/;

const toNumber = (raw: string): ExportValue => {
  const text = trim(raw);
  return number.test(text) ? { kind: 'number', text } : unreadable(raw);
};

/** A character is written as the number of its UTF-16 unit. */
const toCharacter = (raw: string): ExportValue => {
  const text = trim(raw);
  return /^\d{1,5}$/.test(text) && Number(text) <= 0xffff
    ? { kind: 'text', text: String.fromCharCode(Number(text)).replace(/\p{Surrogate}/gu, '\ufffd') }
    : unreadable(raw);
};

const withheld = (): ExportValue => ({ kind: 'withheld' });

const integer = /^-?\d+$/;
const opaque = /^[\dA-Za-z+/=]*$/;

const rows: readonly (readonly [names: string, genuine: RegExp, read: Primitive['read']])[] = [
  ['S URI XD', escaped, toText],
  ['Version', /^\d+(?:\.\d+){1,3}(?:[-+][\w.+-]+)?$/, toText],
  ['G', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, toText],
  ['DT', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/, toText],
  ['TS', /^-?P(?=.)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/, toText],
  ['By SB U16 I16 U32 I32 U64 I64', integer, toNumber],
  ['Sg Db D', number, toNumber],
  ['B', /^(?:true|false)$/, toBoolean],
  ['C', /^\d{1,5}$/, toCharacter],
  ['BA SS', opaque, withheld],
  ['SBK', escaped, withheld],
  ['Nil', /^$/, () => none],
  ['PR', /^/, () => ({ kind: 'unreadable', reason: 'unreadable', seen: 'a progress record' })],
];

/**
 * The elements that hold one value (MS-PSRP 2.2.5.1). Byte arrays, secure strings and script blocks are never kept; a progress
 * record, PR, is not looked into.
 */
export const primitives: ReadonlyMap<string, Primitive> = new Map(
  rows.flatMap(([names, genuine, read]) => names.split(' ').map((name) => [name, { genuine, read }] as const)),
);
