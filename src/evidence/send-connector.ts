import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorProperties, readPropertyNames, rowOf, type SendConnector } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { knownValue, type Property, unknown } from '../model/property.js';
import { askedServers, serverColumns } from './asked-servers.js';
import { doubtsAcross } from './identity.js';
import { creation, latestChange } from './latest-change.js';
import { onceForShape } from './property-row.js';
import { propertyReaders } from './property-types.js';

/**
 * Normalises the records of one host to send connectors, one for one and in their order. Diagnostics: `property-unreadable`,
 * `property-cut`, `property-flattened`, `collection-unknown`, and what the records say of each other (`doubtsAcross`).
 */
export const toSendConnectors = (
  records: readonly ExportRecord[],
): { readonly connectors: readonly SendConnector[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const columnsOf = onceForShape(serverColumns);
  const connectors = records.map((record) => toSendConnector(record, columnsOf(record.properties), diagnostics));
  return { connectors, diagnostics: [...diagnostics, ...doubtsAcross(connectors)] };
};

/** What reading a property takes, made once for all records: where it stands in a record, and what becomes of it. */
const columns = readPropertyNames.map((name) => {
  const { key, type, otherName, unreadable } = rowOf(name);
  const { read, expected } = propertyReaders[type];
  return { name, key, read, expected, unreadable, lower: name.toLowerCase(), other: otherName?.toLowerCase() };
});

const toSendConnector = (
  record: ExportRecord,
  ofServers: readonly string[],
  diagnostics: Diagnostic[],
): SendConnector => {
  const properties: Record<string, Property<unknown>> = {};
  const unread: { readonly column: Column; readonly found: Unknown; readonly place: Place }[] = [];
  for (const column of columns) {
    const { lower, other } = column;
    // A damaged record may have a property without a name: it stands for none.
    const exported = record.properties.get(lower) ?? (other === undefined ? undefined : record.properties.get(other));
    const found: Property<unknown> = exported === undefined ? unknown('absent') : column.read(exported.value);
    properties[column.key] = found;
    if (exported !== undefined && found.state === 'unknown') unread.push({ column, found, place: exported.place });
  }
  const read = properties as unknown as ConnectorProperties;
  const connector = knownValue(read.name) ?? knownValue(read.identity);
  for (const { column, found, place } of unread)
    diagnostics.push(...unreadable(column, found, { ...place, property: column.name, connector }));
  return {
    place: { ...record.place, connector },
    ...read,
    changed: latestChange(record),
    created: creation(record),
    asked: askedServers(record, ofServers),
  };
};

type Column = (typeof columns)[number];
type Unknown = Extract<Property<unknown>, { state: 'unknown' }>;

const unreadable = (
  { unreadable, expected }: Column,
  { reason, seen: found = '' }: Unknown,
  place: Place,
): Diagnostic[] => {
  if (unreadable === undefined) return [];
  if (unreadable === 'info') return [diagnostic('collection-unknown', place, { found })];
  const code =
    reason === 'flattened' ? 'property-flattened' : reason === 'cut' ? 'property-cut' : 'property-unreadable';
  return [diagnostic(code, place, { expected, found })];
};
