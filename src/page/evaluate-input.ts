import type { AssetInput } from '../assess/asset.js';
import { checkAsset } from '../checklist/given-asset.js';
import { messageOnPage } from '../diagnostics/diagnostic.js';
import type { InputLimits } from '../text/input-limits.js';
import { toTimestamp } from '../text/timestamp.js';

/** What stands in the fields, as it was typed. */
export interface TypedInput {
  readonly host: string;
  readonly fqdn: string;
  /** Several between commas or blanks. */
  readonly ip: string;
  readonly mac: string;
  readonly role: string;
  readonly marking: string;
  readonly assessor: string;
  readonly time: string;
  /** When the exports were made; empty where that is not known. */
  readonly collected: string;
  /** In days; empty for no limit. */
  readonly maxAge: string;
  /** In megabytes, and in thousands; empty for the default. */
  readonly maxBytes: string;
  readonly maxItems: string;
}

export type FieldName = keyof TypedInput;

/** The same, understood; or what is wrong with which field, in the words of the command. */
export type CheckedInput =
  | {
      readonly ok: true;
      readonly asset: AssetInput;
      readonly assessor?: string | undefined;
      readonly assessedAt: string;
      readonly collectedAt?: string | undefined;
      readonly maxAge?: number | undefined;
      readonly limits: Partial<InputLimits>;
    }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<FieldName, string>>> };

const fieldOf: Readonly<Record<string, FieldName>> = {
  'fqdn-invalid': 'fqdn',
  'ip-invalid': 'ip',
  'mac-invalid': 'mac',
  'role-invalid': 'role',
};

/** Checks what can be checked before an export is read, by the rules of the command (`checkAsset`). An empty field says nothing. */
export const checkInput = (typed: TypedInput): CheckedInput => {
  const text = (name: FieldName): string | undefined => typed[name] || undefined;
  const list = (name: FieldName): readonly string[] | undefined => {
    const parts = typed[name].split(/[\s,]+/).filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts;
  };
  const asset: AssetInput = {
    host: text('host'),
    fqdn: text('fqdn'),
    ip: list('ip'),
    mac: list('mac'),
    role: text('role'),
    marking: text('marking'),
  };
  const errors: Partial<Record<FieldName, string>> = {};
  for (const d of checkAsset(asset)) errors[fieldOf[d.code] ?? 'host'] ??= messageOnPage(d);
  const assessedAt = toTimestamp(typed.time);
  if (assessedAt === undefined) errors.time = `"${typed.time}" is not a time such as 2026-01-31T12:00:00Z`;
  const collectedAt = typed.collected === '' ? undefined : toTimestamp(typed.collected);
  if (typed.collected !== '' && collectedAt === undefined)
    errors.collected = `"${typed.collected}" is not a time such as 2026-01-31T12:00:00Z`;
  const maxAge = typed.maxAge === '' ? undefined : Number(typed.maxAge);
  if (maxAge !== undefined && !/^[1-9]\d{0,4}$/.test(typed.maxAge))
    errors.maxAge = `"${typed.maxAge}" is not a number of days from 1 to 99999`;
  const maxBytes = limitOf(typed.maxBytes, 1e6);
  const maxItems = limitOf(typed.maxItems, 1e3);
  if (maxBytes === null) errors.maxBytes = `"${typed.maxBytes}" is not a number of megabytes from 1 to 500`;
  if (maxItems === null) errors.maxItems = `"${typed.maxItems}" is not a number of thousands from 1 to 1000000`;
  if (assessedAt === undefined || maxBytes === null || maxItems === null || Object.keys(errors).length > 0)
    return { ok: false, errors };
  const limits = { ...(maxBytes === undefined ? {} : { maxBytes }), ...(maxItems === undefined ? {} : { maxItems }) };
  return { ok: true, asset, assessor: text('assessor'), assessedAt, collectedAt, maxAge, limits };
};

const highest = { 1000000: 500, 1000: 1_000_000 } as const;

/** A number of units; undefined for the default, null for what is none. */
const limitOf = (text: string, unit: 1e6 | 1e3): number | undefined | null => {
  if (text === '') return undefined;
  const number = Number(text);
  return /^\d{1,7}$/.test(text) && number >= 1 && number <= highest[unit] ? number * unit : null;
};
