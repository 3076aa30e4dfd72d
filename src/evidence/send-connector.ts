import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorProperties, readPropertyNames, rowOf, type SendConnector } from '../model/connector.js';
import type { ExportProperty, ExportRecord, ExportValue, Properties } from '../model/export-record.js';
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
  const columnsOf = onceForShape((properties) => ({
    present: columnsIn(properties),
    servers: serverColumns(properties),
  }));
  const connectors = records.map((record) => toSendConnector(record, columnsOf(record.properties), diagnostics));
  return { connectors, diagnostics: [...diagnostics, ...doubtsAcross(connectors)] };
};

/** What reading a property takes, made once for all records: where it stands in a record, and what becomes of it. */
const columns = readPropertyNames.map((name) => {
  const { key, type, otherName, unreadable } = rowOf(name);
  const { read, expected } = propertyReaders[type];
  return { name, key, read, expected, unreadable, lower: name.toLowerCase(), other: otherName?.toLowerCase() };
});

/** The connector of a record without any of them. A copy is filled for each record, which takes far less than to make one. */
const blank: SendConnector = {
  place: {},
  ...(Object.fromEntries(columns.map(({ key }) => [key, unknown('absent')])) as ConnectorProperties),
  changed: undefined,
  created: undefined,
  asked: undefined,
};

/** Which columns are there, under which key, and the last text or other value in it with what it meant: most connectors have the same. */
interface PresentColumn {
  readonly column: Column;
  readonly key: string;
  last: string | ExportValue | undefined;
  found: Property<unknown>;
}

/** A damaged record may have a property without a name: it stands for none. */
const columnsIn = (properties: Properties): readonly PresentColumn[] =>
  columns.flatMap((column) => {
    const key = [column.lower, column.other].find((one) => one !== undefined && properties.has(one));
    return key === undefined ? [] : [{ column, key, last: undefined, found: unknown('absent') }];
  });

const readValue = (present: PresentColumn, value: ExportValue): Property<unknown> => {
  const one = value.kind === 'text' ? value.text : value;
  if (one !== present.last) present.found = present.column.read(value);
  present.last = one;
  return present.found;
};

const toSendConnector = (
  record: ExportRecord,
  { present, servers }: { readonly present: readonly PresentColumn[]; readonly servers: readonly string[] },
  diagnostics: Diagnostic[],
): SendConnector => {
  const connector: { -readonly [K in keyof SendConnector]: SendConnector[K] } = { ...blank };
  const properties: Record<string, unknown> = connector;
  const unread: { readonly column: Column; readonly found: Unknown; readonly exported: ExportProperty }[] = [];
  for (const one of present) {
    const { column, key } = one;
    const exported = record.properties.get(key);
    if (exported === undefined) continue;
    const found = readValue(one, exported.value);
    properties[column.key] = found;
    if (found.state === 'unknown') unread.push({ column, found, exported });
  }
  const name = knownValue(connector.name) ?? knownValue(connector.identity);
  connector.place = { ...record.place, connector: name };
  connector.changed = latestChange(record);
  connector.created = creation(record);
  connector.asked = askedServers(record, servers);
  for (const { column, found, exported } of unread)
    diagnostics.push(...unreadable(column, found, { ...exported.place, property: column.name, connector: name }));
  return connector;
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
