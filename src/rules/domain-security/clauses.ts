import { propertyOf, type ReadPropertyName, type SendConnector } from '../../model/connector.js';
import type { Truth } from '../../model/review.js';
import { showProperty } from '../../model/show-property.js';
import { connectorNotes, hostNotes } from '../notes.js';
import type { Clause, RuleModule } from '../rule.js';
import { and, is, isSet, not, or } from '../truth.js';

const show = (connector: SendConnector, names: readonly ReadPropertyName[]): string =>
  names.map((name) => `${name} ${showProperty(propertyOf(connector, name))}`).join(', ');

const unknownOf = (connector: SendConnector, names: readonly ReadPropertyName[]): string[] =>
  names.filter((name) => propertyOf(connector, name).state === 'unknown');

const clause = (
  id: string,
  properties: readonly ReadPropertyName[],
  expected: string,
  holds: (connector: SendConnector) => Truth,
): Clause => ({
  id,
  judge: (connector) => ({ id, truth: holds(connector), expected, actual: show(connector, properties) }),
  unknownProperties: (connector) => unknownOf(connector, properties),
});

/**
 * The three sentences of the rule's check (V-259594, SV-259594r1043178_rule), each by itself:
 *
 * 1. "if the value of DomainSecureEnabled is not set to True, this is a finding";
 * 2. "If TlsAuthLevel is DomainValidation then TlsDomain is required if DNSRoutingEnabled is $false";
 * 3. "DNSRoutingEnabled must be $true if DomainSecureEnabled is $true".
 *
 * That a breach of the second or third is a finding too is this project's reading of "is required" and "must be".
 */
const clauses: readonly Clause[] = [
  clause('domain-secure', ['DomainSecureEnabled'], 'DomainSecureEnabled True', (c) => is(c.domainSecureEnabled, true)),
  clause(
    'tls-domain',
    ['TlsAuthLevel', 'DNSRoutingEnabled', 'TlsDomain'],
    'TlsDomain set, where TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False',
    (c) => or(not(is(c.tlsAuthLevel, 'DomainValidation')), not(is(c.dnsRoutingEnabled, false)), isSet(c.tlsDomain)),
  ),
  clause(
    'dns-routing',
    ['DomainSecureEnabled', 'DNSRoutingEnabled'],
    'DNSRoutingEnabled True, where DomainSecureEnabled is True',
    (c) => or(not(is(c.domainSecureEnabled, true)), is(c.dnsRoutingEnabled, true)),
  ),
];

export const v259594: RuleModule = {
  vulnId: 'V-259594',
  subject: 'send connector',
  clauses,
  show: (connector) => show(connector, ['DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain']),
  /** Only the first sentence of the check says "this is a finding". */
  readingOf: new Set(['tls-domain', 'dns-routing']),
  holds: (results) => and(...results.map((result) => result.truth)),
  connectorNotes,
  hostNotes,
};
