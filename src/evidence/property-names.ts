/**
 * The names of properties, as Exchange writes them: those of Get-SendConnector's objects (SmtpSendConnectorConfig), and
 * those by which other objects are told from them. Everything that asks for a name asks here. PowerShell's names have no
 * case, so that comparisons are made in lower case.
 */
const judgedNames = ['DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain'] as const;

/** Properties that a send connector always has a value of. */
const neverEmptyNames = [
  ...['Name', 'Identity', 'Id', 'Guid', 'DistinguishedName', 'Enabled', 'DomainSecureEnabled', 'DNSRoutingEnabled'],
  ...['RequireTLS', 'IgnoreSTARTTLS'],
] as const;

const booleanNames = [
  ...['Enabled', 'DomainSecureEnabled', 'DNSRoutingEnabled', 'RequireTLS', 'IgnoreSTARTTLS', 'ForceHELO'],
  ...['FrontendProxyEnabled', 'CloudServicesMailEnabled', 'RequireOorg', 'UseExternalDNSServersEnabled'],
  ...['IsScopedConnector', 'IsSmtpConnector', 'IsValid'],
] as const;

/** No name of another cmdlet's objects, whatever these share with send connectors. */
const sendOnlyNames = [
  'SmartHosts',
  'AddressSpaces',
  'SourceTransportServers',
  'IgnoreSTARTTLS',
  'RequireTLS',
] as const;

/** Names that are everyday words: one of them alone does not make a line a header. */
const everydayNames = ['Comment', 'Port', 'Region'] as const;

/** What a remote session adds to the objects of any cmdlet. */
const sessionNames = ['PSComputerName', 'RunspaceId', 'PSShowComputerName'] as const;

const otherSendNames = [
  ...['TlsCertificateName', 'SmartHostsString', 'SmartHostAuthMechanism', 'MaxMessageSize', 'ErrorPolicies', 'Fqdn'],
  ...['ConnectionInactivityTimeOut', 'ProtocolLoggingLevel', 'AuthenticationCredential', 'SourceIPAddress'],
  ...['SmtpMaxMessagesPerConnection', 'ConnectorType', 'CertificateSubject', 'ConnectedDomains', 'SourceRoutingGroup'],
  ...['LinkedReceiveConnector', 'HomeMTA', 'HomeMtaServerId', 'AdminDisplayName', 'ExchangeVersion', 'ObjectCategory'],
  ...['ObjectClass', 'WhenChanged', 'WhenCreated', 'WhenChangedUTC', 'WhenCreatedUTC', 'OrganizationId', 'ObjectState'],
  ...['OriginatingServer', 'SerializationData'],
] as const;

const receiveNames = ['Bindings', 'PermissionGroups', 'AuthMechanism', 'RemoteIPRanges'];
const outboundNames = ['TlsSettings', 'UseMXRecord', 'RouteAllMessagesViaOnPremises', 'RecipientDomains'];

/** What Format-List and Format-Table make when they are exported: formatting instructions instead of objects. */
export const formatOutputName = 'ClassId2e4f51ef21dd47e99d3c952918aff9cd';

const lower = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));

/** All sets are in lower case. */
export const neverEmpty = lower(neverEmptyNames);
export const booleans = lower(booleanNames);
export const session = lower(sessionNames);
/** Properties that only a receive connector or an Exchange Online connector has. DomainSecureEnabled is in the former too. */
export const receiveOnly = lower(receiveNames);
export const outboundOnly = lower(outboundNames);
/** Properties of which an object without a type's name must have one to be taken for a send connector. */
export const send = lower([...judgedNames, ...sendOnlyNames]);

const allNames = [
  ...judgedNames,
  ...neverEmptyNames,
  ...booleanNames,
  ...sendOnlyNames,
  ...everydayNames,
  ...otherSendNames,
  ...sessionNames,
] as const;

export type SendConnectorName = (typeof allNames)[number];

/** All properties of a send connector, as Exchange writes them. */
export const sendConnectorNames: ReadonlySet<string> = new Set(allNames);

/** Names by which a header is told from data. Those of other cmdlets are here so that their output is refused by its name. */
export const headerNames: ReadonlySet<string> = (() => {
  const everyday = lower(everydayNames);
  const names = lower([...sendConnectorNames, ...receiveNames, ...outboundNames, formatOutputName]);
  return new Set([...names].filter((name) => !everyday.has(name)));
})();

const keys: ReadonlyMap<string, string> = new Map([...sendConnectorNames].map((name) => [name, name.toLowerCase()]));

/** A name in lower case, as records have it; without making it anew for each of many records. */
export const keyOf = (name: SendConnectorName): string => keys.get(name) ?? name.toLowerCase();

const written = new Map([...sendConnectorNames].map((name) => [name.toLowerCase(), name]));

/** A name as a message shows it: one of a send connector's, and nothing of any other, which in a damaged file may be a secret. */
export const shownName = (name: string): string => written.get(name.trim().toLowerCase()) ?? 'another name';

/** True for the name of a send connector's property, in lower case. */
export const isSendConnectorName = (key: string): boolean => written.has(key);
