import type { SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import { all, type ConnectorNote, none } from './connector-note.js';
import { is, isSet } from './truth.js';

export const hasSmartHosts = (c: SendConnector): boolean => (knownValue(c.smartHosts)?.length ?? 0) > 0;

const hasNoSmartHosts = (c: SendConnector): boolean =>
  c.smartHosts.state === 'known' && (c.smartHosts.value?.length ?? 0) === 0;

const damaged = 'Exchange refuses to save this: the export was edited or damaged, or the directory was edited by hand.';

/** What Exchange itself does not allow (documentation of Set-SendConnector), whichever rule is judged. */
export const integrityNotes: readonly ConnectorNote[] = [
  {
    code: 'domain-secure-without-dns-routing',
    kind: 'integrity',
    text: `DomainSecureEnabled is True with DNSRoutingEnabled False. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.dnsRoutingEnabled, false)),
  },
  {
    code: 'domain-secure-ignoring-starttls',
    kind: 'integrity',
    text: `DomainSecureEnabled is True with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.ignoreStartTls, true)),
  },
  {
    code: 'domain-secure-with-tls-auth-level',
    kind: 'integrity',
    text: `DomainSecureEnabled is True with TlsAuthLevel set. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), isSet(c.tlsAuthLevel)),
  },
  {
    code: 'tls-auth-level-without-require-tls',
    kind: 'integrity',
    text: `TlsAuthLevel is set with RequireTLS False. ${damaged}`,
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.requireTls, false)),
  },
  {
    code: 'tls-auth-level-ignoring-starttls',
    kind: 'integrity',
    text: `TlsAuthLevel is set with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.ignoreStartTls, true)),
  },
  {
    code: 'require-tls-ignoring-starttls',
    kind: 'integrity',
    text: `RequireTLS is True with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(is(c.requireTls, true), is(c.ignoreStartTls, true)),
  },
  {
    code: 'tls-domain-without-domain-validation',
    kind: 'integrity',
    text: `TlsDomain is set, but TlsAuthLevel is not DomainValidation. ${damaged}`,
    applies: (c) => all(isSet(c.tlsDomain)) && none(is(c.tlsAuthLevel, 'DomainValidation')),
  },
  {
    code: 'domain-validation-without-tls-domain',
    kind: 'integrity',
    text: `TlsAuthLevel is DomainValidation with DNSRoutingEnabled False and no TlsDomain. ${damaged}`,
    applies: (c) =>
      all(is(c.tlsAuthLevel, 'DomainValidation'), is(c.dnsRoutingEnabled, false)) && none(isSet(c.tlsDomain)),
  },
  {
    code: 'no-dns-routing-without-smart-hosts',
    kind: 'integrity',
    text: `DNSRoutingEnabled is False without SmartHosts. ${damaged}`,
    applies: (c) => all(is(c.dnsRoutingEnabled, false)) && hasNoSmartHosts(c),
  },
  {
    code: 'tls-domain-any',
    kind: 'integrity',
    text: `TlsDomain is "*". ${damaged}`,
    applies: (c) => knownValue(c.tlsDomain)?.trim() === '*',
  },
  {
    code: 'dns-routing-with-smart-hosts',
    kind: 'integrity',
    text: 'DNSRoutingEnabled is True with SmartHosts: Exchange computes it as True exactly when there are none, so this is not genuine output.',
    applies: (c) => all(is(c.dnsRoutingEnabled, true)) && hasSmartHosts(c),
  },
];
