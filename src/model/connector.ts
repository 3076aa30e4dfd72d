import type { Place } from './place.js';
import type { Property } from './property.js';

/** Exchange's TlsAuthLevel: EncryptionOnly = 1, CertificateValidation = 2, DomainValidation = 4. */
export type TlsAuthLevel = 'EncryptionOnly' | 'CertificateValidation' | 'DomainValidation';

/** One record of `Get-SendConnector` output, normalised: what the export says of the properties that matter here. */
export interface SendConnector {
  readonly place: Place;
  readonly guid: Property<string>;
  readonly distinguishedName: Property<string>;
  readonly identity: Property<string>;
  readonly name: Property<string>;
  readonly enabled: Property<boolean>;
  readonly domainSecureEnabled: Property<boolean>;
  readonly dnsRoutingEnabled: Property<boolean>;
  readonly tlsAuthLevel: Property<TlsAuthLevel>;
  readonly tlsDomain: Property<string>;
  readonly ignoreStartTls: Property<boolean>;
  readonly requireTls: Property<boolean>;
  readonly smartHosts: Property<readonly string[]>;
  readonly addressSpaces: Property<readonly string[]>;
  /** The server that was asked, from a remote session; not a property of the connector. */
  readonly psComputerName: Property<string>;
}

/** The records, of one or several exports, that speak of one and the same connector; never empty. */
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
  /** How many connector records the file holds for this host. */
  readonly connectors: number;
  /** Where the file holds other hosts' records too: the column that tells the hosts apart, this host's value, and all records. */
  readonly part?: { readonly column: string; readonly value: string; readonly of: number } | undefined;
}

export type ExportFormat = 'csv' | 'json' | 'clixml' | 'list';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
