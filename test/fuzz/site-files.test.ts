import { expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import type { Review } from '../../src/model/review.js';
import { judge } from '../../src/rules/judge.js';
import { rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { readSite } from '../../src/site/read-site.js';
import { whatCounts } from '../../src/site/what-counts.js';
import { connector } from '../support/connectors.js';
import { randomOf as seeded } from './random.js';

/*
 * Random site files beside random connectors, for every rule: what a site file may change, and what not. SITE_FILES says how many.
 */
const count = Number(process.env['SITE_FILES'] ?? 1500);

const randomOf = (seed: number) => {
  const { int, chance } = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[int(all.length)] as T;
  const some = <T>(most: number, make: () => T): readonly T[] => Array.from({ length: int(most + 1) }, make);
  return { int, pick, chance, some };
};
type Random = ReturnType<typeof randomOf>;

const today = '2026-01-31';
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

const randomConnector = ({ pick, chance }: Random, i: number): SendConnector =>
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

const randomSite = (random: Random, connectors: readonly SendConnector[]) => {
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
type SiteValue = ReturnType<typeof randomSite>;

const bytesOf = (text: string) => ({
  path: 'site.json',
  bytes: new TextEncoder().encode(text),
  sha256: 'cd'.repeat(32),
});

const about = (connectors: readonly SendConnector[], asked: readonly RuleModule[], hostName: string) => ({
  host: { hostName, fqdn: '' },
  assessedAt: `${today}T12:00:00Z`,
  connectors: connectors.map((record) => ({ records: [record] as const })),
  rules: asked.map((module) => ({ vulnId: module.identity.vulnId, module })),
});

const assess = (said: object, connectors: readonly SendConnector[], asked: readonly RuleModule[], host = 'EDGE01') => {
  const read = readSite(bytesOf(JSON.stringify(said)));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics[0]));
  const context = about(connectors, asked, host);
  const answers = whatCounts(read.value, context);
  const reviews = asked.map((rule) =>
    judge(rule, context.connectors, { site: answers.wordFor(rule), enclave: answers.enclave }),
  );
  const alone = asked.map((rule) => judge(rule, context.connectors));
  return { site: read.value, answers, reviews, alone };
};

const has = (list: unknown): boolean => (Array.isArray(list) ? list.length > 0 : list !== undefined && list !== null);

/** The fields that can make a pass of what was not reviewed, by what is asked of the connector. */
const passingFields = (rule: RuleModule, said: SiteValue): boolean => {
  const asks = new Set(rule.clauses.flatMap(({ takes = [] }) => takes));
  return (
    (asks.has('internetFacing') && (has(said.notInternetFacing) || has(said.smartHosts))) ||
    (asks.has('internalSmtpDomains') && (has(said.internalSmtpDomains) || has(said.validationMethod))) ||
    (asks.has('deviations') && (has(said.deviations) || (asks.has('configuredSize') && has(said.maxSendSize)))) ||
    (asks.has('nameIsClear') && has(said.names.clear))
  );
};

/** An entry of the file as it was written: where it stands, and the values that it was written for. */
interface Entry {
  readonly path: string;
  readonly connector: string;
  readonly list: string;
  readonly says: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const entriesOf = (said: SiteValue): readonly Entry[] => {
  const facing = (['internetFacing', 'notInternetFacing'] as const).flatMap((key) =>
    said[key].map(({ connector: name, values }, i) => ({
      path: `${key}[${i}]`,
      connector: name,
      list: 'facing',
      says: key,
      values,
    })),
  );
  const methods = said.validationMethod.map(({ connector: name, method, values = {} }, i) => ({
    path: `validationMethod[${i}]`,
    connector: name,
    list: 'method',
    says: method,
    values,
  }));
  const named = (['clear', 'unclear'] as const).flatMap((key) =>
    said.names[key].map(({ connector: name, values }, i) => ({
      path: `names.${key}[${i}]`,
      connector: name,
      list: 'names',
      says: key,
      values,
    })),
  );
  return [...facing, ...methods, ...named];
};

/** The properties of a connector as the random files write them. */
const valueIn = (record: SendConnector, name: string): unknown => {
  const key = {
    Name: 'name',
    AddressSpaces: 'addressSpaces',
    SmartHosts: 'smartHosts',
    TlsDomain: 'tlsDomain',
  }[name] as 'name' | 'addressSpaces' | 'smartHosts' | 'tlsDomain';
  const property = record[key];
  return property.state === 'known' ? property.value : undefined;
};

const faultsOf = (rule: RuleModule, review: Review, alone: Review, said: SiteValue): readonly string[] => {
  const { stigId } = rule.identity;
  const isSmartHost = rule.clauses.some(({ id }) => id === 'smart-host');
  const change = `${stigId}: ${alone.status} -> ${review.status}`;
  const isWrong =
    review.without !== alone.status ||
    (review.status === 'not_applicable' && (stigId !== 'EX19-ED-000095' || said.enclave !== 'SIPRNet')) ||
    (review.status === 'not_a_finding' && alone.status === 'open' && !(isSmartHost && has(said.notInternetFacing))) ||
    (review.status === 'not_a_finding' && alone.status === 'not_reviewed' && !passingFields(rule, said)) ||
    (rule.clauses.every(({ takes }) => takes === undefined) && review.status !== alone.status);
  return isWrong ? [change] : [];
};

it(`${count} random site files change no more than they may, and what of them does not count is named`, {
  timeout: 3_600_000,
}, () => {
  const changes = new Map<string, number>();
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= count; seed++) {
    const random = randomOf(seed);
    const connectors = Array.from({ length: 1 + random.int(3) }, (_, i) => randomConnector(random, i));
    const said = randomSite(random, connectors);
    const asked = [0, 1, 2, 3, 4, 5].map(() => random.pick(rules));
    const { site, answers, reviews, alone } = assess(said, connectors, asked);
    const faults = asked.flatMap((rule, i) => faultsOf(rule, reviews[i] as Review, alone[i] as Review, said));
    expect(faults, `seed ${seed}`).toEqual([]);
    for (const [i, review] of reviews.entries()) {
      const change = `${alone[i]?.status} -> ${review.status}`;
      changes.set(change, (changes.get(change) ?? 0) + 1);
    }

    const told = [...answers.diagnostics, ...answers.unmatched];
    for (const { code } of told) codes.set(code, (codes.get(code) ?? 0) + 1);
    const listed = site.hosts.length === 0 || site.hosts.includes('EDGE01');
    const unnamed = site.decisions.filter((decision) => {
      const isGuid = decision.connector.includes('-');
      const found = connectors.filter(({ name, guid }) =>
        isGuid
          ? guid.state === 'known' && guid.value === decision.connector
          : listed && name.state === 'known' && name.value === decision.connector,
      );
      const isSaid = (...all: readonly string[]) =>
        told.some(
          ({ code, place }) =>
            all.includes(code) && place.property === decision.path && place.connector === decision.connector,
        );
      if (found.length === 0) return !isSaid('site-unmatched');
      if (found.length > 1 && !isSaid('site-ambiguous')) return true;
      return (decision.signed?.expires ?? '9999') < today && !isSaid('site-expired');
    });
    expect(unnamed, `seed ${seed}`).toEqual([]);

    // What was decided for other values has lapsed, and what is said both ways of one connector is contradicted: each is named.
    const isTold = (code: string, path: string) => told.some((one) => one.code === code && one.place.property === path);
    const met = entriesOf(said).flatMap((entry) => {
      const isGuid = entry.connector.includes('-');
      const found = connectors.filter(({ name, guid }) =>
        isGuid
          ? guid.state === 'known' && guid.value === entry.connector
          : listed && name.state === 'known' && name.value === entry.connector,
      );
      const [record] = found;
      if (record === undefined || found.length > 1) return [];
      const hasLapsed = Object.entries(entry.values).some(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(valueIn(record, name)),
      );
      return [{ entry, record, hasLapsed }];
    });
    const silent = met.filter(({ entry, record, hasLapsed }) => {
      if (hasLapsed) return !isTold('site-lapsed', entry.path);
      const isSaidOtherwise = met.some(
        (other) =>
          !other.hasLapsed &&
          other.record === record &&
          other.entry.list === entry.list &&
          other.entry.says !== entry.says,
      );
      return isSaidOtherwise && !isTold('site-contradicted', entry.path);
    });
    expect(silent, `seed ${seed}`).toEqual([]);

    // For another host only Guids count.
    const named = JSON.parse(
      JSON.stringify({ ...said, hosts: ['EDGE09'] }).replace(/"(11111111|99999999)-[^"]*"/g, '"Internet"'),
    );
    const other = assess(named, connectors, asked);
    expect(
      other.reviews.map(({ status }) => status),
      `seed ${seed}`,
    ).toEqual(other.alone.map(({ status }) => status));
  }
  // The files are such that everything happens.
  if (count >= 1000) {
    for (const change of [
      'open -> not_a_finding',
      'not_reviewed -> not_a_finding',
      'not_reviewed -> open',
      'open -> not_applicable',
    ])
      expect(changes.get(change) ?? 0, change).toBeGreaterThan(0);
    for (const code of [
      'site-unmatched',
      'site-ambiguous',
      'site-lapsed',
      'site-expired',
      'site-misdated',
      'site-contradicted',
      'site-rule-unknown',
      'site-not-stated',
      'site-other-hosts',
      'site-hosts-missing',
      'site-plan-not-reviewed',
      'site-names-not-reviewed',
      'site-connector-newer',
    ])
      expect(codes.get(code) ?? 0, code).toBeGreaterThan(0);
  }
});

it(`a misspelt key or date is refused in ${count} random site files`, { timeout: 3_600_000 }, () => {
  for (let seed = 1; seed <= count; seed++) {
    const random = randomOf(-seed);
    const connectors = [randomConnector(random, 0)];
    const text = JSON.stringify(randomSite(random, connectors));
    const places = [...text.matchAll(/"([A-Za-z]+)":/g)];
    const { index, 1: key = '' } = random.pick(places);
    const at = index + 1 + random.int(key.length);
    const letter = text[at] === 'x' ? 'y' : 'x';
    const misspelt = text.slice(0, at) + letter + text.slice(at + 1);
    expect(readSite(bytesOf(misspelt)).ok, `seed ${seed}: ${key}`).toBe(false);
    const dates = [...text.matchAll(/"\d{4}-\d\d-\d\d"/g)];
    if (dates.length > 0) {
      const date = random.pick(dates).index;
      const broken = text.slice(0, date + 6) + random.pick(['13', '00', '1x', '1']) + text.slice(date + 8);
      expect(readSite(bytesOf(broken)).ok, `seed ${seed}: ${text.slice(date, date + 12)}`).toBe(false);
    }
    // Whatever is damaged, it is read or refused, and no exception.
    const cut = random.int(text.length);
    readSite(bytesOf(text.slice(0, cut) + random.pick(['', '"', '}', 'null', '[', ',']) + text.slice(cut + 1)));
  }
});
