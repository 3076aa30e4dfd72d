import type { SendConnector } from '../../model/connector.js';
import { knownValue } from '../../model/property.js';
import type { Truth } from '../../model/review.js';
import type { SiteWord } from '../../model/site-word.js';
import { type ConnectorNote, titleSaysInternal } from '../connector-note.js';
import { type Clause, type Family, type Judgement, onlyWhen, type Remedy } from '../rule.js';
import { authLevelClause, eitherWay, hasSmartHosts, noSmartHosts, requireTlsClause } from '../smart-host-worlds.js';
import { and, is, not, or } from '../truth.js';
import { hasSmartHosts as sendsToSmartHosts } from '../what-exchange-allows.js';

/** TlsDomain is one of the site's internal domains: equal without case, no subdomain, no wildcard. */
const isInternalDomain = ({ tlsDomain }: SendConnector, { internalSmtpDomains }: SiteWord): Truth => {
  if (tlsDomain.state === 'unknown') return 'unknown';
  const domain = tlsDomain.value?.trim().toLowerCase();
  if (domain === undefined || domain.includes('*')) return 'false';
  if (internalSmtpDomains === undefined) return 'unknown';
  return internalSmtpDomains.some((other) => other.trim().toLowerCase() === domain) ? 'true' : 'false';
};

const asksDomain = 'its internal SMTP domains (EDSP)';

const tlsDomain: Clause = {
  id: 'tls-domain',
  properties: ['TlsDomain'],
  required: 'set to the internal SMTP domain',
  holds: isInternalDomain,
  takes: ['internalSmtpDomains'],
  asks: asksDomain,
};

const domainSecure: Clause = {
  id: 'domain-secure',
  properties: ['DomainSecureEnabled'],
  required: 'True',
  holds: (c) => is(c.domainSecureEnabled, true),
};

const contradicts = (c: SendConnector): boolean => {
  const level = knownValue(c.tlsAuthLevel);
  const levelIsAnother = c.tlsAuthLevel.state === 'known' && level !== 'DomainValidation';
  return levelIsAnother || knownValue(c.requireTls) === false;
};

const byMethod = (c: SendConnector, site: SiteWord): Truth => {
  const [domain, secure] = [isInternalDomain(c, site), is(c.domainSecureEnabled, true)];
  switch (site.validationMethod) {
    case 'DomainValidation':
      // Exchange cannot save what the site says then: neither is to be believed.
      return contradicts(c) ? 'unknown' : domain;
    case 'DomainSecureEnabled':
      return secure;
    default:
      return site.planReviewed ? 'false' : and('unknown', or(domain, secure));
  }
};

const eitherMethod: Clause = {
  id: 'tls-domain-or-domain-secure',
  properties: ['TlsDomain', 'DomainSecureEnabled', 'TlsAuthLevel', 'RequireTLS'],
  required: ({ validationMethod }) =>
    validationMethod === 'DomainValidation'
      ? 'TlsDomain set to the internal SMTP domain, as the EDSP has DomainValidation'
      : validationMethod === 'DomainSecureEnabled'
        ? 'DomainSecureEnabled True, as the EDSP has it'
        : 'TlsDomain set to the internal SMTP domain or DomainSecureEnabled True, whichever the EDSP has',
  holds: byMethod,
  takes: ['validationMethod', 'internalSmtpDomains', 'planReviewed'],
  asks: `the method that its EDSP has for this connector, and ${asksDomain}`,
};

const notes2019: readonly ConnectorNote[] = [
  titleSaysInternal,
  {
    code: 'method-contradicted',
    kind: 'collision',
    text: "The site says DomainValidation of this connector, but the export shows another TlsAuthLevel or RequireTLS False, which Exchange refuses beside it: one of the two is not this connector's.",
    applies: (c, site) => site.validationMethod === 'DomainValidation' && contradicts(c),
  },
  {
    code: 'other-half-not-shown',
    kind: 'collision',
    text: 'The same domain must be set on the receive connector, or be in TLSReceiveDomainSecureList (Get-TransportConfig), which this export does not show.',
    applies: () => true,
  },
];

/** On a connector that faces the internet the internal domain would verify the wrong certificate. */
const setDomain = (_: SendConnector, { internalSmtpDomains = [], internetFacing }: SiteWord): Remedy => {
  const [domain, ...others] = internalSmtpDomains;
  const set = { TlsAuthLevel: 'DomainValidation' } as const;
  if (domain === undefined || others.length > 0)
    return { set, needs: 'the one internal SMTP domain of this connector (site file: internalSmtpDomains)' };
  return internetFacing === 'false'
    ? { set: { ...set, TlsDomain: domain.trim() } }
    : {
        set,
        needs:
          'whether this connector faces the internet, where the internal SMTP domain in TlsDomain would verify the wrong certificate (site file: notInternetFacing)',
      };
};

const secureDomain = { DomainSecureEnabled: true } as const;

const byMethodRemedy = (c: SendConnector, site: SiteWord): Remedy => {
  switch (site.validationMethod) {
    case 'DomainValidation':
      return setDomain(c, site);
    case 'DomainSecureEnabled':
      return { set: secureDomain };
    default:
      return { set: {}, needs: 'the method that the EDSP has for this connector (site file: validationMethod)' };
  }
};

/** Both, which Exchange does not save: the rule asks for it. */
const setBoth = (c: SendConnector, site: SiteWord): Remedy => {
  const { set, needs } = setDomain(c, site);
  return { set: { ...set, ...secureDomain }, needs };
};

const domainAlone: Judgement = { clauses: [tlsDomain], remedy: setDomain };

const reworded: readonly Clause[] = [
  tlsDomain,
  {
    ...domainSecure,
    properties: ['SmartHosts', 'DomainSecureEnabled'],
    ...onlyWhen(noSmartHosts, domainSecure.holds),
  },
  requireTlsClause,
  authLevelClause,
  eitherWay(
    ['DomainSecureEnabled', 'RequireTLS', 'TlsAuthLevel'],
    (c) => is(c.domainSecureEnabled, true),
    (c) => and(is(c.requireTls, true), is(c.tlsAuthLevel, 'DomainValidation')),
  ),
  {
    id: 'smart-hosts-known',
    properties: ['SmartHosts'],
    required: 'known, as the rest depends on it',
    holds: (c) => or(hasSmartHosts(c), not(hasSmartHosts(c))),
  },
];

/** TLS to the site's own domain: TlsDomain, and in some releases domain security instead or as well. */
export const encryption = {
  'EX19-ED-000236': { clauses: [eitherMethod], connectorNotes: notes2019, remedy: byMethodRemedy },
  // Reworded in V2R3.
  'EX16-ED-000690': [
    { clauses: [tlsDomain, domainSecure], connectorNotes: [titleSaysInternal], remedy: setBoth },
    {
      clauses: reworded,
      connectorNotes: [titleSaysInternal],
      remedy: (c, site) => (sendsToSmartHosts(c) ? setDomain(c, site) : setBoth(c, site)),
    },
  ],
  'EX13-EG-000345': domainAlone,
  'EX13-MB-000120': domainAlone,
  'Exch-2-766': domainAlone,
} as const satisfies Family;
