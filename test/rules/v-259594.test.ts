import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SendConnector } from '../../src/model/connector.js';
import { unknown } from '../../src/model/property.js';
import { judge } from '../../src/rules/judge.js';
import { booleans, compliant, connector, domains, levels } from '../support/connectors.js';
import { v259594 } from '../support/rules.js';

const statusOf = (...connectors: readonly SendConnector[]) =>
  judge(
    v259594,
    connectors.map((record) => ({ records: [record] })),
  ).status;

const isTrue = (p: { state: string; value?: unknown }) => p.state === 'known' && p.value === true;
const isFalse = (p: { state: string; value?: unknown }) => p.state === 'known' && p.value !== true;

/**
 * The verdict in other words than the program's: a pass needs both Booleans known True; what is open is open by the first
 * clause, by the third, or by the second in the one case where it decides alone; all else is not reviewed.
 */
const oracle = (c: SendConnector): string => {
  const [secure, dns] = [c.domainSecureEnabled, c.dnsRoutingEnabled];
  if (isTrue(secure) && isTrue(dns)) return 'not_a_finding';
  if (isFalse(secure)) return 'open';
  if (isTrue(secure) && isFalse(dns)) return 'open';
  const alone =
    secure.state === 'unknown' &&
    dns.state === 'known' &&
    dns.value === false &&
    c.tlsAuthLevel.state === 'known' &&
    c.tlsAuthLevel.value === 'DomainValidation' &&
    c.tlsDomain.state === 'known' &&
    c.tlsDomain.value === null;
  return alone ? 'open' : 'not_reviewed';
};

const everyConnector = booleans.flatMap((domainSecureEnabled) =>
  booleans.flatMap((dnsRoutingEnabled) =>
    levels.flatMap((tlsAuthLevel) =>
      domains.map((tlsDomain) => connector({ domainSecureEnabled, dnsRoutingEnabled, tlsAuthLevel, tlsDomain })),
    ),
  ),
);

describe('V-259594', () => {
  it('agrees with the oracle over the whole truth table', () => {
    expect(everyConnector).toHaveLength(4 * 4 * 5 * 3);
    expect(everyConnector.map((c) => statusOf(c))).toEqual(everyConnector.map(oracle));
  });

  it('judges each clause by itself', () => {
    const clausesOf = (c: SendConnector) =>
      judge(v259594, [{ records: [c] }]).connectors[0]?.clauses.map((clause) => `${clause.id}=${clause.truth}`);
    const allFalse = connector({
      domainSecureEnabled: { state: 'known', value: false },
      dnsRoutingEnabled: { state: 'known', value: false },
      tlsAuthLevel: { state: 'known', value: 'DomainValidation' },
      tlsDomain: { state: 'known', value: null },
    });
    expect(clausesOf(allFalse)).toEqual(['domain-secure=false', 'tls-domain=false', 'dns-routing=true']);
    expect(clausesOf(compliant())).toEqual(['domain-secure=true', 'tls-domain=true', 'dns-routing=true']);
    expect(clausesOf(connector())).toEqual(['domain-secure=unknown', 'tls-domain=unknown', 'dns-routing=unknown']);
  });

  it('is the worst of its connectors, in any order', () => {
    const one = fc.constantFrom(...everyConnector);
    const rank = ['open', 'not_reviewed', 'not_a_finding'];
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (connectors) => {
        const worst = rank[Math.min(...connectors.map((c) => rank.indexOf(oracle(c))))];
        expect(statusOf(...connectors)).toBe(worst);
        expect(statusOf(...[...connectors].reverse())).toBe(worst);
      }),
    );
  });

  it('never becomes a pass when a property is deleted or replaced by a value that cannot be read', () => {
    const properties = ['domainSecureEnabled', 'dnsRoutingEnabled', 'tlsAuthLevel', 'tlsDomain'] as const;
    const reasons = fc.constantFrom('absent', 'unreadable', 'flattened', 'cut');
    fc.assert(
      fc.property(
        fc.constantFrom(...everyConnector),
        fc.constantFrom(...properties),
        reasons,
        (c, property, reason) => {
          const damaged = { ...c, [property]: unknown(reason as 'absent') };
          if (statusOf(damaged) === 'not_a_finding') expect(statusOf(c)).toBe('not_a_finding');
          if (property === 'domainSecureEnabled' || property === 'dnsRoutingEnabled')
            expect(statusOf(damaged)).not.toBe('not_a_finding');
        },
      ),
    );
  });

  it('counts the worst of several records of one connector', () => {
    const thin = connector({ domainSecureEnabled: { state: 'known', value: true } });
    const review = judge(v259594, [{ records: [compliant(), thin] }]);
    expect(review.status).toBe('not_reviewed');
    expect(review.connectors[0]?.missing).toEqual(['TlsAuthLevel', 'DNSRoutingEnabled', 'TlsDomain']);
    expect(review.connectors[0]?.decidedBy).toBe(thin);
  });

  it('takes the first of records that are equally bad, and the labels from whichever has them', () => {
    const first = connector({ domainSecureEnabled: { state: 'known', value: false }, place: { file: 'a.csv' } });
    const second = connector({
      domainSecureEnabled: { state: 'known', value: false },
      name: { state: 'known', value: 'Mail' },
      place: { file: 'b.csv' },
    });
    const [review] = judge(v259594, [{ records: [first, second] }]).connectors;
    expect(review?.decidedBy).toBe(first);
    expect(review).toMatchObject({ name: 'Mail', identity: '' });
  });

  it('shows each clause with what it asks for and what was seen', () => {
    const review = judge(v259594, [{ records: [compliant()] }]);
    expect(review.connectors[0]?.clauses).toEqual([
      {
        id: 'domain-secure',
        truth: 'true',
        applies: true,
        words: 'DomainSecureEnabled is True; must be True.',
        expected: 'DomainSecureEnabled True',
        actual: 'DomainSecureEnabled True',
      },
      {
        id: 'tls-domain',
        truth: 'true',
        applies: false,
        words:
          'TlsDomain: required only when TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False (seen: TlsAuthLevel not set, DNSRoutingEnabled True).',
        expected: 'TlsDomain set, where TlsAuthLevel is DomainValidation and DNSRoutingEnabled is False',
        actual: 'TlsAuthLevel (not set), DNSRoutingEnabled True, TlsDomain (not set)',
      },
      {
        id: 'dns-routing',
        truth: 'true',
        applies: true,
        words: 'DNSRoutingEnabled is True; must be True, because DomainSecureEnabled is True.',
        expected: 'DNSRoutingEnabled True, where DomainSecureEnabled is True',
        actual: 'DomainSecureEnabled True, DNSRoutingEnabled True',
      },
    ]);
    const half = connector({ domainSecureEnabled: { state: 'known', value: true } });
    expect(judge(v259594, [{ records: [half] }]).connectors[0]?.missing).toEqual([
      'TlsAuthLevel',
      'DNSRoutingEnabled',
      'TlsDomain',
    ]);
    expect(judge(v259594, [{ records: [connector()] }]).connectors[0]?.missing[0]).toBe('DomainSecureEnabled');
  });

  it('is not reviewed without a connector, unless the assessor says otherwise', () => {
    expect(judge(v259594, [])).toMatchObject({ status: 'not_reviewed', decidedBy: 'when-empty' });
    expect(judge(v259594, [], { whenEmpty: 'not_applicable' })).toMatchObject({
      status: 'not_applicable',
      decidedBy: 'when-empty',
    });
    expect(judge(v259594, [{ records: [compliant()] }], { whenEmpty: 'open' })).toMatchObject({
      status: 'not_a_finding',
      decidedBy: 'rule',
    });
  });

  it('is at best not reviewed where one of several exports is empty, unless the assessor says otherwise', () => {
    const good = [{ records: [compliant()] as const }];
    expect(judge(v259594, good, { emptyExports: true })).toMatchObject({
      status: 'not_reviewed',
      decidedBy: 'when-empty',
    });
    expect(judge(v259594, good, { emptyExports: true, whenEmpty: 'not_a_finding' }).status).toBe('not_a_finding');
    const bad = [{ records: [compliant({ domainSecureEnabled: { state: 'known', value: false } })] as const }];
    expect(judge(v259594, bad, { emptyExports: true })).toMatchObject({ status: 'open', decidedBy: 'rule' });
  });

  it('withholds a pass, and nothing else, where something reported has that effect', () => {
    const good = [{ records: [compliant()] as const }];
    const bad = [{ records: [compliant({ domainSecureEnabled: { state: 'known', value: false } })] as const }];
    const half = [{ records: [connector({ domainSecureEnabled: { state: 'known', value: true } })] as const }];
    const reported = [
      diagnostic('edge-in-domain', {}),
      diagnostic('export-left-out', { file: 'b.xml' }, { reason: 'not text' }),
    ];
    const doubts = [{ code: 'export-left-out', place: { file: 'b.xml' }, message: expect.any(String) }];
    expect(judge(v259594, good, { reported })).toMatchObject({ status: 'not_reviewed', decidedBy: 'doubt', doubts });
    expect(judge(v259594, half, { reported })).toMatchObject({ status: 'not_reviewed', decidedBy: 'rule', doubts });
    expect(judge(v259594, bad, { reported })).toMatchObject({ status: 'open', decidedBy: 'rule', doubts });
    const harmless = reported.slice(0, 1);
    expect(judge(v259594, good, { reported: harmless })).toMatchObject({ status: 'not_a_finding', doubts: [] });
  });

  it.each(['open', 'not_applicable', 'not_a_finding'] as const)(
    'does not take %s for an empty export where anything but the emptiness is in doubt',
    (whenEmpty) => {
      const reported = [diagnostic('export-left-out', {}, { reason: 'not text' })];
      const good = [{ records: [compliant()] as const }];
      const expected = { status: 'not_reviewed', decidedBy: 'when-empty' };
      expect(judge(v259594, [], { whenEmpty, reported })).toMatchObject(expected);
      expect(judge(v259594, good, { whenEmpty, emptyExports: true, reported })).toMatchObject(expected);
    },
  );

  it('counts disabled connectors', () => {
    const disabled = connector({
      enabled: { state: 'known', value: false },
      domainSecureEnabled: { state: 'known', value: false },
    });
    expect(statusOf(compliant(), disabled)).toBe('open');
  });
});
