import { describe, expect, it } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { createChecklist } from '../../src/checklist/create.js';
import type { SendConnector } from '../../src/model/connector.js';
import { known, type Property, unknown } from '../../src/model/property.js';
import { nothingSaid, type SiteWord } from '../../src/model/site-word.js';
import { planRemediation } from '../../src/remediation/plan.js';
import type { ChangedValue, Remediation } from '../../src/remediation/remediation.js';
import { judge } from '../../src/rules/judge.js';
import { rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { inventedRule, oneRule } from '../support/checklists.js';
import { connector } from '../support/connectors.js';

/*
 * What a plan must be, over states of a connector, alone and in pairs of rules: said by tables of its own, not by the program's.
 */

type Level = 'EncryptionOnly' | 'CertificateValidation' | 'DomainValidation' | null;
interface State {
  readonly secure: boolean | undefined;
  readonly hosts: boolean;
  readonly ignore: boolean | undefined;
  readonly require: boolean;
  readonly level: Level | undefined;
  readonly domain: string | null;
  readonly timeout: string;
  readonly size: string;
}

/** What Exchange saves, by Microsoft's documentation. Undefined is what an export does not tell, which may be anything. */
const isSaved = ({ secure, hosts, ignore, require, level, domain }: State): boolean =>
  !(secure === true && (hosts || ignore === true || (level !== null && level !== undefined))) &&
  !(level !== null && level !== undefined && (!require || ignore === true)) &&
  !(require && ignore === true) &&
  !(domain !== null && level !== undefined && level !== 'DomainValidation') &&
  !(level === 'DomainValidation' && hosts && domain === null);

const states: readonly State[] = [true, false, undefined].flatMap((secure) =>
  [true, false].flatMap((hosts) =>
    [true, false, undefined].flatMap((ignore) =>
      [true, false].flatMap((require) =>
        ([null, 'EncryptionOnly', 'CertificateValidation', 'DomainValidation', undefined] as const).flatMap((level) =>
          [null, 'partner.example.mil'].flatMap((domain) =>
            ['00:10:00', '00:05:00'].map((timeout) => ({
              ...{ secure, hosts, ignore, require, level, domain, timeout },
              size: '36,700,160 bytes',
            })),
          ),
        ),
      ),
    ),
  ),
);

const property = <T>(value: T | undefined): Property<T> => (value === undefined ? unknown('absent') : known(value));

const recordOf = (state: State): SendConnector =>
  connector({
    name: known('To partners'),
    identity: known('To partners'),
    guid: known('11111111-2222-4333-8444-555555555501'),
    enabled: known(true),
    domainSecureEnabled: property(state.secure),
    dnsRoutingEnabled: known(!state.hosts),
    smartHosts: known<readonly string[]>(state.hosts ? ['[192.0.2.7]'] : []),
    addressSpaces: known<readonly string[]>(['SMTP:*;1']),
    ignoreStartTls: property(state.ignore),
    requireTls: known(state.require),
    tlsAuthLevel: property(state.level) as SendConnector['tlsAuthLevel'],
    tlsDomain: known<string>(state.domain),
    maxMessageSize: known(state.size),
    connectionInactivityTimeOut: known(state.timeout),
  });

const fixedState = (state: State, values: readonly ChangedValue[]): State => {
  const to = new Map<string, string>(values.map(({ property: name, fixed }) => [name, fixed]));
  const flag = <T>(name: string, now: T) => (to.has(name) ? to.get(name) === 'True' : now);
  return {
    ...state,
    secure: flag('DomainSecureEnabled', state.secure),
    ignore: flag('IgnoreSTARTTLS', state.ignore),
    require: flag('RequireTLS', state.require),
    level: (to.get('TlsAuthLevel') as Level | undefined) ?? state.level,
    domain: to.get('TlsDomain') ?? state.domain,
    timeout: to.get('ConnectionInactivityTimeOut') ?? state.timeout,
    size: to.has('MaxMessageSize') ? `${Number(to.get('MaxMessageSize')).toLocaleString('en-US')} bytes` : state.size,
  };
};

const strength = (level: Level | undefined): number =>
  [null, 'EncryptionOnly', 'CertificateValidation', 'DomainValidation'].indexOf(level ?? null);

const words: readonly SiteWord[] = [
  nothingSaid,
  {
    ...nothingSaid,
    planReviewed: true,
    internetFacing: 'false',
    internalSmtpDomains: ['example.mil'],
    validationMethod: 'DomainSecureEnabled',
    maxSendSize: { configured: '10,485,760 bytes', documented: '10,485,760 bytes' },
  },
  { ...nothingSaid, planReviewed: true, internetFacing: 'true', validationMethod: 'DomainValidation' },
];

const benchmark = builtInBenchmark();
const { asset } = oneRule({});

interface Judged {
  readonly record: SendConnector;
  readonly plan: Remediation;
  readonly before: ReadonlyMap<RuleModule, string>;
}

const planOf = (state: State, asked: readonly RuleModule[], word: SiteWord): Judged => {
  const record = recordOf(state);
  const benchmarkRules = asked.map(({ identity }, i) =>
    inventedRule(i, { groupId: identity.vulnId, stigId: identity.stigId, ruleId: `SV-${i}r1_rule` }),
  );
  const site = () => word;
  const reviews = asked.map((rule) => judge(rule, [{ records: [record] }], { site }));
  const checklist = createChecklist({
    benchmark: { ...benchmark, id: asked[0]?.identity.stig ?? '', rules: benchmarkRules },
    asset,
    reviews: new Map(),
    assessedAt: '2026-01-31T12:00:00Z',
    seed: '',
  });
  const plan = planRemediation({ checklist, reviews }, { modules: asked, wordFor: () => site });
  return { record, plan, before: new Map(asked.map((rule, i) => [rule, reviews[i]?.status ?? ''])) };
};

const statusOf = (rule: RuleModule, state: State, word: SiteWord): string =>
  judge(rule, [{ records: [recordOf(state)] }], { site: () => word }).status;

/** What is wrong with a plan. */
const faultsOf = (state: State, asked: readonly RuleModule[], word: SiteWord): readonly string[] => {
  const { plan, before } = planOf(state, asked, word);
  const [change] = plan.changes;
  const after = fixedState(state, change?.values ?? []);
  const fixed = new Set(change?.rules.map(({ rule }) => rule.stigId) ?? []);
  const open = asked.filter((rule) => before.get(rule) === 'open');
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) faults.push(`${what}: ${JSON.stringify({ state, rules: asked.map((r) => r.identity.vulnId), plan })}`);
  };
  if (change !== undefined) {
    const told = [state.secure, state.ignore, state.level].every((value) => value !== undefined);
    must(told || change.values.every(({ property: name }) => !/TLS|Secure/i.test(name)), 'the export tells it all');
    must(isSaved(state) && isSaved(after), 'Exchange saves it');
    must(change.values.length > 0, 'something is changed');
    must(!(state.secure === true && after.secure !== true), 'domain security stays');
    must(!(state.require && !after.require), 'RequireTLS stays');
    must(!(state.ignore === false && after.ignore !== false), 'IgnoreSTARTTLS stays off');
    must(strength(after.level) >= strength(state.level), 'TlsAuthLevel gets no weaker');
    must(state.domain === null || state.domain === after.domain, 'TlsDomain is not replaced');
    must(after.hosts === state.hosts, 'the route stays');
  }
  for (const rule of asked) {
    const now = statusOf(rule, after, word);
    if (fixed.has(rule.identity.stigId)) must(now === 'not_a_finding', `${rule.identity.vulnId} is met`);
    if (before.get(rule) !== 'open') must(now !== 'open', `${rule.identity.vulnId} is not opened`);
  }
  for (const rule of open) {
    const left = plan.withheld.filter((one) => one.rule.stigId === rule.identity.stigId && one.status === 'open');
    must(left.length === (fixed.has(rule.identity.stigId) ? 0 : 1), `${rule.identity.vulnId} is told once`);
  }
  const others = rules.filter(
    (rule, i) =>
      rule.identity.stig === asked[0]?.identity.stig &&
      rules[i + 1]?.identity !== rule.identity &&
      !asked.some((one) => one.identity === rule.identity),
  );
  if (change !== undefined)
    for (const rule of others) {
      const opened = statusOf(rule, after, word) === 'open' && statusOf(rule, state, word) !== 'open';
      const told = change.opens.filter(
        (one) => one.rule.stigId === rule.identity.stigId && one.kind === 'opens',
      ).length;
      must(told === (opened ? 1 : 0), `${rule.identity.vulnId} is named where it is opened`);
    }
  return faults;
};

const check = (asked: readonly RuleModule[]): void => {
  const faults = states.flatMap((state) => words.flatMap((word) => faultsOf(state, asked, word)));
  expect(faults.slice(0, 2)).toEqual([]);
};

describe('a plan over all states', () => {
  it.each(rules.map((rule) => [`${rule.identity.vulnId} ${rule.identity.stig}`, rule] as const))('%s', (_name, rule) =>
    check([rule]),
  );

  const edge = rules.filter(({ identity }) => identity.stig === 'MS_Exchange_2019_Edge_Server_STIG');
  const pairs = edge.flatMap((one, i) => edge.slice(i + 1).map((other) => [one, other] as const));
  it.each(pairs.map(([one, other]) => [one.identity.vulnId, other.identity.vulnId, one, other] as const))(
    '%s and %s',
    (_one, _other, one, other) => check([one, other]),
  );

  it('fixes V-259594 exactly where nothing but IgnoreSTARTTLS stands in the way', () => {
    const rule = rules.find(({ identity }) => identity.vulnId === 'V-259594') as RuleModule;
    for (const state of states) {
      const { secure, hosts, ignore, level } = state;
      const expected = isSaved(state) && secure === false && !hosts && ignore !== undefined && level === null;
      expect(planOf(state, [rule], nothingSaid).plan.changes.length === 1, JSON.stringify(state)).toBe(expected);
    }
  });

  it('has no line for either where V-259594 and V-259639 are both asked for and both open', () => {
    const both = rules.filter(({ identity }) => ['V-259594', 'V-259639'].includes(identity.vulnId));
    for (const state of states.filter(
      (one) => isSaved(one) && one.secure === false && one.level !== 'DomainValidation',
    )) {
      const { plan } = planOf(state, both, nothingSaid);
      expect([plan.changes, plan.withheld.length], JSON.stringify(state)).toEqual([[], 2]);
    }
  });
});
