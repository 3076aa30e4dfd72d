import type { SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ConnectorReview } from '../model/review.js';
import { is, isSet } from './truth.js';

/**
 * What an assessor must be told besides the verdict; no note ever changes it.
 * - `integrity`: Exchange's cmdlets refuse to save this, so the export was edited, damaged or put together from parts, or
 *   an attribute was edited directly in the directory (documentation of Set-SendConnector).
 * - `collision`: the rule's text meets another rule, or what Exchange allows.
 */
export interface Note {
  readonly kind: 'integrity' | 'collision';
  readonly text: string;
}

interface ConnectorNote extends Note {
  readonly applies: (connector: SendConnector) => boolean;
}

const all = (...truths: readonly string[]): boolean => truths.every((truth) => truth === 'true');
const none = (truth: string): boolean => truth === 'false';

const edgeSync = (c: SendConnector): boolean =>
  /^EdgeSync - Inbound to /i.test(knownValue(c.name) ?? knownValue(c.identity) ?? '') ||
  (knownValue(c.smartHosts)?.length === 1 && knownValue(c.smartHosts)?.[0]?.trim() === '--');

const hasSmartHosts = (c: SendConnector): boolean => (knownValue(c.smartHosts)?.length ?? 0) > 0;
const hasNoSmartHosts = (c: SendConnector): boolean =>
  c.smartHosts.state === 'known' && (c.smartHosts.value?.length ?? 0) === 0;

const damaged = 'Exchange refuses to save this: the export was edited or damaged, or the directory was edited by hand.';

const ofConnector = {
  'domain-secure-without-dns-routing': {
    kind: 'integrity',
    text: `DomainSecureEnabled is True with DNSRoutingEnabled False. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.dnsRoutingEnabled, false)),
  },
  'domain-secure-ignoring-starttls': {
    kind: 'integrity',
    text: `DomainSecureEnabled is True with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.ignoreStartTls, true)),
  },
  'domain-secure-with-tls-auth-level': {
    kind: 'integrity',
    text: `DomainSecureEnabled is True with TlsAuthLevel set. ${damaged}`,
    applies: (c) => all(is(c.domainSecureEnabled, true), isSet(c.tlsAuthLevel)),
  },
  'tls-auth-level-without-require-tls': {
    kind: 'integrity',
    text: `TlsAuthLevel is set with RequireTLS False. ${damaged}`,
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.requireTls, false)),
  },
  'tls-auth-level-ignoring-starttls': {
    kind: 'integrity',
    text: `TlsAuthLevel is set with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.ignoreStartTls, true)),
  },
  'require-tls-ignoring-starttls': {
    kind: 'integrity',
    text: `RequireTLS is True with IgnoreSTARTTLS True. ${damaged}`,
    applies: (c) => all(is(c.requireTls, true), is(c.ignoreStartTls, true)),
  },
  'tls-domain-without-domain-validation': {
    kind: 'integrity',
    text: `TlsDomain is set, but TlsAuthLevel is not DomainValidation. ${damaged}`,
    applies: (c) => all(isSet(c.tlsDomain)) && none(is(c.tlsAuthLevel, 'DomainValidation')),
  },
  'domain-validation-without-tls-domain': {
    kind: 'integrity',
    text: `TlsAuthLevel is DomainValidation with DNSRoutingEnabled False and no TlsDomain. ${damaged}`,
    applies: (c) =>
      all(is(c.tlsAuthLevel, 'DomainValidation'), is(c.dnsRoutingEnabled, false)) && none(isSet(c.tlsDomain)),
  },
  'no-dns-routing-without-smart-hosts': {
    kind: 'integrity',
    text: `DNSRoutingEnabled is False without SmartHosts. ${damaged}`,
    applies: (c) => all(is(c.dnsRoutingEnabled, false)) && hasNoSmartHosts(c),
  },
  'tls-domain-any': {
    kind: 'integrity',
    text: `TlsDomain is "*". ${damaged}`,
    applies: (c) => knownValue(c.tlsDomain)?.trim() === '*',
  },
  'dns-routing-with-smart-hosts': {
    kind: 'integrity',
    text: 'DNSRoutingEnabled is True with SmartHosts: Exchange computes it as True exactly when there are none, so this is not genuine output.',
    applies: (c) => all(is(c.dnsRoutingEnabled, true)) && hasSmartHosts(c),
  },
  'edgesync-inbound': {
    kind: 'collision',
    text: 'This is the connector that Edge Subscription creates ("EdgeSync - Inbound to <site>", smart host "--"). Exchange does not let it be domain secure, so the administrator of this server cannot fix a finding on it.',
    applies: edgeSync,
  },
  'hybrid-connector': {
    kind: 'collision',
    text: 'TlsAuthLevel DomainValidation, as the Hybrid Configuration Wizard sets it, excludes DomainSecureEnabled True. V-259639 of the same STIG wants DomainValidation: no connector can satisfy both rules.',
    applies: (c) => all(is(c.tlsAuthLevel, 'DomainValidation')),
  },
  'smart-host-connector': {
    kind: 'collision',
    text: 'The connector sends to smart hosts (DNSRoutingEnabled False), as V-259593 of the same STIG wants it of internet-facing connectors; Exchange does not let such a connector be domain secure.',
    applies: (c) => all(is(c.dnsRoutingEnabled, false)) && hasSmartHosts(c) && !edgeSync(c),
  },
} as const satisfies Record<string, ConnectorNote>;

const ofHost = {
  'internal-in-title-only': {
    kind: 'collision',
    text: 'The rule\'s title says "internal" send connectors, its check says "each send connector": every connector was judged.',
  },
  'send-domain-secure-list-not-shown': {
    kind: 'collision',
    text: 'Mutual TLS also needs each domain in TLSSendDomainSecureList (Get-TransportConfig), which this export does not show.',
  },
  'conflicts-with-v-259639': {
    kind: 'collision',
    text: "V-259639 of the same STIG wants TlsAuthLevel DomainValidation, which excludes domain security; V-259642 takes domain security or TlsDomain, as the site's Email Domain Security Plan (EDSP) says.",
  },
  'twin-v-221218-reworded': {
    kind: 'collision',
    text: 'The Exchange 2016 twin of this rule, V-221218, was reworded in its V2R3 (15 Dec 2021): a connector with smart hosts is expected to have DomainSecureEnabled False, RequireTLS True, TlsAuthLevel DomainValidation and DNSRoutingEnabled False.',
  },
} as const satisfies Record<string, Note>;

const notes: Readonly<Record<string, Note>> = { ...ofConnector, ...ofHost };

/** The note of a code; undefined for a code that does not exist. */
export const noteOf = (code: string): Note | undefined => (Object.hasOwn(notes, code) ? notes[code] : undefined);

/** The codes of the notes that apply to a connector's record. A note needs known facts: what is unknown raises none. */
export const connectorNotes = (connector: SendConnector): readonly string[] =>
  Object.entries<ConnectorNote>(ofConnector).flatMap(([code, note]) => (note.applies(connector) ? [code] : []));

/** The codes of the notes that concern the host as a whole. */
export const hostNotes = (reviews: readonly ConnectorReview[]): readonly string[] => {
  if (reviews.length === 0) return [];
  const smartHosts = reviews.some((review) => review.evidence.records.some((record) => hasSmartHosts(record)));
  const open = reviews.some((review) => review.status === 'open');
  return [
    'internal-in-title-only',
    'send-domain-secure-list-not-shown',
    'conflicts-with-v-259639',
    ...(open && smartHosts ? ['twin-v-221218-reworded'] : []),
  ];
};
