import { describe, expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import { known, type Property, unknown } from '../../src/model/property.js';
import type { Truth } from '../../src/model/review.js';
import { nothingSaid, type SiteWord } from '../../src/model/site-word.js';
import { judge } from '../../src/rules/judge.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { booleans, connector, levels } from '../support/connectors.js';
import { ruleOf } from '../support/rules.js';

/*
 * What each family's verdict must be, said in other words than the clauses: over every state that an export and a site can be in.
 * An oracle answers with the verdict on one connector.
 */

type Verdict = 'open' | 'not_reviewed' | 'not_a_finding';
type Oracle = (connector: SendConnector, site: SiteWord) => Verdict;

const verdictOf = (rule: RuleModule, record: SendConnector, site: SiteWord): string =>
  judge(rule, [{ records: [record] }], { site: () => site }).status;

/** Every combination of one of each. */
const combinations = <T extends object>(choices: { readonly [K in keyof T]: readonly T[K][] }): readonly T[] =>
  Object.entries(choices).reduce<readonly T[]>(
    (all, [key, values]) => all.flatMap((one) => (values as readonly T[keyof T][]).map((v) => ({ ...one, [key]: v }))),
    [{} as T],
  );

const differences = (
  rule: RuleModule,
  connectors: readonly SendConnector[],
  sites: readonly SiteWord[],
  oracle: Oracle,
): readonly string[] =>
  connectors.flatMap((record) =>
    sites.flatMap((site) => {
      const [found, expected] = [verdictOf(rule, record, site), oracle(record, site)];
      return found === expected ? [] : [`${expected}, not ${found}: ${JSON.stringify({ record, site })}`];
    }),
  );

const expectAgreement = (...args: Parameters<typeof differences>): void =>
  expect(differences(...args).slice(0, 3)).toEqual([]);

const isKnown = <T>(p: Property<T>, value: T | null): boolean => p.state === 'known' && p.value === value;
const absent = unknown('absent');
const site = (change: Partial<SiteWord>): SiteWord => ({ ...nothingSaid, ...change });
const plans = [false, true] as const;

describe('auth level', () => {
  const oracle: Oracle = ({ tlsAuthLevel: level }) =>
    level.state === 'unknown' ? 'not_reviewed' : level.value === 'DomainValidation' ? 'not_a_finding' : 'open';

  it.each(['EX19-ED-000232', 'EX19-MB-000233', 'EX16-ED-000670', 'EX16-MB-000660', 'EX13-EG-000335', 'Exch-2-768'])(
    '%s',
    (stigId) => {
      const connectors = combinations({ tlsAuthLevel: levels }).map(connector);
      const sites = (['true', 'false', 'unknown'] as const).map((internetFacing) => site({ internetFacing }));
      expectAgreement(ruleOf(stigId), connectors, sites, oracle);
    },
  );
});

describe('timeout', () => {
  const rules = [
    ...['EX19-ED-000110', 'EX19-MB-000132', 'EX16-ED-000190', 'EX16-MB-000460', 'EX13-EG-000095', 'EX13-MB-000230'],
    'Exch-2-769',
  ];
  const oracle: Oracle = ({ connectionInactivityTimeOut: timeout }, { deviations, planReviewed }) => {
    if (timeout.state === 'unknown') return 'not_reviewed';
    if (timeout.value === null) return 'open';
    if (timeout.value === '00:10:00' || deviations.has('ConnectionInactivityTimeOut')) return 'not_a_finding';
    return planReviewed ? 'open' : 'not_reviewed';
  };

  it.each(rules)('%s', (stigId) => {
    const connectors = combinations({
      connectionInactivityTimeOut: [
        known('00:10:00'),
        known('00:05:00'),
        known('1.00:10:00'),
        known<string>(null),
        absent,
      ],
    }).map(connector);
    const sites = combinations<Partial<SiteWord>>({
      planReviewed: plans,
      deviations: [new Set(), new Set(['ConnectionInactivityTimeOut'] as const), new Set(['MaxMessageSize'] as const)],
    }).map(site);
    expectAgreement(ruleOf(stigId), connectors, sites, oracle);
  });
});

describe('message size', () => {
  const sizes = ['36,700,160 bytes', '10,485,760 bytes', 'Unlimited'] as const;
  const connectors = [...sizes.map((size) => known<string>(size)), known<string>(null), absent].map((maxMessageSize) =>
    connector({ maxMessageSize }),
  );
  const sites = combinations<Partial<SiteWord>>({
    planReviewed: plans,
    maxSendSize: combinations<SiteWord['maxSendSize']>({
      configured: [undefined, ...sizes],
      documented: [undefined, ...sizes],
    }),
    deviations: [new Set(), new Set(['MaxMessageSize'] as const)],
    transport: [
      undefined,
      ...[[], [sizes[0]], [sizes[2]], [sizes[0], sizes[1]]].map((maxSendSizes) => ({
        maxSendSizes,
        isDoubtful: false,
        by: 'transport-config.xml',
      })),
    ],
  }).map(site);

  /** Met where it equals all that is said, or is excused; breached where it equals nothing of that and is known not to be excused; else unknown. */
  const part = (size: string, said: readonly (string | undefined)[], excused: Truth): Verdict => {
    const wanted = said.filter((one) => one !== undefined);
    if (excused === 'true' || (wanted.length > 0 && wanted.every((one) => one === size))) return 'not_a_finding';
    return wanted.length > 0 && !wanted.includes(size) && excused === 'false' ? 'open' : 'not_reviewed';
  };
  /** The global size, as exports of Get-TransportConfig and the site have it. */
  const globalOf = ({ maxSendSize, transport }: SiteWord) => [
    ...(transport?.maxSendSizes ?? []),
    maxSendSize.configured,
  ];
  const worst = (...all: readonly Verdict[]): Verdict =>
    all.includes('open') ? 'open' : all.includes('not_reviewed') ? 'not_reviewed' : 'not_a_finding';
  const coveredBy = ({ deviations, planReviewed }: SiteWord): Truth =>
    deviations.has('MaxMessageSize') ? 'true' : planReviewed ? 'false' : 'unknown';

  const rules = [
    ...['EX19-ED-000115', 'EX19-MB-000128', 'EX16-ED-000240', 'EX16-MB-000410', 'EX13-EG-000120', 'EX13-MB-000205'],
  ];

  it.each(rules)('%s', (stigId) => {
    expectAgreement(ruleOf(stigId), connectors, sites, ({ maxMessageSize: size }, said) => {
      if (size.state === 'unknown') return 'not_reviewed';
      if (size.value === null) return 'open';
      const { documented } = said.maxSendSize;
      return worst(part(size.value, globalOf(said), coveredBy(said)), part(size.value, [documented], coveredBy(said)));
    });
  });

  it('Exch-2-757 compares with the global size alone, and excuses a numeric size alone', () => {
    expectAgreement(ruleOf('Exch-2-757'), connectors, sites, ({ maxMessageSize: size }, said) => {
      if (size.state === 'unknown') return 'not_reviewed';
      if (size.value === null) return 'open';
      return part(size.value, globalOf(said), size.value === 'Unlimited' ? 'false' : coveredBy(said));
    });
  });
});

describe('names', () => {
  it.each(['EX16-ED-000260', 'EX13-EG-000130', 'EX13-MB-000195', 'Exch-2-751'])('%s', (stigId) => {
    const sites = (['true', 'false', 'unknown'] as const).map((nameIsClear) => site({ nameIsClear }));
    const byWord: Readonly<Record<Truth, Verdict>> = { true: 'not_a_finding', false: 'open', unknown: 'not_reviewed' };
    const connectors = [connector(), connector({ name: known('Internet'), smartHosts: known(['relay.example.mil']) })];
    expectAgreement(ruleOf(stigId), connectors, sites, (_, { nameIsClear }) => byWord[nameIsClear]);
  });
});

describe('smart host', () => {
  const connectors = combinations<Partial<SendConnector>>({
    smartHosts: [
      known<readonly string[]>(null),
      known<readonly string[]>([]),
      known(['[192.0.2.7]']),
      known(['Relay.example.mil']),
      known(['[192.0.2.7]', 'other.example.mil']),
      known(['--']),
      absent,
    ],
    addressSpaces: [
      known(['SMTP:*;1']),
      known(['smtp:*.example.mil;1', '*']),
      known(['SMTP:*.example.mil;1']),
      known(['smtp:--;100']),
      known(['smtp:--;100', 'smtp:example.mil']),
      known<readonly string[]>([]),
      absent,
    ],
    dnsRoutingEnabled: booleans,
  }).map(connector);
  const sites = combinations<Partial<SiteWord>>({
    internetFacing: ['true', 'false', 'unknown'],
    smartHosts: [undefined, ['192.0.2.7', 'relay.EXAMPLE.mil']],
    planReviewed: plans,
  }).map(site);

  const facing = ({ addressSpaces, smartHosts }: SendConnector, { internetFacing }: SiteWord): Truth => {
    if (internetFacing !== 'unknown') return internetFacing;
    if (addressSpaces.state === 'unknown') return 'unknown';
    const spaces = (addressSpaces.value ?? []).map((space) => space.replace(/^smtp:/i, '').replace(/;\d+$/, ''));
    const isInbound = spaces.length > 0 && spaces.every((space) => space === '--');
    if (isInbound && smartHosts.state === 'known' && smartHosts.value?.join() === '--') return 'false';
    return spaces.includes('*') ? 'true' : 'unknown';
  };

  /** A pass is known not to face the internet, or has the smart host and, on an Edge, no DNS. */
  const oracle =
    (isEdge: boolean): Oracle =>
    (c, said) => {
      const isFacing = facing(c, said);
      if (isFacing === 'false') return 'not_a_finding';
      const hosts = c.smartHosts.state === 'unknown' ? undefined : (c.smartHosts.value ?? []);
      const ours = said.smartHosts === undefined ? undefined : ['[192.0.2.7]', 'Relay.example.mil'];
      const has = hosts !== undefined && hosts.length > 0 && ours !== undefined && hosts.every((h) => ours.includes(h));
      const lacks = hosts !== undefined && (hosts.length === 0 || (ours !== undefined && !has));
      const dns = isEdge ? c.dnsRoutingEnabled : known(false);
      const routes = dns.state === 'known' && dns.value !== false;
      if (isFacing === 'true' && (lacks || routes)) return 'open';
      return has && isKnown<boolean>(dns, false) ? 'not_a_finding' : 'not_reviewed';
    };

  it.each(['EX19-ED-000095', 'EX16-ED-000160'])('%s, of an Edge server', (stigId) => {
    expectAgreement(ruleOf(stigId), connectors, sites, oracle(true));
  });

  it.each(['EX19-MB-000106', 'EX16-MB-000210', 'EX13-MB-000105', 'Exch-2-771'])('%s', (stigId) => {
    expectAgreement(ruleOf(stigId), connectors, sites, oracle(false));
  });

  it('EX13-EG-000080 finds nothing, as its text takes back what it asks for', () => {
    expectAgreement(ruleOf('EX13-EG-000080'), connectors, sites, (c, said) => {
      const verdict = oracle(true)(c, said);
      return verdict === 'open' ? 'not_reviewed' : verdict;
    });
  });
});

const hostStates = [known<readonly string[]>(null), known(['relay.example.mil']), absent] as const;
const worlds = combinations<Partial<SendConnector>>({
  smartHosts: hostStates,
  domainSecureEnabled: booleans,
  dnsRoutingEnabled: booleans,
  requireTls: booleans,
  tlsAuthLevel: [known('DomainValidation'), known('EncryptionOnly'), known(null), absent] as readonly Property<
    'DomainValidation' | 'EncryptionOnly'
  >[],
}).map(connector);

const yes = (p: Property<unknown>, value: unknown): Truth =>
  p.state === 'unknown' ? 'unknown' : p.value === value ? 'true' : 'false';
const all = (...truths: readonly Truth[]): Truth =>
  truths.includes('false') ? 'false' : truths.includes('unknown') ? 'unknown' : 'true';

/** The verdict where a connector with smart hosts is asked one thing and one without another. */
const eitherWorld = (smartHosts: Property<readonly string[]>, withThem: Truth, without: Truth): Verdict => {
  const verdicts: Readonly<Record<Truth, Verdict>> = { true: 'not_a_finding', false: 'open', unknown: 'not_reviewed' };
  if (smartHosts.state === 'unknown') return withThem === 'false' && without === 'false' ? 'open' : 'not_reviewed';
  return verdicts[(smartHosts.value ?? []).length > 0 ? withThem : without];
};

describe('domain security', () => {
  it('EX16-ED-000170 from V2R3', () => {
    expectAgreement(ruleOf('EX16-ED-000170', 1), worlds, [nothingSaid], (c) =>
      eitherWorld(
        c.smartHosts,
        all(
          yes(c.dnsRoutingEnabled, false),
          yes(c.requireTls, true),
          yes(c.tlsAuthLevel, 'DomainValidation'),
          yes(c.domainSecureEnabled, false),
        ),
        yes(c.domainSecureEnabled, true),
      ),
    );
  });

  it('EX16-ED-000170 up to V2R2 judges as EX19-ED-000098 does', () => {
    const other = ruleOf('EX19-ED-000098');
    expectAgreement(
      ruleOf('EX16-ED-000170', 0),
      worlds,
      [nothingSaid],
      (c) => verdictOf(other, c, nothingSaid) as Verdict,
    );
  });

  it('Exch-2-763 asks for DomainSecureEnabled alone', () => {
    expectAgreement(ruleOf('Exch-2-763'), worlds, [nothingSaid], ({ domainSecureEnabled }) =>
      eitherWorld(known<readonly string[]>(null), 'false', yes(domainSecureEnabled, true)),
    );
  });
});

describe('encryption', () => {
  const domains = [known('Example.mil'), known('sub.example.mil'), known('*.example.mil'), known<string>(null), absent];
  const withDomains = (connectors: readonly SendConnector[]) =>
    connectors.flatMap((c) => domains.map((tlsDomain) => ({ ...c, tlsDomain })));
  const words = combinations<Partial<SiteWord>>({
    internalSmtpDomains: [undefined, ['example.MIL']],
    validationMethod: [undefined, 'DomainValidation', 'DomainSecureEnabled'],
    planReviewed: plans,
  }).map(site);
  const domain = ({ tlsDomain }: SendConnector, { internalSmtpDomains }: SiteWord): Truth => {
    if (tlsDomain.state === 'unknown') return 'unknown';
    if (tlsDomain.value === null || tlsDomain.value.startsWith('*')) return 'false';
    if (internalSmtpDomains === undefined) return 'unknown';
    return tlsDomain.value === 'Example.mil' ? 'true' : 'false';
  };
  const verdict = (truth: Truth): Verdict => eitherWorld(known(['x']), truth, 'unknown');

  it.each(['EX13-EG-000345', 'EX13-MB-000120', 'Exch-2-766'])('%s', (stigId) => {
    expectAgreement(ruleOf(stigId), withDomains([connector()]), words, (c, said) => verdict(domain(c, said)));
  });

  it('EX19-ED-000236', () => {
    const some = worlds.filter((c) => c.smartHosts === absent && c.dnsRoutingEnabled === booleans[0]);
    expectAgreement(ruleOf('EX19-ED-000236'), withDomains(some), words, (c, said) => {
      const secure = yes(c.domainSecureEnabled, true);
      if (said.validationMethod === 'DomainSecureEnabled') return verdict(secure);
      if (said.validationMethod === 'DomainValidation') {
        const isContradicted =
          yes(c.tlsAuthLevel, 'DomainValidation') === 'false' || isKnown<boolean>(c.requireTls, false);
        return isContradicted ? 'not_reviewed' : verdict(domain(c, said));
      }
      if (said.planReviewed) return 'open';
      return domain(c, said) === 'false' && secure === 'false' ? 'open' : 'not_reviewed';
    });
  });

  it('EX16-ED-000690 up to V2R2', () => {
    const some = worlds.filter((c) => c.smartHosts === absent);
    expectAgreement(ruleOf('EX16-ED-000690', 0), withDomains(some), words.slice(0, 8), (c, said) =>
      verdict(all(domain(c, said), yes(c.domainSecureEnabled, true))),
    );
  });

  it('EX16-ED-000690 from V2R3', () => {
    const some = worlds.filter((c) => c.dnsRoutingEnabled === booleans[0]);
    expectAgreement(ruleOf('EX16-ED-000690', 1), withDomains(some), words.slice(0, 8), (c, said) =>
      eitherWorld(
        c.smartHosts,
        all(domain(c, said), yes(c.requireTls, true), yes(c.tlsAuthLevel, 'DomainValidation')),
        all(domain(c, said), yes(c.domainSecureEnabled, true)),
      ),
    );
  });
});

describe('without a site, nothing that only the site can settle is passed', () => {
  it.each(['EX19-ED-000115', 'EX19-ED-000236', 'EX16-ED-000260', 'EX16-ED-000690'])('%s', (stigId) => {
    const passed = worlds
      .map((c) => ({ ...c, tlsDomain: known('example.mil'), maxMessageSize: known('Unlimited') }))
      .filter((c) => verdictOf(ruleOf(stigId), c, nothingSaid) === 'not_a_finding');
    expect(passed).toEqual([]);
  });
});
