import type { Random } from './random.js';

/** What an export says of a property: a value, null ("not set"), or a text that is no value of its type. */
export type Told<T> = T | null | { readonly garbage: string };

export type Level = 'EncryptionOnly' | 'CertificateValidation' | 'DomainValidation';

/** A connector as it is on the server, or as somebody's edit left it. */
export interface Facts {
  /** A text in its name that no other connector has, plain in every format. */
  readonly marker: string;
  readonly name: string;
  readonly guid: string;
  readonly enabled: Told<boolean>;
  readonly domainSecure: Told<boolean>;
  readonly dnsRouting: Told<boolean>;
  readonly level: Told<Level>;
  readonly tlsDomain: string | null;
  readonly ignoreStartTls: boolean;
  readonly requireTls: boolean;
  readonly smartHosts: readonly string[];
  readonly addressSpaces: readonly string[];
  readonly comment: string | null;
}

/** A property's value as a renderer has to write it. */
export type Value =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'garbage'; readonly text: string }
  | { readonly kind: 'level'; readonly value: Level }
  | { readonly kind: 'domain' | 'text' | 'number'; readonly text: string }
  | { readonly kind: 'identity'; readonly name: string; readonly dn: string; readonly guid: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly typeName: string };

/** The first RDN is the name, escaped as the directory escapes it. */
export const dnOf = (name: string): string =>
  `CN=${name.replace(/[,+"\\<>;=]/g, '\\$&')},CN=Connections,CN=Exchange Routing Group,CN=Services,CN=Configuration,CN={5B2F8B0E-6F3C-4A53-9D0C-4F1F5A1B7C11}`;

const told = <T>(value: Told<T>, plain: (value: T) => Value): Value => {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'object' && 'garbage' in (value as object))
    return { kind: 'garbage', text: (value as { garbage: string }).garbage };
  return plain(value as T);
};

const truth = (value: boolean): Value => ({ kind: 'boolean', value });
const text = (value: string): Value => ({ kind: 'text', text: value });
const list = (items: readonly string[], type: string): Value => ({ kind: 'list', items, typeName: type });

/** Every property that an export may have, with what it says of a connector. */
export const properties: Readonly<Record<string, (facts: Facts) => Value>> = {
  Name: (f) => text(f.name),
  Identity: (f) => ({ kind: 'identity', name: f.name, dn: dnOf(f.name), guid: f.guid }),
  Guid: (f) => text(f.guid),
  DistinguishedName: (f) => text(dnOf(f.name)),
  DomainSecureEnabled: (f) => told(f.domainSecure, truth),
  DNSRoutingEnabled: (f) => told(f.dnsRouting, truth),
  TlsAuthLevel: (f) => told(f.level, (value) => ({ kind: 'level', value })),
  TlsDomain: (f) => (f.tlsDomain === null ? { kind: 'null' } : { kind: 'domain', text: f.tlsDomain }),
  Enabled: (f) => told(f.enabled, truth),
  IgnoreSTARTTLS: (f) => truth(f.ignoreStartTls),
  RequireTLS: (f) => truth(f.requireTls),
  SmartHosts: (f) => list(f.smartHosts, 'Microsoft.Exchange.Data.SmartHost'),
  AddressSpaces: (f) => list(f.addressSpaces, 'Microsoft.Exchange.Data.AddressSpace'),
  Comment: (f) => (f.comment === null ? { kind: 'null' } : text(f.comment)),
  ForceHELO: () => truth(false),
  Port: () => ({ kind: 'number', text: '25' }),
  MaxMessageSize: () => text('35 MB (36,700,160 bytes)'),
  ConnectionInactivityTimeOut: () => text('00:10:00'),
  TlsCertificateName: () => text('<I>CN=Example CA, O="Example, Inc"<S>CN=mail.example.mil'),
  ProtocolLoggingLevel: () => text('Verbose'),
  AuthenticationCredential: () => ({ kind: 'null' }),
  PSComputerName: () => text('edge01.example.mil'),
  RunspaceId: () => text('7a8e2a36-6c4b-44a5-9d3e-0d6f3c1b2a90'),
};

export const keyColumns = ['Name', 'Identity', 'Guid', 'DistinguishedName'] as const;

/** Whether what a record shows makes a send connector of it, where no type does. */
export const isSendConnector = (columns: readonly string[]): boolean =>
  columns.some((name) => /^(DNSRoutingEnabled|TlsAuthLevel|TlsDomain|SmartHosts|AddressSpaces)$/.test(name)) ||
  (columns.includes('DomainSecureEnabled') && columns.some((name) => /^(Name|Identity)$/.test(name)));

const names = [
  'To Internet ',
  'Partner, Inc ',
  'a&b <c> "d" ',
  'Größe ',
  // What Windows PowerShell makes of a letter that ASCII lacks.
  'Gr??e ',
  'x_x0041_',
  'Site-',
  '東京 ',
  "O'Hare ",
  'B ',
] as const;
const hex = (random: Random, digits: number): string => {
  let text = '';
  while (text.length < digits) text += random.int(16).toString(16);
  return text;
};

/** Texts that are no Boolean, whatever they look like. */
export const noBooleans = [
  'WAHR',
  '1',
  '0',
  'yes',
  'no',
  'Tru',
  'rue',
  'TrueTrue',
  'True False',
  'on',
  'T',
  'Тrue',
  'True;True',
  '-1',
  '!False',
  'null',
] as const;
const noLevels = ['3', '0', '8', 'DomainValidatio', 'Domain Validation', 'None', 'True'] as const;

const toldBoolean = (random: Random, good: number): Told<boolean> => {
  if (random.chance(good)) return true;
  if (random.chance(0.7)) return false;
  return random.chance(0.4) ? null : { garbage: random.pick(noBooleans) };
};

const toldLevel = (random: Random): Told<Level> => {
  if (random.chance(0.5)) return null;
  if (random.chance(0.1)) return { garbage: random.pick(noLevels) };
  return random.pick(['EncryptionOnly', 'CertificateValidation', 'DomainValidation', 'DomainValidation']);
};

/** A connector; `good` is how probable it is that a Boolean of the rule is True. */
export const randomFacts = (random: Random, good: number): Facts => {
  const marker = `Q${hex(random, 6)}Z`;
  return {
    marker,
    name: random.pick(names) + marker,
    guid: `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
    enabled: toldBoolean(random, 0.85),
    domainSecure: toldBoolean(random, good),
    dnsRouting: toldBoolean(random, good),
    level: toldLevel(random),
    tlsDomain: random.chance(0.5) ? null : random.pick(['mail.example.mil', '*.example.mil']),
    ignoreStartTls: random.chance(0.2),
    requireTls: random.chance(0.6),
    smartHosts: Array.from({ length: random.int(7) }, (_, i) =>
      random.pick(['--', `[10.1.1.${i}]`, `relay${i}.example.mil`]),
    ),
    addressSpaces: Array.from({ length: 1 + random.int(2) }, (_, i) =>
      random.pick(['SMTP:*;1', `smtp:part${i}.example.mil;10`]),
    ),
    comment: random.chance(0.5)
      ? null
      : random.pick([
          'see ticket; "urgent", {2} [x] <y> & more',
          'True',
          'False : no',
          'a comment that is so long that the console has to break it twice, at least where it is eighty columns wide or so, or more',
        ]),
  };
};

const others = Object.keys(properties).filter((name) => !/^(Name|DomainSecureEnabled|DNSRoutingEnabled)$/.test(name));

/** The columns of an export, in its order. Mostly with what the rule needs, and always with what tells a send connector. */
export const randomColumns = (random: Random): readonly string[] => {
  const chosen = others.filter(() => random.chance(random.chance(0.1) ? 0.9 : 0.35));
  if (!random.chance(0.06)) chosen.push('Name');
  if (!random.chance(0.05)) chosen.push('DomainSecureEnabled');
  if (!random.chance(0.05)) chosen.push('DNSRoutingEnabled');
  if (!isSendConnector(chosen)) chosen.push('SmartHosts');
  return random.shuffle(chosen);
};
