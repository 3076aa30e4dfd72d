import { describe, expect, it } from 'vitest';
import { rowOf, type SendConnector } from '../../src/model/connector.js';
import { known, unknown } from '../../src/model/property.js';
import { nothingSaid, type SiteWord } from '../../src/model/site-word.js';
import { clauseLine, clauseOutcome } from '../../src/rules/clause-words.js';
import { judge } from '../../src/rules/judge.js';
import { rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { connector } from '../support/connectors.js';
import { v259594 } from '../support/rules.js';

const linesOf = (rule: RuleModule, properties: Partial<SendConnector>, site: Partial<SiteWord> = {}) =>
  judge(rule, [{ records: [connector(properties)] }], { site: () => ({ ...nothingSaid, ...site }) }).connectors.flatMap(
    ({ clauses }) => clauses.map(clauseLine),
  );
const ruleOf = (vulnId: string): RuleModule => {
  const rule = rules.findLast(({ identity }) => identity.vulnId === vulnId);
  if (rule === undefined) throw new Error(`no ${vulnId}`);
  return rule;
};

describe('a clause in words', () => {
  it('does not apply where its condition is known not to hold', () => {
    const off = {
      domainSecureEnabled: known(false),
      dnsRoutingEnabled: known(false),
      tlsAuthLevel: known(null),
      tlsDomain: known(null),
    };
    expect(linesOf(v259594, off)).toEqual([
      'FAIL  DomainSecureEnabled is False; must be True.',
      'n/a   TlsDomain: required only when TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False (seen: TlsAuthLevel not set, DNSRoutingEnabled False).',
      'n/a   DNSRoutingEnabled: required only when DomainSecureEnabled is True (seen: False).',
    ]);
  });

  it('says why it applies', () => {
    const broken = {
      domainSecureEnabled: known(true),
      dnsRoutingEnabled: known(false),
      tlsAuthLevel: known('DomainValidation' as const),
      tlsDomain: known(null),
    };
    expect(linesOf(v259594, broken)).toEqual([
      'PASS  DomainSecureEnabled is True; must be True.',
      'FAIL  TlsDomain is not set; must be set, because TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False.',
      'FAIL  DNSRoutingEnabled is False; must be True, because DomainSecureEnabled is True.',
    ]);
  });

  it('says why it is unknown, be it the property or the condition', () => {
    expect(linesOf(v259594, { domainSecureEnabled: known(true), tlsDomain: known('mail.example.mil') })).toEqual([
      'PASS  DomainSecureEnabled is True; must be True.',
      'PASS  TlsDomain is mail.example.mil; must be set if TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False (seen: TlsAuthLevel not in the export, DNSRoutingEnabled not in the export).',
      'unknown DNSRoutingEnabled is not in the export; must be True, because DomainSecureEnabled is True.',
    ]);
    const cut = unknown('cut', 'Tr');
    expect(linesOf(v259594, { domainSecureEnabled: cut, dnsRoutingEnabled: known(false) })[2]).toBe(
      'unknown DNSRoutingEnabled is False; must be True if DomainSecureEnabled is True (seen: cut off in the export: "Tr").',
    );
  });

  it('quotes values that could pass for its own words', () => {
    const [, tlsDomain] = linesOf(v259594, {
      tlsDomain: known('not set'),
      tlsAuthLevel: known('DomainValidation' as const),
      dnsRoutingEnabled: known(false),
    });
    expect(tlsDomain).toContain('TlsDomain is "not set"; must be set, because');
  });

  it('shows what a condition rests on where its words do not name it', () => {
    const facing = {
      smartHosts: known(['192.0.2.1']),
      addressSpaces: known(['SMTP:*;1']),
      dnsRoutingEnabled: known(false),
    };
    expect(linesOf(ruleOf('V-259593'), facing)).toEqual([
      'unknown SmartHosts is 192.0.2.1; must be set to the smart host of the site, because the connector is internet-facing (seen: AddressSpaces "SMTP:*;1").',
      'PASS  DNSRoutingEnabled is False; must be False, because the connector is internet-facing (seen: AddressSpaces "SMTP:*;1").',
    ]);
    expect(linesOf(ruleOf('V-259593'), facing, { internetFacing: 'false' })).toEqual([
      'n/a   SmartHosts (set to the smart host of the site): required only when the connector is internet-facing (seen: AddressSpaces "SMTP:*;1").',
      'n/a   DNSRoutingEnabled (False): required only when the connector is internet-facing (seen: AddressSpaces "SMTP:*;1").',
    ]);
  });

  it('weighs several properties together', () => {
    const lines = linesOf(ruleOf('V-221218'), { smartHosts: known([]), domainSecureEnabled: known(true) });
    expect(lines).toEqual([
      'PASS  DomainSecureEnabled is True; must be True, because there are no smart hosts (seen: SmartHosts empty).',
      'n/a   DNSRoutingEnabled (False): required only when there are smart hosts (seen: SmartHosts empty).',
      'n/a   RequireTLS: required only when there are smart hosts (seen: SmartHosts empty).',
      'n/a   TlsAuthLevel (DomainValidation): required only when there are smart hosts (seen: SmartHosts empty).',
      'n/a   DomainSecureEnabled (False): required only when there are smart hosts (seen: SmartHosts empty).',
      'n/a   DomainSecureEnabled, DNSRoutingEnabled, RequireTLS, TlsAuthLevel: required only when SmartHosts is unknown (seen: empty).',
    ]);
  });
});

describe('whether a clause applies', () => {
  const values = {
    boolean: [known(true), known(false), unknown('absent')],
    'tls-auth-level': [known(null), known('DomainValidation'), unknown('absent')],
    domain: [known(null), known('example.mil'), unknown('absent')],
    text: [known('Partners')],
    guid: [known(null)],
    'smart-hosts': [known([]), known(['192.0.2.7']), unknown('absent')],
    'address-spaces': [known(['SMTP:*;1']), known(['SMTP:example.mil;1']), unknown('absent')],
    duration: [known('00:10:00'), known('00:05:00'), unknown('absent')],
    size: [known('Unlimited'), unknown('absent')],
  } as const;

  it.each(rules.map((rule) => [`${rule.identity.stigId} ${rule.checks[0]?.slice(0, 6)}`, rule] as const))(
    '%s: only a clause that holds may not apply, and its words say so',
    (_, rule) => {
      const names = [
        ...new Set(rule.clauses.flatMap(({ properties, when }) => [...properties, ...(when?.properties ?? [])])),
      ];
      const states = names.reduce<readonly Partial<SendConnector>[]>(
        (all, name) =>
          all.flatMap((one) => values[rowOf(name).type].map((value) => ({ ...one, [rowOf(name).key]: value }))),
        [{}],
      );
      const said: readonly SiteWord['internetFacing'][] = ['true', 'false', 'unknown'];
      for (const state of states)
        for (const internetFacing of said) {
          const [review] = judge(rule, [{ records: [connector(state)] }], {
            site: () => ({ ...nothingSaid, internetFacing }),
          }).connectors;
          for (const clause of review?.clauses ?? []) {
            const outcome = clauseOutcome(clause);
            if (!clause.applies) expect(clause.truth).toBe('true');
            expect(outcome === 'not-applicable').toBe(/: required only when /.test(clause.words));
            expect(clause.words).toMatch(/^[^\n]+[^.]\.$/);
          }
        }
    },
  );
});
