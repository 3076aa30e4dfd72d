import type { ExportValue } from '../model/export-record.js';
import { known } from '../model/property.js';
import { type Interpretation, toBoolean, unreadable, unreadableText } from './values.js';

/** `Unlimited`, or `36,700,160 bytes`. */
export type Size = string;

const unitBytes: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/**
 * A size as Exchange writes it, `35 MB (36,700,160 bytes)`, or `Unlimited`: from such a text, or from an object whose ToString,
 * IsUnlimited and Value agree. The bytes count: `35 MB` alone is rounded, and a bare number has no unit. One separator throughout
 * may group the digits by three; Exchange's own is the comma.
 */
export const toSize: Interpretation<Size> = (value) => {
  switch (value.kind) {
    case 'null':
      return known<Size>(null);
    case 'text': {
      const size = sizeOfText(value.text);
      return size === undefined ? unreadableText(value.text) : known(size);
    }
    case 'object': {
      const size = sizeOfObject(value);
      return size === undefined ? unreadable(value) : known(size);
    }
    default:
      return unreadable(value);
  }
};

const longForm = /^(\d{1,4}(?:[.,]\d{1,3})?) ?(B|KB|MB|GB|TB) \((.{1,26}) bytes\)$/i;
const grouped = /^\d{1,3}(?:([,.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)?$/;

const sizeOfText = (text: string): Size | undefined => {
  const trimmed = text.trim();
  if (/^unlimited$/i.test(trimmed)) return 'Unlimited';
  const [, short = '', unit = '', digits = ''] = longForm.exec(trimmed) ?? [];
  if (!grouped.test(digits) && !/^\d{1,15}$/.test(digits)) return undefined;
  const bytes = Number(digits.replace(/\D/g, ''));
  return Number.isSafeInteger(bytes) && isRounded(bytes / (unitBytes[unit.toUpperCase()] ?? Number.NaN), short)
    ? bytesText(bytes)
    : undefined;
};

/** Whether the short form can be the number, to four digits. */
const isRounded = (exact: number, short: string): boolean =>
  Math.abs(exact - Number(short.replace(',', '.'))) < 10 ** (Math.floor(Math.log10(Math.max(exact, 1))) - 3);

const sizeOfObject = ({ text, properties }: ExportValue & { readonly kind: 'object' }): Size | undefined => {
  const said = properties.get('isunlimited')?.value;
  const isUnlimited = said === undefined ? undefined : toBoolean(said);
  if (isUnlimited !== undefined && (isUnlimited.state === 'unknown' || isUnlimited.value === null)) return undefined;
  const inner = properties.get('value')?.value;
  const sizes = [
    ...(text === undefined ? [] : [sizeOfText(text)]),
    ...(inner === undefined || inner.kind === 'null' ? [] : [sizeOfValue(inner)]),
    ...(isUnlimited?.value === true ? ['Unlimited'] : []),
  ];
  const [size] = sizes;
  if (size === undefined || sizes.some((other) => other !== size)) return undefined;
  return isUnlimited !== undefined && isUnlimited.value !== (size === 'Unlimited') ? undefined : size;
};

const sizeOfValue = (value: ExportValue): Size | undefined => {
  const text = value.kind === 'text' || value.kind === 'object' ? value.text : undefined;
  const size = text === undefined ? undefined : sizeOfText(text);
  return size === 'Unlimited' ? undefined : size;
};

/** `36,700,160 bytes` */
export const bytesText = (bytes: number): Size => `${String(bytes).replace(/\B(?=(?:\d{3})+$)/g, ',')} bytes`;
