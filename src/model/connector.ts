import { connectorProperties, type PropertyTypes, type ReadProperty } from './connector-properties.js';
import type { Place } from './place.js';
import type { Property } from './property.js';
import type { Reported } from './reported.js';

type Table = typeof connectorProperties;

/** The name of a property of Get-SendConnector's objects, as Exchange writes it. */
export type PropertyName = keyof Table;

/** The name of a property that is read. */
export type ReadPropertyName = {
  [N in PropertyName]: Table[N] extends { readonly key: string } ? N : never;
}[PropertyName];

/** The value of each property that is read, by its key. */
export type ConnectorProperties = {
  readonly [N in ReadPropertyName as Table[N]['key']]: Property<PropertyTypes[Table[N]['type']]>;
};

/** One record of `Get-SendConnector` output, normalised to the properties that matter here. */
export interface SendConnector extends ConnectorProperties {
  readonly place: Place;
  /** When it was last changed, if the export has that time with a zone. */
  readonly changed?: LatestChange | undefined;
  /** When it was created, if the export has that time with a zone. */
  readonly created?: { readonly day: string; readonly written: string } | undefined;
  /** The servers that were queried, according to the export; not properties of the connector. */
  readonly asked?: readonly AskedServer[] | undefined;
}

/** A server that was queried, with the property or column that names it. */
export interface AskedServer {
  readonly name: string;
  readonly property: string;
  readonly place: Place;
}

/** The latest time at which the connector was created or changed, according to a record. */
export interface LatestChange {
  readonly property: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly written: string;
  readonly place: Place;
}

/** The names of the properties that are read, in the order of the table. */
export const readPropertyNames: readonly ReadPropertyName[] = (
  Object.keys(connectorProperties) as PropertyName[]
).filter((name): name is ReadPropertyName => 'key' in connectorProperties[name]);

/** A property's row in the table. */
export const rowOf = (name: ReadPropertyName): ReadProperty & { readonly key: keyof ConnectorProperties } =>
  connectorProperties[name];

/** What the export says of a property, by Exchange's name. */
export const propertyOf = (connector: SendConnector, name: ReadPropertyName): Property<unknown> =>
  connector[rowOf(name).key];

/** The records of one connector, from one or several exports; never empty. */
export interface ConnectorEvidence {
  readonly records: readonly [SendConnector, ...SendConnector[]];
}

/** One export file as it was read. */
export interface Evidence {
  /** The path as the user gave it, or `-` for standard input. */
  readonly path: string;
  readonly format: ExportFormat;
  readonly encoding: Encoding;
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The number of this host's connector records in the file. */
  readonly connectors: number;
  /** `doubtful`: it may prove a finding, and never a pass. */
  readonly strength: 'whole' | 'doubtful';
  /** Why it is doubtful; empty if it is whole. */
  readonly reasons: readonly Reported[];
  /** If the file also holds other hosts' records: the column that tells the hosts apart, this host's value, and all records. */
  readonly part?: { readonly column: string; readonly value: string; readonly of: number } | undefined;
}

export type ExportFormat = 'csv' | 'json' | 'clixml' | 'list';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
