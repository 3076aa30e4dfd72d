import type { PropertyName } from '../model/connector.js';
import { connectorProperties, type NamedProperty, type ReadProperty } from '../model/connector-properties.js';
import { foldLookAlikes } from '../text/look-alikes.js';

/*
 * The names of a send connector's properties, from their table, and those by which other objects are told from them. Everything
 * that asks for a name asks here. PowerShell's names have no case: all sets are in lower case.
 */

const rows: readonly (readonly [string, ReadProperty | NamedProperty])[] = Object.entries(connectorProperties);

const lower = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));

const namesWhere = (test: (row: ReadProperty | NamedProperty) => boolean): ReadonlySet<string> =>
  lower(rows.flatMap(([name, row]) => (test(row) ? [name] : [])));

/** Properties that verdicts hang on. */
export const decisive = namesWhere((row) => row.decisive === true);
/** Properties that a send connector always has a value of. */
export const neverEmpty = namesWhere((row) => row.neverEmpty === true);
export const booleans = namesWhere((row) => row.type === 'boolean');
/** What a remote session adds to the objects of any cmdlet. */
export const session = namesWhere((row) => row.session === true);
/** Properties by which an object without a type's name is taken for a send connector. */
export const send = namesWhere((row) => row.sendOnly === true);
/** Properties whose values may have line ends: texts that people write, and collections between their members. */
export const texts = namesWhere((row) => row.lineEnds === 'text');
export const collections = namesWhere((row) => row.lineEnds === 'members');
/** Properties whose value is dropped where it is read. */
export const secrets = namesWhere((row) => row.secret === true);

const receiveNames = ['Bindings', 'PermissionGroups', 'AuthMechanism', 'RemoteIPRanges', 'TransportRole'];
const outboundNames = ['TlsSettings', 'UseMXRecord', 'RouteAllMessagesViaOnPremises', 'RecipientDomains'];

/** Properties that only a receive connector or an Exchange Online connector has. DomainSecureEnabled is in the former too. */
export const receiveOnly = lower(receiveNames);
export const outboundOnly = lower(outboundNames);

const transportNames = [
  ...['MaxSendSize', 'MaxReceiveSize', 'MaxRecipientEnvelopeLimit', 'TLSSendDomainSecureList'],
  ...['TLSReceiveDomainSecureList', 'InternalSMTPServers', 'ShadowRedundancyEnabled', 'GenerateCopyOfDSNFor'],
];

/** Properties that only the transport configuration (Get-TransportConfig) has, of all that is exported for these rules. */
export const transportOnly = lower(transportNames);

/** What people call the column that names the server that was asked; without blanks. */
export const hostColumns = lower(['PSComputerName', 'Server', 'ServerName', 'ComputerName', 'MachineName', 'HostName']);

/** What Format-List and Format-Table make when they are exported: formatting instructions instead of objects. */
export const formatOutputName = 'ClassId2e4f51ef21dd47e99d3c952918aff9cd';

/** All properties of a send connector, as Exchange writes them. */
export const sendConnectorNames: ReadonlySet<string> = new Set(rows.map(([name]) => name));

/** Names by which a header is told from data. Those of other cmdlets are here so that their output is refused by its name. */
export const headerNames: ReadonlySet<string> = new Set([
  ...namesWhere((row) => row.everyday !== true),
  ...lower([...receiveNames, ...outboundNames, ...transportNames, formatOutputName]),
]);

const written = new Map([...sendConnectorNames].map((name) => [name.toLowerCase(), name]));

const keys: ReadonlyMap<string, string> = new Map([...written].map(([key, name]) => [name, key]));

/** A name in lower case, as records have it; without making it anew for each of many records. */
export const keyOf = (name: PropertyName): string => keys.get(name) ?? name.toLowerCase();

/** A name as a message shows it: one of a send connector's, and nothing of any other, which in a damaged file may be a secret. */
export const shownName = (name: string): string => written.get(name.trim().toLowerCase()) ?? 'another name';

/** True for the name of a send connector's property, in lower case. */
export const isSendConnectorName = (key: string): boolean => written.has(key);

const folded = (keys: Iterable<string>): ReadonlyMap<string, string> =>
  new Map([...keys].map((key) => [foldLookAlikes(key), written.get(key) ?? key]));

const foldedDecisive = folded(decisive);
const foldedNames = folded(written.keys());

/** The decisive property whose name can be mistaken for this one, which is another. */
export const twinOf = (name: string): string | undefined =>
  isSendConnectorName(name.toLowerCase()) ? undefined : foldedDecisive.get(foldLookAlikes(name));

/** The property that a line of text names before a colon, whatever stands around the name. */
export const namedBeforeColon = (line: string): string | undefined => {
  const colon = line.slice(0, 100).search(/[:\uFF1A]/);
  return colon === -1 ? undefined : foldedNames.get(foldLookAlikes(line.slice(0, colon)));
};
