import { propertyReaders } from '../evidence/property-types.js';
import { bytesText } from '../evidence/sizes.js';
import { propertyOf, type ReadPropertyName, rowOf, type SendConnector } from '../model/connector.js';
import type { ExportValue } from '../model/export-record.js';
import { known, type Property, unknown } from '../model/property.js';
import { comparable } from '../rules/smart-host/addresses.js';

/** A value of the site file in the form of an export. */
const asExported = (value: unknown): ExportValue => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(asExported) };
  if (typeof value === 'string' && value.trim() !== '') return { kind: 'text', text: value };
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'null' };
};

/** A size that people write, `10 MB` or `10240KB`: whole numbers with a unit, what Exchange itself writes, and what this program shows of it. */
export const siteSize = (text: string): string | undefined => {
  const units: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };
  const [, digits = '', unit = ''] = /^(\d{1,9}) ?(B|KB|MB|GB|TB)$/i.exec(text.trim()) ?? [];
  if (/^\d{1,3}(,\d{3})* bytes$/.test(text.trim())) return text.trim();
  if (digits !== '') {
    const bytes = Number(digits) * (units[unit.toUpperCase()] ?? Number.NaN);
    return Number.isSafeInteger(bytes) ? bytesText(bytes) : undefined;
  }
  const read = propertyReaders.size.read({ kind: 'text', text });
  return read.state === 'known' ? (read.value ?? undefined) : undefined;
};

/** A property's value in the site file; unknown if it is not valid for the property. */
const readValue = (name: ReadPropertyName, value: unknown): Property<unknown> => {
  const { type } = rowOf(name);
  if (type !== 'size' || typeof value !== 'string') return propertyReaders[type].read(asExported(value));
  const size = siteSize(value);
  return size === undefined ? unknown('unreadable') : known(size);
};

/** A property's possible values, in words. */
export const expectedValue = (name: ReadPropertyName): string =>
  rowOf(name).type === 'size'
    ? 'a size with its unit, such as 10 MB, or Unlimited'
    : propertyReaders[rowOf(name).type].expected;

/**
 * A known value as a text by which it is compared: without case, members of lists in any order, addresses by their value, and a
 * list without members as nothing. Undefined where it is unknown.
 */
const comparableValue = (name: ReadPropertyName, property: Property<unknown>): string | undefined => {
  if (property.state === 'unknown') return undefined;
  const { value } = property;
  if (!Array.isArray(value)) return JSON.stringify(typeof value === 'string' ? value.trim().toLowerCase() : value);
  const members = value.map((one) => (name === 'SmartHosts' ? comparable(String(one)) : String(one).toLowerCase()));
  return JSON.stringify(members.length === 0 ? null : members.sort());
};

/** A value of the site file in the form of `seenValue`; undefined if it is not valid for the property. */
export const saidValue = (name: ReadPropertyName, value: unknown): string | undefined =>
  comparableValue(name, readValue(name, value));

/** A property in the export, for comparison; undefined if unknown. */
export const seenValue = (name: ReadPropertyName, connector: SendConnector): string | undefined =>
  comparableValue(name, propertyOf(connector, name));
