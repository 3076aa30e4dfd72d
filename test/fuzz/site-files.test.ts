import { expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import type { Review } from '../../src/model/review.js';
import { judge } from '../../src/rules/judge.js';
import { rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { readSite } from '../../src/site/read-site.js';
import { whatCounts } from '../../src/site/what-counts.js';
import { randomConnector, randomOf, randomSite, type SiteValue, today } from './site-file.js';

/*
 * Random site files beside random connectors, for every rule: what a site file may change, and what not. SITE_FILES says how many.
 */
const count = Number(process.env['SITE_FILES'] ?? 1500);

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
