import type { PropertyType, PropertyTypes } from '../model/connector-properties.js';
import { type Interpretation, toBoolean, toGuid, toList, toText, toTlsAuthLevel } from './values.js';

/** How a type's values are read, and in words what they may be. */
export interface PropertyReader<T> {
  readonly read: Interpretation<T>;
  readonly expected: string;
}

/** The reader of each type of property. */
export const propertyReaders: { readonly [T in PropertyType]: PropertyReader<PropertyTypes[T]> } = {
  boolean: { read: toBoolean, expected: 'True or False' },
  'tls-auth-level': {
    read: toTlsAuthLevel,
    expected: 'EncryptionOnly, CertificateValidation, DomainValidation, or nothing',
  },
  text: { read: toText, expected: 'a text' },
  domain: { read: toText, expected: 'a domain, or nothing' },
  guid: { read: toGuid, expected: 'a GUID' },
  'smart-hosts': { read: toList(/[;|,\s]/), expected: 'hosts, or nothing' },
  'address-spaces': { read: toList(/[|,]/), expected: 'address spaces' },
};
