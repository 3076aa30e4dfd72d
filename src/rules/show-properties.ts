import { propertyOf, type ReadPropertyName, readPropertyNames, type SendConnector } from '../model/connector.js';
import { showProperty } from '../model/show-property.js';

/** `DomainSecureEnabled True, DNSRoutingEnabled (not set)` */
export const showProperties = (connector: SendConnector, names: readonly ReadPropertyName[]): string =>
  names.map((name) => `${name} ${showProperty(propertyOf(connector, name))}`).join(', ');

/** Those of the properties that the export does not tell. */
export const unknownProperties = (
  connector: SendConnector,
  names: readonly ReadPropertyName[],
): readonly ReadPropertyName[] => names.filter((name) => propertyOf(connector, name).state === 'unknown');

/** Each name once, in the order of the table of properties. */
export const inOrder = (names: readonly ReadPropertyName[]): readonly ReadPropertyName[] =>
  readPropertyNames.filter((name) => names.includes(name));
