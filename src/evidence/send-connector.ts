import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { SendConnector } from '../model/connector.js';
import type { ExportProperty, ExportRecord } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { knownValue, type Property, unknown } from '../model/property.js';
import { contradictsItself } from './identity.js';
import { keyOf, type SendConnectorName } from './property-names.js';
import { recognise } from './recognise.js';
import { spliced } from './records-alike.js';
import { type Interpretation, toBoolean, toList, toText, toTlsAuthLevel } from './values.js';

/** The properties whose unreadable value is an error, with what they may hold. All others only inform. */
const expectations: Readonly<Partial<Record<SendConnectorName, string>>> = {
  Enabled: 'True or False',
  DomainSecureEnabled: 'True or False',
  DNSRoutingEnabled: 'True or False',
  IgnoreSTARTTLS: 'True or False',
  RequireTLS: 'True or False',
  TlsAuthLevel: 'EncryptionOnly, CertificateValidation, DomainValidation, or nothing',
  TlsDomain: 'a domain, or nothing',
};

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

const toSmartHosts = toList(/[;|,\s]/);
const toAddressSpaces = toList(/[|,]/);

const toSendConnector = (record: ExportRecord, diagnostics: Diagnostic[]): SendConnector => {
  const propertyOf = (name: SendConnectorName): ExportProperty | undefined => record.properties.get(keyOf(name));
  const find = <T>(name: SendConnectorName, interpret: Interpretation<T>): Property<T> => {
    const property = propertyOf(name);
    return property === undefined ? unknown('absent') : interpret(property.value);
  };
  const identity = find(propertyOf('Identity') === undefined ? 'Id' : 'Identity', toText);
  const name = find('Name', toText);
  const label = knownValue(name) ?? knownValue(identity);
  const read = <T>(property: SendConnectorName, interpret: Interpretation<T>): Property<T> => {
    const found = find(property, interpret);
    if (found.state === 'unknown' && found.reason !== 'absent') {
      const at = { ...(propertyOf(property)?.place ?? record.place), property, connector: label };
      diagnostics.push(unreadable(found.reason, property, at, found.seen));
    }
    return found;
  };
  const place = { ...record.place, connector: label };
  // A collection, say: then this is another property's value, or the record was put together of two.
  if (name.state === 'unknown' && (name.reason === 'unreadable' || name.reason === 'cut')) {
    const code = name.reason === 'cut' ? 'property-cut' : 'property-unreadable';
    diagnostics.push(diagnostic(code, { ...place, property: 'Name' }, { expected: 'a text', actual: name.seen }));
  }
  if (knownValue(identity)?.includes('\\')) diagnostics.push(diagnostic('identity-with-backslash', place));
  return {
    place,
    guid: lowerCase(find('Guid', toText)),
    distinguishedName: find('DistinguishedName', toText),
    identity,
    name,
    enabled: read('Enabled', toBoolean),
    domainSecureEnabled: read('DomainSecureEnabled', toBoolean),
    dnsRoutingEnabled: read('DNSRoutingEnabled', toBoolean),
    tlsAuthLevel: read('TlsAuthLevel', toTlsAuthLevel),
    tlsDomain: read('TlsDomain', toText),
    ignoreStartTls: read('IgnoreSTARTTLS', toBoolean),
    requireTls: read('RequireTLS', toBoolean),
    smartHosts: read('SmartHosts', toSmartHosts),
    addressSpaces: read('AddressSpaces', toAddressSpaces),
    psComputerName: find('PSComputerName', toText),
  };
};

const unreadable = (
  reason: string,
  property: SendConnectorName,
  place: Place,
  actual: string | undefined,
): Diagnostic => {
  const expected = expectations[property];
  if (expected === undefined) return diagnostic('collection-unknown', place, { actual });
  if (reason === 'flattened') return diagnostic('property-flattened', place, { expected, actual });
  return diagnostic(reason === 'cut' ? 'property-cut' : 'property-unreadable', place, { expected, actual });
};

const lowerCase = (property: Property<string>): Property<string> =>
  property.state === 'known' && property.value !== null
    ? { state: 'known', value: property.value.toLowerCase() }
    : property;
