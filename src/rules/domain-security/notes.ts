import type { SendConnector } from '../../model/connector.js';
import { knownValue } from '../../model/property.js';
import type { ConnectorReview, Note } from '../../model/review.js';
import type { TransportWord } from '../../model/transport-config.js';
import { all, type ConnectorNote, titleSaysInternal } from '../connector-note.js';
import { shown } from '../shown.js';
import { smtpAddress } from '../smart-host/addresses.js';
import { is } from '../truth.js';
import { hasSmartHosts, isEdgeSyncInbound } from '../what-exchange-allows.js';

/** The domains that a connector sends to, each once, without case; "--" is none, but what Edge Subscription writes. */
const domainsOf = (c: SendConnector): readonly string[] =>
  [...new Set((knownValue(c.addressSpaces) ?? []).flatMap((space) => smtpAddress(space)?.toLowerCase() ?? []))].filter(
    (domain) => domain !== '--',
  );

const shownDomains = 10;

const domainList = (domains: readonly string[]): string =>
  [
    ...domains.slice(0, shownDomains).map(shown),
    ...(domains.length > shownDomains ? [`${domains.length - shownDomains} more`] : []),
  ].join(', ');

const doubtWords = ({ isDoubtful }: TransportWord): string => (isDoubtful ? ' (from a doubtful export)' : '');

/** Which of a connector's domains are in the list. One with a wildcard stands for many, of which some may be. */
const secureListText = (c: SendConnector, transport: TransportWord, secureDomains: readonly string[]): string => {
  const list = new Set(secureDomains.map((domain) => domain.toLowerCase()));
  const domains = domainsOf(c);
  const single = domains.filter((domain) => !domain.includes('*'));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [`In TLSSendDomainSecureList${doubtWords(transport)}`, single.filter((domain) => list.has(domain))],
    [`Not in TLSSendDomainSecureList${doubtWords(transport)}`, single.filter((domain) => !list.has(domain))],
    ['For many domains, which TLSSendDomainSecureList has one by one', domains.filter((d) => d.includes('*'))],
  ];
  return parts.flatMap(([what, some]) => (some.length === 0 ? [] : [`${what}: ${domainList(some)}.`])).join(' ');
};

/** Where V-259594 meets what Exchange allows and what other rules want of the same connector. */
export const connectorNotes: readonly ConnectorNote[] = [
  {
    code: 'edgesync-inbound',
    kind: 'collision',
    text: 'This is the connector that Edge Subscription creates ("EdgeSync - Inbound to <site>", smart host "--"). Exchange does not let it be domain secure, so no administrator can fix a finding on it.',
    applies: isEdgeSyncInbound,
  },
  {
    code: 'hybrid-connector',
    kind: 'collision',
    text: 'TlsAuthLevel DomainValidation, as the Hybrid Configuration Wizard sets it, excludes DomainSecureEnabled True. V-259639 of the same STIG requires DomainValidation: no connector can satisfy both rules.',
    applies: (c) => all(is(c.tlsAuthLevel, 'DomainValidation')),
  },
  {
    code: 'smart-host-connector',
    kind: 'collision',
    text: 'The connector sends to smart hosts (DNSRoutingEnabled False), as V-259593 of the same STIG requires of internet-facing connectors; Exchange does not let such a connector be domain secure.',
    applies: (c) => all(is(c.dnsRoutingEnabled, false)) && hasSmartHosts(c) && !isEdgeSyncInbound(c),
  },
  {
    code: 'send-domain-secure-list',
    kind: 'hint',
    text: (c, { transport }) =>
      transport === undefined ? '' : secureListText(c, transport, transport.secureDomains ?? []),
    applies: (c, { transport }) => transport?.secureDomains !== undefined && domainsOf(c).length > 0,
  },
];

/** What Mutual TLS needs besides: a fact where the list is known. */
const secureListNote = (transport: TransportWord | undefined): Note => {
  const domains = transport?.secureDomains;
  return transport === undefined || domains === undefined
    ? {
        code: 'send-domain-secure-list-not-shown',
        kind: 'collision',
        text: 'Mutual TLS also needs each domain in TLSSendDomainSecureList (Get-TransportConfig), which this export does not show.',
      }
    : {
        code: 'send-domain-secure-list',
        kind: 'collision',
        text: `Mutual TLS also needs each domain in TLSSendDomainSecureList, which has${doubtWords(transport)}: ${domains.length === 0 ? 'nothing' : domainList(domains)}. The notes on the connectors say which of their domains are in it.`,
      };
};

const always = (transport: TransportWord | undefined): readonly Note[] => [
  {
    code: 'internal-in-title-only',
    kind: 'collision',
    text: 'The title says "internal" send connectors, the check "each send connector": every connector was judged.',
  },
  secureListNote(transport),
  {
    code: 'conflicts-with-v-259639',
    kind: 'collision',
    text: 'V-259639 of the same STIG requires TlsAuthLevel DomainValidation, which excludes domain security; V-259642 accepts either, as the Email Domain Security Plan (EDSP) says.',
  },
];

const reworded: Note = {
  code: 'twin-v-221218-reworded',
  kind: 'collision',
  text: 'The Exchange 2016 twin, V-221218, since V2R3 (15 Dec 2021) requires of a connector with smart hosts DomainSecureEnabled False, with RequireTLS True, TlsAuthLevel DomainValidation and DNSRoutingEnabled False.',
};

/** The notes on a host: with connectors, what there always is to say; the reworded twin where it would judge otherwise. */
export const hostNotes = (reviews: readonly ConnectorReview[], transport?: TransportWord): readonly Note[] => {
  if (reviews.length === 0) return [];
  const smartHosts = reviews.some((review) => review.evidence.records.some((record) => hasSmartHosts(record)));
  const open = reviews.some((review) => review.status === 'open');
  return open && smartHosts ? [...always(transport), reworded] : always(transport);
};

/** The same connectors where another release of the rule meets them. */
export const notes2016: readonly ConnectorNote[] = [titleSaysInternal];

export const notes2010: readonly ConnectorNote[] = connectorNotes.filter(({ code }) => code === 'edgesync-inbound');
