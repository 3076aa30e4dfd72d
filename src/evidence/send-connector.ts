import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorProperties, readPropertyNames, rowOf, type SendConnector } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { knownValue, type Property, unknown } from '../model/property.js';
import { askedServers } from './asked-servers.js';
import { contradictsItself } from './identity.js';
import { latestChange } from './latest-change.js';
import { propertyReaders } from './property-types.js';
import { recognise } from './recognise.js';
import { spliced } from './records-alike.js';

/**
 * Why an export with these records is refused as a whole, if it is: one of them is something else (`not-a-send-connector`) or was
 * visibly put together of two (`property-name-spliced`, `identity-contradicts`, `guid-malformed`).
 */
export const refusalOf = (records: readonly ExportRecord[]): Diagnostic | undefined => {
  for (const record of records) {
    const kind = recognise(record);
    if (kind.is === 'foreign') return diagnostic('not-a-send-connector', record.place, { actual: kind.what });
  }
  return spliced(records) ?? contradictsItself(records);
};

/**
 * Normalises records that were not refused (`refusalOf`) to send connectors, one for one and in their order. Diagnostics:
 * `property-unreadable`, `property-cut`, `property-flattened`, `collection-unknown`, `identity-with-backslash`.
 */
export const toSendConnectors = (
  records: readonly ExportRecord[],
): { readonly connectors: readonly SendConnector[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  return { connectors: records.map((record) => toSendConnector(record, diagnostics)), diagnostics };
};

/** What reading a property takes, made once for all records: where it stands in a record, and what becomes of it. */
const columns = readPropertyNames.map((name) => {
  const { key, type, otherName, unreadable } = rowOf(name);
  const { read, expected } = propertyReaders[type];
  return { name, key, read, expected, unreadable, lower: name.toLowerCase(), other: otherName?.toLowerCase() ?? '' };
});

const toSendConnector = (record: ExportRecord, diagnostics: Diagnostic[]): SendConnector => {
  const properties: Record<string, Property<unknown>> = {};
  const unread: { readonly column: Column; readonly found: Unknown; readonly place: Place }[] = [];
  for (const column of columns) {
    const exported = record.properties.get(column.lower) ?? record.properties.get(column.other);
    const found: Property<unknown> = exported === undefined ? unknown('absent') : column.read(exported.value);
    properties[column.key] = found;
    if (exported !== undefined && found.state === 'unknown') unread.push({ column, found, place: exported.place });
  }
  const read = properties as unknown as ConnectorProperties;
  const connector = knownValue(read.name) ?? knownValue(read.identity);
  for (const { column, found, place } of unread)
    diagnostics.push(...unreadable(column, found, { ...place, property: column.name, connector }));
  const place = { ...record.place, connector };
  if (knownValue(read.identity)?.includes('\\')) diagnostics.push(diagnostic('identity-with-backslash', place));
  return { place, ...read, changed: latestChange(record), asked: askedServers(record) };
};

type Column = (typeof columns)[number];
type Unknown = Extract<Property<unknown>, { state: 'unknown' }>;

const unreadable = (
  { unreadable, expected }: Column,
  { reason, seen: actual }: Unknown,
  place: Place,
): Diagnostic[] => {
  if (unreadable === undefined) return [];
  if (unreadable === 'info') return [diagnostic('collection-unknown', place, { actual })];
  const code =
    reason === 'flattened' ? 'property-flattened' : reason === 'cut' ? 'property-cut' : 'property-unreadable';
  return [diagnostic(code, place, { expected, actual })];
};
