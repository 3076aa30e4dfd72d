import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { rules } from '../../src/rules/registry.js';
import { connector } from '../support/connectors.js';
import { randomOf as seeded } from './random.js';

/* Random connectors, and random site files (schemas/site.schema.json) about them. */

/** The choices of a random file: the same for the same seed. */
export const randomOf = (seed: number) => {
  const { int, chance } = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[int(all.length)] as T;
  const some = <T>(most: number, make: () => T): readonly T[] => Array.from({ length: int(most + 1) }, make);
  return { int, pick, chance, some };
};
export type Random = ReturnType<typeof randomOf>;

/** The day of the assessment. */
export const today = '2026-01-31';
const days = [
  '2025-12-01',
  '2026-01-10',
  '2026-01-15',
  '2026-01-20',
  '2026-01-30',
  '2026-01-31',
  '2026-02-01',
  '2027-01-01',
];
const guids = [1, 2, 3, 4].map((i) => `11111111-2222-4333-8444-55555555550${i}`);
const names = ['Internet', 'Partner', 'Relay'];
const spaces = [['SMTP:*;1'], ['SMTP:example.mil;1'], ['smtp:--;100']];
const hosts = [['[192.0.2.7]'], ['relay.example.mil'], ['--'], null];
const sizes = ['10,485,760 bytes', '36,700,160 bytes', 'Unlimited'];
const timeouts = ['00:10:00', '00:05:00', '00:20:00'];
const levels = ['DomainValidation', 'EncryptionOnly', null] as const;
const domains = ['example.mil', 'example.com', null];

/** One of few connectors, so that site files meet them often. */
export const randomConnector = ({ pick, chance }: Random, i: number): SendConnector =>
  connector({
    name: known(pick(names)),
    guid: known(chance(0.9) ? (guids[i] ?? '') : pick(guids)),
    enabled: known(true),
    addressSpaces: known<readonly string[]>(pick(spaces)),
    smartHosts: known<readonly string[]>(pick(hosts)),
    dnsRoutingEnabled: known(chance(0.5)),
    domainSecureEnabled: known(chance(0.5)),
    requireTls: known(chance(0.5)),
    tlsAuthLevel: known(pick(levels)),
    tlsDomain: known(pick(domains)),
    maxMessageSize: known(pick(sizes)),
    connectionInactivityTimeOut: known(pick(timeouts)),
    ...(chance(0.1) ? { created: { day: pick(days), written: 'then' } } : {}),
  });

const stigIds = [...new Set(rules.map(({ identity }) => identity.stigId))];

/** A site file about them, of which much counts and much does not. */
export const randomSite = (random: Random, connectors: readonly SendConnector[]) => {
  const { pick, chance, some } = random;
  const target = () => pick([...names, ...names, ...guids, 'Nobody', '99999999-2222-4333-8444-555555555501']);
  // Mostly the values of a connector that is there, so that much counts.
  const like = () => pick(connectors);
  const value = <T>(own: T, others: readonly T[]): T => (chance(0.8) ? own : pick(others));
  const shownList = (c: SendConnector, key: 'addressSpaces' | 'smartHosts') =>
    c[key].state === 'known' ? c[key].value : null;
  const facing = () => {
    const c = like();
    return {
      connector: target(),
      reason: 'so it is',
      values: {
        AddressSpaces: value(shownList(c, 'addressSpaces'), spaces),
        SmartHosts: value(shownList(c, 'smartHosts'), hosts),
      },
    };
  };
  const signed = () => ({ on: pick(days), expires: pick([...days, '2027-01-01', '2027-01-01']) });
  const deviation = () => {
    const { on, expires } = signed();
    const isSize = chance(0.5);
    return {
      rule: chance(0.9)
        ? pick(stigIds.filter((id) => /000110|000115|000128|000132|000190|000240|2-757|2-769/.test(id)))
        : 'EX19-ED-999999',
      connectors: [target(), ...some(1, target)],
      property: isSize ? 'MaxMessageSize' : 'ConnectionInactivityTimeOut',
      value: isSize ? pick(sizes) : pick(timeouts),
      signedOffBy: 'Sam',
      signedOffOn: on,
      riskAcceptance: 'RA',
      expires,
    };
  };
  const acceptance = () => {
    const { on, expires } = signed();
    return {
      rule: pick(stigIds),
      connectors: [target()],
      values: { DomainSecureEnabled: chance(0.5), TlsAuthLevel: pick(levels) },
      acceptedBy: 'Sam',
      acceptedOn: on,
      reference: 'POAM',
      expires,
    };
  };
  const name = () => ({ connector: target(), values: { Name: pick(names), AddressSpaces: pick(spaces) } });
  return {
    ...(chance(0.95) ? { statedBy: 'Robin' } : {}),
    ...(chance(0.95) ? { statedOn: pick(days.slice(3, 7)) } : {}),
    ...(chance(0.85) ? { hosts: chance(0.8) ? ['EDGE01'] : ['EDGE02', 'EDGE03'] } : {}),
    ...(chance(0.8)
      ? { edsp: { title: 'EDSP', version: '1', reviewedOn: chance(0.9) ? pick(days.slice(1, 4)) : null } }
      : {}),
    ...(chance(0.2) ? { enclave: pick(['SIPRNet', 'NIPRNet']) } : {}),
    internetFacing: some(2, facing),
    notInternetFacing: some(2, facing),
    ...(chance(0.5) ? { smartHosts: ['192.0.2.7', ...some(1, () => 'relay.example.mil')] } : {}),
    ...(chance(0.5) ? { internalSmtpDomains: ['example.mil'] } : {}),
    validationMethod: some(2, () => ({
      connector: target(),
      method: pick(['DomainValidation', 'DomainSecureEnabled']),
      ...(chance(0.5) ? { values: { TlsDomain: pick(domains) } } : {}),
    })),
    ...(chance(0.5)
      ? {
          maxSendSize: {
            configured: pick(['10 MB', 'Unlimited', null]),
            documented: pick(['10240KB', 'Unlimited', null]),
          },
        }
      : {}),
    deviations: some(3, deviation),
    acceptances: some(2, acceptance),
    names: { reviewedOn: pick([...days.slice(0, 4), null]), clear: some(2, name), unclear: some(1, name) },
  };
};
export type SiteValue = ReturnType<typeof randomSite>;
