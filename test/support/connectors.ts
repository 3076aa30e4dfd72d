import { type ConnectorProperties, readPropertyNames, rowOf, type SendConnector } from '../../src/model/connector.js';
import type { TlsAuthLevel } from '../../src/model/connector-properties.js';
import { known, type Property, unknown } from '../../src/model/property.js';

/** A connector of which nothing is known, with the given properties put in. */
export const connector = (properties: Partial<SendConnector> = {}): SendConnector => {
  const absent = Object.fromEntries(readPropertyNames.map((name) => [rowOf(name).key, unknown('absent')]));
  return {
    ...(absent as unknown as ConnectorProperties),
    place: { file: 'send-connectors.csv', line: 2 },
    ...properties,
  };
};

/** A connector that meets every clause of V-259594 as Exchange allows it. */
export const compliant = (properties: Partial<SendConnector> = {}): SendConnector =>
  connector({
    identity: known('Partner mail'),
    name: known('Partner mail'),
    enabled: known(true),
    domainSecureEnabled: known(true),
    dnsRoutingEnabled: known(true),
    tlsAuthLevel: known<TlsAuthLevel>(null),
    tlsDomain: known<string>(null),
    ignoreStartTls: known(false),
    requireTls: known(true),
    smartHosts: known<readonly string[]>([]),
    ...properties,
  });

/** What an export can say of a Boolean: true, false, null, unknown. */
export const booleans: readonly Property<boolean>[] = [
  known(true),
  known(false),
  known<boolean>(null),
  unknown('absent'),
];

export const levels: readonly Property<TlsAuthLevel>[] = [
  known<TlsAuthLevel>('DomainValidation'),
  known<TlsAuthLevel>('CertificateValidation'),
  known<TlsAuthLevel>('EncryptionOnly'),
  known<TlsAuthLevel>(null),
  unknown('unreadable', 'Whatever'),
];

export const domains: readonly Property<string>[] = [known('*.example.mil'), known<string>(null), unknown('absent')];
