import { type Clause, onlyWhen } from '../rule.js';
import { authLevelClause, eitherWay, noSmartHosts, requireTlsClause, smartHosts } from '../smart-host-worlds.js';
import { and, is, isSet } from '../truth.js';

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
    required: 'True',
    holds: (c) => is(c.domainSecureEnabled, true),
  },
  {
    id: 'tls-domain',
    properties: ['TlsAuthLevel', 'DNSRoutingEnabled', 'TlsDomain'],
    required: 'set',
    ...onlyWhen(
      {
        words: 'TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False',
        properties: ['TlsAuthLevel', 'DNSRoutingEnabled'],
        holds: (c) => and(is(c.tlsAuthLevel, 'DomainValidation'), is(c.dnsRoutingEnabled, false)),
      },
      (c) => isSet(c.tlsDomain),
    ),
    reading,
  },
  {
    id: 'dns-routing',
    properties: ['DomainSecureEnabled', 'DNSRoutingEnabled'],
    required: 'True',
    ...onlyWhen(
      {
        words: 'DomainSecureEnabled is True',
        properties: ['DomainSecureEnabled'],
        holds: (c) => is(c.domainSecureEnabled, true),
      },
      (c) => is(c.dnsRoutingEnabled, true),
    ),
    reading,
  },
];

/** The check of 2010 has the first sentence alone. */
export const clauses2010: readonly Clause[] = clauses.slice(0, 1);

/** By the check of V-221218 from V2R3: "will be set to False" is the one thing that it does not call a finding. */
export const reworded: readonly Clause[] = [
  {
    id: 'domain-secure',
    properties: ['SmartHosts', 'DomainSecureEnabled'],
    required: 'True',
    ...onlyWhen(noSmartHosts, (c) => is(c.domainSecureEnabled, true)),
  },
  {
    id: 'no-dns-routing',
    properties: ['SmartHosts', 'DNSRoutingEnabled'],
    required: 'False',
    ...onlyWhen(smartHosts, (c) => is(c.dnsRoutingEnabled, false)),
  },
  requireTlsClause,
  authLevelClause,
  {
    id: 'domain-secure-off',
    properties: ['SmartHosts', 'DomainSecureEnabled'],
    required: 'False',
    ...onlyWhen(smartHosts, (c) => is(c.domainSecureEnabled, false)),
    reading:
      'The check says of a connector with smart hosts that DomainSecureEnabled "will be set to False"; where it is not, that is taken as a finding too.',
  },
  eitherWay(
    ['DomainSecureEnabled', 'DNSRoutingEnabled', 'RequireTLS', 'TlsAuthLevel'],
    (c) => is(c.domainSecureEnabled, true),
    (c) =>
      and(
        is(c.dnsRoutingEnabled, false),
        is(c.requireTls, true),
        is(c.tlsAuthLevel, 'DomainValidation'),
        is(c.domainSecureEnabled, false),
      ),
  ),
];
