import type { ExportRecord } from '../model/export-record.js';
import { shortened } from '../text/limit.js';
import { outboundOnly, receiveOnly, send, transportOnly } from './property-names.js';
import { onceForShape } from './property-row.js';
import { textOf } from './values.js';

/** What a record is: a send connector (`contradiction`: yet something in it says otherwise), or the output of something else. */
export type Kind =
  | { readonly is: 'send-connector'; readonly contradiction?: string | undefined }
  | { readonly is: 'other'; readonly what: string };

type Recognisable = Pick<ExportRecord, 'typeNames' | 'properties'>;

/** Type names that say nothing of the cmdlet: what Select-Object and `[pscustomobject]` leave. */
const anonymousTypes = /(^|\.)(PSCustomObject|PSObject|Object|Hashtable|OrderedDictionary)$/;

/** The prefixes that PowerShell puts before a type's name; they occur stacked. */
const prefixes = /^(?:(?:Deserialized|Selected)\.)+/;

/** True for the name of the type that Get-SendConnector's objects have; a name that is not whole is a damaged one. */
export const isSendConnectorType = (name: string): boolean =>
  name.replace(prefixes, '') === 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';

/** The same for the one object that Get-TransportConfig gives. */
export const isTransportConfigType = (name: string): boolean =>
  name.replace(prefixes, '') === 'Microsoft.Exchange.Data.Directory.SystemConfiguration.TransportConfigContainer';

/** What the object of Get-TransportConfig is called in messages. */
export const transportConfig = 'the transport configuration (Get-TransportConfig)';

/** Its names are not shown: in a damaged file one may be a secret. */
export const unknownObject = 'an object without any property that only send connectors have';

const receive = 'a receive connector (Get-ReceiveConnector)';
const outbound = 'an Exchange Online connector (Get-OutboundConnector)';

/**
 * Says what an exported object is: by its type's name, if that is .NET's, else by the properties that only one cmdlet's objects
 * have. Types that scripts name themselves say nothing.
 */
export const recognise = (record: Recognisable): Kind => {
  const types = record.typeNames.filter((name) => !anonymousTypes.test(name));
  const names = namesOf(record.properties);
  const dotNet = types.find((name) => /^(?:Microsoft|System)\./.test(name.replace(prefixes, '')));
  const contradiction = otherConnector(types) ?? (receiveIdentity(record) ? receive : undefined);
  if (types.some(isSendConnectorType)) return { is: 'send-connector', contradiction };
  if (dotNet !== undefined) {
    const what = otherConnector([dotNet]) ?? typeOf(dotNet);
    const isOne = record.properties.has('dnsroutingenabled') || record.properties.has('tlsauthlevel');
    return isOne ? { is: 'send-connector', contradiction: what } : { is: 'other', what };
  }
  if (names.areOutbound) return { is: 'other', what: outbound };
  if (names.areSend) return { is: 'send-connector', contradiction };
  if (names.areTransport && isTransportConfigName(record)) return { is: 'other', what: transportConfig };
  if (names.areReceive || receiveIdentity(record)) return { is: 'other', what: receive };
  if (names.areLabelled) return { is: 'send-connector' };
  return { is: 'other', what: unknownObject };
};

/** What a record is by the names of its properties. */
const namesOf = onceForShape((properties) => {
  const has = (names: Iterable<string>) => [...names].some((name) => properties.has(name));
  return {
    areOutbound: has(outboundOnly) && !has(onPremises),
    areSend: has(send),
    areTransport: has(transportOnly),
    areReceive: has(receiveOnly),
    areLabelled: has(['domainsecureenabled']) && has(['name', 'identity', 'id']),
  };
});

/** Exchange Online's connectors share some properties with send connectors, but not these. */
const onPremises = ['domainsecureenabled', 'dnsroutingenabled', 'addressspaces'];

/** Mailboxes have a MaxSendSize too, but no mailbox is called so. */
const isTransportConfigName = ({ properties }: Recognisable): boolean =>
  [undefined, 'Transport Settings'].includes(textOf(properties.get('name')?.value));

/** The identity of a receive connector is `SERVER\name`; a send connector's is its name, whatever that is. */
const receiveIdentity = ({ properties }: Recognisable): boolean => {
  const identity = textOf(properties.get('identity')?.value ?? properties.get('id')?.value);
  if (identity === undefined || !/^[^\\/]+\\[^\\/]/.test(identity)) return false;
  return identity !== textOf(properties.get('name')?.value);
};

const otherConnector = (types: readonly string[]): string | undefined => {
  if (types.some((type) => type.endsWith('ReceiveConnector'))) return receive;
  return types.some((type) => type.endsWith('OutboundConnector')) ? outbound : undefined;
};

const typeOf = (type: string): string => {
  if (/\.Internal\.Format\./.test(type)) return 'the output of Format-List or Format-Table, exported again';
  if (isTransportConfigType(type)) return transportConfig;
  return `an object of type ${shortened(type.replace(/`.*$/s, '').replace(prefixes, ''), 100)}`;
};
