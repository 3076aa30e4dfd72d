import type { SendConnector } from '../../model/connector.js';
import { knownValue } from '../../model/property.js';
import type { Truth } from '../../model/review.js';
import type { SiteWord } from '../../model/site-word.js';
import type { ConnectorNote } from '../connector-note.js';
import { type Clause, type Condition, type Family, type Judgement, onlyWhen, type Remedy } from '../rule.js';
import { is, not, or } from '../truth.js';
import { comparable, isAddress, smtpAddress } from './addresses.js';

/**
 * Whether a connector is internet-facing: the site says; else the inbound connector of an Edge Subscription is not, which sends to
 * `--` alone, and one for every SMTP domain is, which is a reading that can only make a finding.
 */
const isInternetFacing = (connector: SendConnector, site: SiteWord): Truth => {
  if (site.internetFacing !== 'unknown') return site.internetFacing;
  const spaces = knownValue(connector.addressSpaces) ?? [];
  const hosts = knownValue(connector.smartHosts) ?? [];
  const isInward = (all: readonly string[]) => all.length > 0 && all.every((one) => smtpAddress(one) === '--');
  if (hosts.length === 1 && hosts[0]?.trim() === '--' && isInward(spaces)) return 'false';
  return spaces.some((space) => smtpAddress(space) === '*') ? 'true' : 'unknown';
};

const hasSmartHost = ({ smartHosts }: SendConnector, { smartHosts: ours }: SiteWord): Truth => {
  if (smartHosts.state === 'unknown') return 'unknown';
  if (smartHosts.value === null || smartHosts.value.length === 0) return 'false';
  if (ours === undefined) return 'unknown';
  const known = new Set(ours.map(comparable));
  return smartHosts.value.every((host) => known.has(comparable(host))) ? 'true' : 'false';
};

const internetFacing: Condition = {
  words: 'the connector is internet-facing',
  properties: ['AddressSpaces'],
  holds: isInternetFacing,
};

const internetReading =
  'A connector for every SMTP domain ("*") is taken as internet-facing, as nobody has said that it is not.';
const eitherReading =
  'The check says "SmartHosts does not return the Smart Host IP address and DNSRoutingEnabled is not False"; Exchange computes the second from the first, and either alone is taken as a finding.';
const nameReading =
  'A smart host that the site lists by its name is taken as the smart host: check and fix say "IP address".';

const facing = (connector: SendConnector, site: SiteWord): readonly string[] =>
  site.internetFacing === 'unknown' && isInternetFacing(connector, site) === 'true' ? [internetReading] : [];

const meetsHost = (c: SendConnector, site: SiteWord): Truth =>
  or(not(isInternetFacing(c, site)), hasSmartHost(c, site));
const meetsRouting = (c: SendConnector, site: SiteWord): Truth =>
  or(not(isInternetFacing(c, site)), is(c.dnsRoutingEnabled, false));

const asks = 'which connectors are internet-facing, and which its smart hosts are (EDSP)';

const smartHost = (isEdge: boolean): Clause => ({
  id: 'smart-host',
  properties: ['SmartHosts', 'AddressSpaces'],
  required: 'set to the smart host of the site',
  ...onlyWhen(internetFacing, hasSmartHost),
  takes: ['internetFacing', 'smartHosts'],
  asks,
  reading: (c, site, truth) => {
    const named = knownValue(c.smartHosts)?.some((host) => !isAddress(host));
    if (truth === 'true')
      return named && isInternetFacing(c, site) !== 'false' && hasSmartHost(c, site) === 'true'
        ? nameReading
        : undefined;
    if (truth !== 'false') return undefined;
    const alone = isEdge && meetsRouting(c, site) !== 'false' ? [eitherReading] : [];
    return [...facing(c, site), ...alone].join(' ') || undefined;
  },
});

const noDnsRouting: Clause = {
  id: 'no-dns-routing',
  properties: ['DNSRoutingEnabled', 'AddressSpaces'],
  required: 'False',
  ...onlyWhen(internetFacing, (c) => is(c.dnsRoutingEnabled, false)),
  takes: ['internetFacing'],
  asks,
  reading: (c, site, truth) => {
    if (truth !== 'false') return undefined;
    const alone = meetsHost(c, site) !== 'false' ? [eitherReading] : [];
    return [...facing(c, site), ...alone].join(' ') || undefined;
  },
};

/** Neither pass nor finding: the rule's own text takes back what it asks for. */
const undecided = (clause: Clause): Clause => ({
  ...clause,
  holds: (connector, site) => {
    const truth = clause.holds(connector, site);
    return truth === 'false' ? 'unknown' : truth;
  },
  asks: 'whether an Edge server needs a smart host: the check says both',
});

const needsNone: ConnectorNote = {
  code: 'edge-needs-no-smart-host',
  kind: 'collision',
  text: 'The check, which is that of an Edge server, ends with "If using an Edge Server a Smart Host does not need to be configured, therefore, this is not a finding": what it asks for before is neither a finding nor met.',
  applies: (c, site) => meetsHost(c, site) === 'false' || meetsRouting(c, site) === 'false',
};

/** Which of its smart hosts a connector is to send to is the site's decision: another route is more than another value. */
const remedy = (): Remedy => ({
  set: { DNSRoutingEnabled: false },
  needs: 'the smart host for this connector (another route for its mail: set SmartHosts by hand)',
});

const edge: Judgement = { clauses: [smartHost(true), noDnsRouting], remedy };
const inside: Judgement = { clauses: [smartHost(false)], remedy };

/** Internet-facing connectors send to the site's smart host, and on an Edge server never by DNS. */
export const smartHostRules = {
  // The only one whose check leaves SIPR enclaves out.
  'EX19-ED-000095': { ...edge, exempts: (enclave) => enclave.toLowerCase() === 'siprnet' },
  'EX19-MB-000106': inside,
  'EX16-ED-000160': edge,
  'EX16-MB-000210': inside,
  'EX13-EG-000080': { clauses: edge.clauses.map(undecided), connectorNotes: [needsNone] },
  'EX13-MB-000105': inside,
  'Exch-2-771': inside,
} as const satisfies Family;
