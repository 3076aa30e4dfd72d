import type { PropertyType, PropertyTypes } from '../model/connector-properties.js';
import { toDuration } from './durations.js';
import { toAddressSpaces, toDomain, toSmartHosts } from './hosts-and-spaces.js';
import { toSize } from './sizes.js';
import { type Interpretation, toBoolean, toGuid, toText, toTlsAuthLevel } from './values.js';

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
  domain: { read: toDomain, expected: 'a domain, or nothing' },
  guid: { read: toGuid, expected: 'a GUID' },
  'smart-hosts': { read: toSmartHosts, expected: 'hosts, or nothing' },
  'address-spaces': { read: toAddressSpaces, expected: 'address spaces' },
  duration: { read: toDuration, expected: 'a time span such as 00:10:00' },
  size: { read: toSize, expected: 'a size with its bytes, such as 35 MB (36,700,160 bytes), or Unlimited' },
};
