/** Exchange's TlsAuthLevel: EncryptionOnly = 1, CertificateValidation = 2, DomainValidation = 4. */
export type TlsAuthLevel = 'EncryptionOnly' | 'CertificateValidation' | 'DomainValidation';

/** The types of the properties that are read. A new one also needs its reader, in ../evidence/property-types.ts. */
export interface PropertyTypes {
  readonly boolean: boolean;
  readonly 'tls-auth-level': TlsAuthLevel;
  readonly text: string;
  readonly domain: string;
  /** In lower case. */
  readonly guid: string;
  readonly 'smart-hosts': readonly string[];
  readonly 'address-spaces': readonly string[];
  /** `[d.]hh:mm:ss[.fffffff]` */
  readonly duration: string;
  /** `Unlimited`, or `36,700,160 bytes`. */
  readonly size: string;
}

export type PropertyType = keyof PropertyTypes;

interface Marks {
  /** The rules' verdicts depend on it, so an export must name it exactly. */
  readonly decisive?: true;
  /** It always has a value. */
  readonly neverEmpty?: true;
  /** Only send connectors have it, neither receive connectors nor other objects. */
  readonly sendOnly?: true;
  /** The name is an everyday word: it alone does not make a line a header. */
  readonly everyday?: true;
  /** Added by a remote session to the objects of any cmdlet: no property of the connector. */
  readonly session?: true;
  /** A credential or opaque binary: its value is dropped where it is read. */
  readonly secret?: true;
  /** Its value may have line ends: anywhere in a text that people write, or between the members of a collection. */
  readonly lineEnds?: 'text' | 'members';
}

/** A property that is read: `key` is its name in a SendConnector. It is shown by `inspect` too. */
export interface ReadProperty extends Marks {
  readonly key: string;
  readonly type: PropertyType;
  /** Another name that the same value may come under, if this one is missing. */
  readonly otherName?: string;
  /** It is in the CSV command. */
  readonly csv?: true;
  /** Records of one connector should agree on it. */
  readonly compared?: true;
  /** The severity of the diagnostic for an unreadable value; without one there is none. */
  readonly unreadable?: 'error' | 'info';
}

/** A property that is known by its name only. */
export interface NamedProperty extends Marks {
  readonly key?: undefined;
  readonly type?: 'boolean';
}

const decisive = { decisive: true, unreadable: 'error', compared: true, csv: true } as const;
const sendOnly = { sendOnly: true } as const;
const flag = { type: 'boolean', unreadable: 'error', compared: true, csv: true, neverEmpty: true } as const;
const identifying = { csv: true, neverEmpty: true } as const;
const boolean = { type: 'boolean' } as const;
const named = {} as const;

/**
 * Every property of Get-SendConnector's objects (SmtpSendConnectorConfig) by the name that Exchange gives it.
 * Everything about a property follows from its row: the type of SendConnector, the reader, what is compared and shown,
 * the CSV command and the names. Properties are shown and exported in this order.
 */
export const connectorProperties = {
  Name: { key: 'name', type: 'text', unreadable: 'error', ...identifying },
  Identity: { key: 'identity', type: 'text', otherName: 'Id', ...identifying },
  Guid: { key: 'guid', type: 'guid', ...identifying },
  DistinguishedName: { key: 'distinguishedName', type: 'text', ...identifying },
  Enabled: { key: 'enabled', ...flag },
  DomainSecureEnabled: { key: 'domainSecureEnabled', ...flag, ...decisive },
  DNSRoutingEnabled: { key: 'dnsRoutingEnabled', ...flag, ...decisive, ...sendOnly },
  TlsAuthLevel: { key: 'tlsAuthLevel', type: 'tls-auth-level', ...decisive, ...sendOnly },
  TlsDomain: { key: 'tlsDomain', type: 'domain', ...decisive, ...sendOnly },
  RequireTLS: { key: 'requireTls', ...flag },
  IgnoreSTARTTLS: { key: 'ignoreStartTls', ...flag, ...sendOnly },
  SmartHosts: {
    key: 'smartHosts',
    type: 'smart-hosts',
    unreadable: 'info',
    csv: true,
    ...sendOnly,
    lineEnds: 'members',
  },
  AddressSpaces: {
    key: 'addressSpaces',
    type: 'address-spaces',
    unreadable: 'info',
    csv: true,
    ...sendOnly,
    lineEnds: 'members',
  },
  MaxMessageSize: { key: 'maxMessageSize', type: 'size', csv: true },
  ConnectionInactivityTimeOut: { key: 'connectionInactivityTimeOut', type: 'duration', csv: true },
  PSComputerName: { key: 'psComputerName', type: 'text', session: true },
  RunspaceId: { session: true },
  PSShowComputerName: { session: true },
  Id: { neverEmpty: true },
  SourceTransportServers: { ...sendOnly, lineEnds: 'members' },
  ForceHELO: { ...boolean, ...sendOnly },
  FrontendProxyEnabled: boolean,
  CloudServicesMailEnabled: boolean,
  RequireOorg: boolean,
  UseExternalDNSServersEnabled: { ...boolean, ...sendOnly },
  IsScopedConnector: { ...boolean, ...sendOnly },
  IsSmtpConnector: { ...boolean, ...sendOnly },
  IsValid: boolean,
  Comment: { everyday: true, lineEnds: 'text' },
  Port: { everyday: true },
  Region: { everyday: true },
  TlsCertificateName: named,
  SmartHostsString: named,
  SmartHostAuthMechanism: named,
  ErrorPolicies: named,
  Fqdn: named,
  ProtocolLoggingLevel: named,
  AuthenticationCredential: { secret: true },
  SourceIPAddress: named,
  SmtpMaxMessagesPerConnection: named,
  ConnectorType: named,
  CertificateSubject: named,
  ConnectedDomains: { lineEnds: 'members' },
  SourceRoutingGroup: named,
  LinkedReceiveConnector: named,
  HomeMTA: named,
  HomeMtaServerId: named,
  AdminDisplayName: { lineEnds: 'text' },
  ExchangeVersion: named,
  ObjectCategory: named,
  ObjectClass: { lineEnds: 'members' },
  WhenChanged: named,
  WhenCreated: named,
  WhenChangedUTC: named,
  WhenCreatedUTC: named,
  OrganizationId: named,
  ObjectState: named,
  OriginatingServer: named,
  SerializationData: { secret: true },
} as const satisfies Record<string, ReadProperty | NamedProperty>;
