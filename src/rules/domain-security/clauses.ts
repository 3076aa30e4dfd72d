import type { Clause } from '../rule.js';
import { is, isSet, not, or } from '../truth.js';

/** Only the first sentence of the check says "this is a finding". */
const reading =
  'The check says "this is a finding" only of DomainSecureEnabled. Where one of its other sentences ("is required", "must be") is not met, that is taken as a finding too.';

/**
 * The three sentences of the rule's check (V-259594, SV-259594r1043178_rule), each by itself:
 *
 * 1. "if the value of DomainSecureEnabled is not set to True, this is a finding";
 * 2. "If TlsAuthLevel is DomainValidation then TlsDomain is required if DNSRoutingEnabled is $false";
 * 3. "DNSRoutingEnabled must be $true if DomainSecureEnabled is $true".
 *
 * That a breach of the second or third is a finding too is this project's reading of "is required" and "must be".
 */
export const clauses: readonly Clause[] = [
  {
    id: 'domain-secure',
    properties: ['DomainSecureEnabled'],
    expected: 'DomainSecureEnabled True',
    holds: (c) => is(c.domainSecureEnabled, true),
  },
  {
    id: 'tls-domain',
    properties: ['TlsAuthLevel', 'DNSRoutingEnabled', 'TlsDomain'],
    expected: 'TlsDomain set, where TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False',
    holds: (c) =>
      or(not(is(c.tlsAuthLevel, 'DomainValidation')), not(is(c.dnsRoutingEnabled, false)), isSet(c.tlsDomain)),
    reading,
  },
  {
    id: 'dns-routing',
    properties: ['DomainSecureEnabled', 'DNSRoutingEnabled'],
    expected: 'DNSRoutingEnabled True, where DomainSecureEnabled is True',
    holds: (c) => or(not(is(c.domainSecureEnabled, true)), is(c.dnsRoutingEnabled, true)),
    reading,
  },
];
