import type { Random } from '../fuzz/random.js';

/** A connector as the stand-in for New-SendConnector takes it. DNSRoutingEnabled follows from the smart hosts. */
export interface Connector {
  readonly Name: string;
  readonly Guid: string;
  readonly Enabled: boolean;
  readonly DomainSecureEnabled: boolean;
  readonly RequireTLS: boolean;
  readonly IgnoreSTARTTLS: boolean;
  readonly TlsAuthLevel: string | null;
  readonly TlsDomain: string | null;
  readonly SmartHosts: readonly string[];
  readonly AddressSpaces: readonly string[];
  readonly Comment: string;
  readonly Fqdn: string | null;
  readonly MaxMessageSize: string;
  readonly ConnectionInactivityTimeOut: string;
}

const plainNames = [
  'To Internet',
  'Partner mail',
  'Relay',
  'B',
  'Site-',
  'EdgeSync - Inbound to Site',
  '100% (new)',
] as const;
const oddNames = [
  'Partner, Inc',
  'a&b <c> "d"',
  'Größe',
  '東京',
  "O'Hare",
  'x_x0041_',
  '{braces}',
  'dots...',
  '#1 out',
  '=1+1',
  '@home',
  'Name : x',
  'semi;colon',
  'a|b',
  'slash/and\\back',
  'True',
  '[list], of',
  '--',
  '- - -',
  '🙂 mail',
  'CN=inside',
  'DomainSecureEnabled',
  'two  blanks',
] as const;

const comments = [
  '',
  '',
  'see ticket 4711; "urgent", {2} [x] <y> & more',
  'True',
  'Contact : mail team',
  'first line\nsecond line',
  'first line\n\nthird line',
  '- one\n- two',
  'ends in a line break\n',
  'a comment that is so long that the console has to break it twice, at least where it is eighty columns wide or so, or even more of them',
  'ein Größenhinweis …',
] as const;

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => random.int(16).toString(16)).join('');

const randomConnector = (random: Random, name: string, good: number): Connector => ({
  Name: name,
  Guid: `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  Enabled: random.chance(0.8),
  DomainSecureEnabled: random.chance(good),
  RequireTLS: random.chance(0.6),
  IgnoreSTARTTLS: random.chance(0.1),
  TlsAuthLevel: random.chance(0.6)
    ? null
    : random.pick(['EncryptionOnly', 'CertificateValidation', 'DomainValidation', 'DomainValidation']),
  TlsDomain: random.chance(0.6) ? null : random.pick(['mail.example.mil', '*.example.mil']),
  SmartHosts: random.chance(good)
    ? []
    : Array.from({ length: 1 + random.int(6) }, (_, i) =>
        random.pick(['--', `[10.1.1.${i}]`, '[2001:db8::25]', `relay${i}.example.mil`]),
      ),
  AddressSpaces: Array.from({ length: 1 + random.int(5) }, (_, i) =>
    random.pick(['*', `part${i}.example.mil`, '*.example.mil']),
  ),
  Comment: random.pick(comments),
  Fqdn: random.chance(0.5) ? null : 'mail.example.mil',
  MaxMessageSize: random.pick(['36700160', 'Unlimited', '26214400']),
  ConnectionInactivityTimeOut: random.pick(['00:10:00', '00:09:30', '1.00:00:00']),
});

/** Names are unique, as Exchange wants them. */
export const randomFleet = (random: Random, size: number, onlyPlainNames: boolean): readonly Connector[] => {
  const good = random.pick([1, 1, 0.9, 0.5]);
  return Array.from({ length: size }, (_, i) => {
    const name = onlyPlainNames || random.chance(0.4) ? random.pick(plainNames) : random.pick(oddNames);
    return randomConnector(random, random.chance(0.3) && i === 0 ? name : `${name} ${i + 1}`, good);
  });
};

/** The verdict on a fleet, from the rule's short form: all True and True, known. A whole export is open where one is known to be False. */
export const verdictOf = (
  fleet: readonly Connector[],
  { shows, strength }: { readonly shows: 'all' | 'stig-command'; readonly strength: 'whole' | 'doubtful' },
): string => {
  const fails = (one: Connector): boolean => !one.DomainSecureEnabled || (shows === 'all' && one.SmartHosts.length > 0);
  if (fleet.some(fails)) return 'open';
  return fleet.length > 0 && shows === 'all' && strength === 'whole' ? 'not_a_finding' : 'not_reviewed';
};
