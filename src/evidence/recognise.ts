import type { ExportRecord } from '../model/export-record.js';
import { outboundOnly, receiveOnly, send } from './property-names.js';

/** What a record is: a send connector, or something else with the name to refuse it by. */
export type Kind = { readonly is: 'send-connector' } | { readonly is: 'foreign'; readonly what: string };

const sendConnector: Kind = { is: 'send-connector' };
const foreign = (what: string): Kind => ({ is: 'foreign', what });

/** Type names that say nothing of the cmdlet: what Select-Object and `[pscustomobject]` leave. */
const anonymousTypes = /(^|\.)(PSCustomObject|PSObject|Object|Hashtable|OrderedDictionary)$/;

/** True for the name of the type that Get-SendConnector's objects have; a name that is not whole is a damaged one. */
export const isSendConnectorType = (name: string): boolean =>
  /^(?:(?:Deserialized|Selected)\.)*Microsoft\.Exchange\.Data\.Directory\.SystemConfiguration\.SmtpSendConnectorConfig$/.test(
    name,
  );

/**
 * Says what an exported object is: by its type's name where it has one (the prefixes `Deserialized.` and
 * `Selected.` occur, also stacked), else by the properties that only one cmdlet's objects have.
 */
export const recognise = (record: ExportRecord): Kind => {
  const types = record.typeNames.filter((name) => !anonymousTypes.test(name));
  if (types.some(isSendConnectorType)) return sendConnector;
  const has = (names: ReadonlySet<string>) => [...names].some((name) => record.properties.has(name));
  const [type] = types;
  if (type?.endsWith('ReceiveConnector') || (type === undefined && has(receiveOnly)))
    return foreign('a receive connector (Get-ReceiveConnector)');
  if (type?.endsWith('OutboundConnector') || (type === undefined && has(outboundOnly)))
    return foreign('an Exchange Online connector (Get-OutboundConnector)');
  if (type !== undefined && /\.Internal\.Format\.|^ClassId/.test(type))
    return foreign('the output of Format-List or Format-Table, exported again');
  if (type !== undefined) return foreign(`an object of type ${shortType(type)}`);
  if (has(send)) return sendConnector;
  const names = [...record.properties.values()].slice(0, 5).map((property) => property.name);
  return foreign(`an object without any send connector property (it has ${names.join(', ') || 'none at all'})`);
};

const shortType = (type: string): string => {
  const plain = type.replace(/`.*$/s, '').replace(/^((Deserialized|Selected)\.)+/, '');
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain;
};
