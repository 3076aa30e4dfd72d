import { describe, expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { judge } from '../../src/rules/judge.js';
import type { Site } from '../../src/site/site.js';
import { type SiteContext, whatCounts } from '../../src/site/what-counts.js';
import { ruleOf } from '../support/rules.js';
import { relay, site } from './sites.js';

const smartHost = 'EX19-ED-000095';
const mailboxSmartHost = 'EX19-MB-000106';
const timeout = 'EX19-ED-000110';
const size = 'EX19-ED-000115';
const encryption = 'EX19-ED-000236';
const names = 'EX16-ED-000260';

const context = (records: readonly SendConnector[], stigIds: readonly string[], host = 'EDGE01'): SiteContext => ({
  host: { hostName: host, fqdn: '' },
  assessedAt: '2026-01-31T12:00:00Z',
  connectors: records.map((record) => ({ records: [record] as const })),
  rules: stigIds.map((stigId) => ({ vulnId: stigId, module: ruleOf(stigId) })),
});

/** The verdict of a rule with a site file, the one without, and the codes of what is said of the file. */
const verdict = (said: Site, stigId: string, records: readonly SendConnector[] = [relay()], host = 'EDGE01') => {
  const about = context(records, [stigId], host);
  const answers = whatCounts(said, about);
  const rule = ruleOf(stigId);
  const review = judge(rule, about.connectors, { site: answers.wordFor(rule), enclave: answers.enclave });
  const codes = [...answers.diagnostics, ...answers.unmatched].map(
    ({ code, args }) => `${code}${'matters' in args && args.matters !== '' ? '!' : ''}`,
  );
  return [review.status, review.without, ...codes].join(' ');
};

const deviation = (change: object = {}) => ({
  deviations: [
    {
      rule: timeout,
      connectors: ['internet RELAY'],
      property: 'ConnectionInactivityTimeOut',
      value: 'PT5M',
      signedOffBy: 'Sam Ray',
      signedOffOn: '2026-01-10',
      riskAcceptance: 'RA-1',
      expires: '2026-12-31',
      ...change,
    },
  ],
});

describe('a deviation', () => {
  const guid = '11111111-2222-4333-8444-555555555501';
  it.each<[string, object, string]>([
    ['counts by the name, whatever its case', {}, 'not_a_finding not_reviewed'],
    ['counts by the Guid', { connectors: [guid.toUpperCase()] }, 'not_a_finding not_reviewed'],
    ['counts on its last day', { expires: '2026-01-31' }, 'not_a_finding not_reviewed'],
    ['that expired is none', { expires: '2026-01-30' }, 'open not_reviewed site-expired!'],
    ['of another value has lapsed', { value: '00:06:00' }, 'open not_reviewed site-lapsed!'],
    ['of a connector that is not there', { connectors: ['Relay'] }, 'open not_reviewed site-unmatched'],
    [
      'signed after the plan was reviewed settles nothing',
      { signedOffOn: '2026-01-16' },
      'not_reviewed not_reviewed site-misdated!',
    ],
    ['signed in the future settles nothing', { signedOffOn: '2026-02-01' }, 'not_reviewed not_reviewed site-misdated!'],
    ['of another rule says nothing of this one', { rule: 'EX19-MB-000132' }, 'open not_reviewed'],
    ['of a rule that is none', { rule: 'EX19-ED-000111' }, 'open not_reviewed site-rule-unknown'],
    ['of a property that the rule does not ask for', { rule: size }, 'open not_reviewed site-rule-unknown'],
  ])('%s', (_, change, expected) => {
    expect(verdict(site(deviation(change)), timeout)).toBe(expected);
  });

  it('by a name that two connectors share settles nothing', () => {
    const two = [relay(), relay({ guid: known('11111111-2222-4333-8444-555555555502') })];
    expect(verdict(site(deviation()), timeout, two)).toBe('not_reviewed not_reviewed site-ambiguous!');
  });

  it.each<[string, object, string]>([
    ['nobody stated', { statedBy: null }, 'not_reviewed not_reviewed site-not-stated!'],
    ['that was stated later than now', { statedOn: '2026-02-01' }, 'not_reviewed not_reviewed site-not-stated!'],
    ['without hosts', { hosts: [] }, 'open not_reviewed site-hosts-missing!'],
    ['without a plan', { edsp: null }, 'not_reviewed not_reviewed site-plan-not-reviewed!'],
    [
      'with a plan that was not reviewed',
      { edsp: { title: 'EDSP', version: '1' } },
      'not_reviewed not_reviewed site-plan-not-reviewed!',
    ],
    [
      'with a plan that was reviewed after it',
      { edsp: { title: 'EDSP', version: '1', reviewedOn: '2026-01-21' } },
      'not_reviewed not_reviewed site-plan-not-reviewed!',
    ],
  ])('in a file %s', (_, change, expected) => {
    expect(verdict(site({ ...deviation(), ...change }), timeout)).toBe(expected);
  });

  it('is for the hosts of the file, but by Guid', () => {
    expect(verdict(site(deviation()), timeout, [relay()], 'EDGE02')).toBe(
      'not_reviewed not_reviewed site-other-hosts site-unmatched',
    );
    expect(verdict(site(deviation({ connectors: [guid] })), timeout, [relay()], 'EDGE02')).toBe(
      'not_a_finding not_reviewed site-other-hosts',
    );
  });

  it('says nothing of a connector that is newer than the file', () => {
    const newer = relay({ created: { day: '2026-01-21', written: '2026-01-21T08:00:00Z' } });
    expect(verdict(site(deviation()), timeout, [newer])).toBe('not_reviewed not_reviewed site-connector-newer!');
    const older = relay({ created: { day: '2026-01-20', written: '2026-01-20T08:00:00Z' } });
    expect(verdict(site(deviation()), timeout, [older])).toBe('not_a_finding not_reviewed');
    // Two records of one connector that tell two times: the later one counts, in whichever order they are read.
    for (const records of [
      [older, newer],
      [newer, older],
    ] as const) {
      const about = { ...context(records, [timeout]), connectors: [{ records }] };
      const rule = ruleOf(timeout);
      const { wordFor } = whatCounts(site(deviation()), about);
      expect(judge(rule, about.connectors, { site: wordFor(rule) }).status).toBe('not_reviewed');
    }
  });
});

describe('internet-facing', () => {
  const values = { AddressSpaces: ['smtp:*;1'], SmartHosts: '192.0.2.7' };
  const entry = { connector: 'Internet relay', reason: 'sends to the proxy', values };

  it('a connector that is not needs no smart host', () => {
    const noHost = relay({ smartHosts: known<readonly string[]>(null), dnsRoutingEnabled: known(true) });
    const said = { notInternetFacing: [{ ...entry, values: { ...values, SmartHosts: [] } }] };
    expect(verdict(site(said), smartHost, [noHost])).toBe('not_a_finding open');
    expect(verdict(site({ ...said, edsp: null }), smartHost, [noHost])).toBe('open open site-plan-not-reviewed!');
    expect(verdict(site({ ...said, edsp: null }), mailboxSmartHost, [noHost])).toBe('not_a_finding open');
  });

  it('lapses with the address spaces and the smart hosts', () => {
    const said = site({ notInternetFacing: [entry] });
    expect(verdict(said, smartHost, [relay({ addressSpaces: known(['SMTP:*;2']) })])).toBe(
      'not_reviewed not_reviewed site-lapsed!',
    );
    expect(verdict(said, smartHost, [relay({ tlsDomain: known('other.example.mil') })])).toBe(
      'not_a_finding not_reviewed',
    );
  });

  it('is not said where both are said', () => {
    const said = site({
      internetFacing: [entry],
      notInternetFacing: [{ ...entry, connector: '{11111111-2222-4333-8444-555555555501}' }],
    });
    const inward = relay({ addressSpaces: known(['SMTP:example.mil;1']) });
    const both = { ...values, AddressSpaces: ['SMTP:example.mil;1'] };
    expect(verdict(said, smartHost)).toBe('not_reviewed not_reviewed site-contradicted site-contradicted!');
    expect(
      verdict(
        site({ internetFacing: [{ ...entry, values: both }], notInternetFacing: [{ ...entry, values: both }] }),
        smartHost,
        [inward],
      ),
    ).toBe('not_reviewed not_reviewed site-contradicted site-contradicted!');
  });

  it('with the smart hosts of the site', () => {
    expect(verdict(site({ smartHosts: ['192.0.2.7'] }), smartHost)).toBe('not_a_finding not_reviewed');
    expect(verdict(site({ smartHosts: ['192.0.2.8'] }), smartHost)).toBe('open not_reviewed');
  });
});

describe('the enclave', () => {
  it('makes V-259593 not applicable, whatever the export says', () => {
    expect(verdict(site({ enclave: 'SIPRNet' }), smartHost, [])).toBe('not_applicable not_reviewed');
    expect(verdict(site({ enclave: 'NIPRNet' }), smartHost, [])).toBe('not_reviewed not_reviewed');
    expect(verdict(site({ enclave: 'SIPRNet' }), mailboxSmartHost, [])).toBe('not_reviewed not_reviewed');
    expect(verdict(site({ enclave: 'SIPRNet' }), smartHost, [], 'EDGE02')).toBe(
      'not_reviewed not_reviewed site-other-hosts',
    );
    expect(verdict(site({ enclave: 'SIPRNet', statedBy: null }), smartHost, [])).toBe(
      'not_reviewed not_reviewed site-not-stated!',
    );
  });
});

describe('sizes', () => {
  it.each<[object, string]>([
    [{ configured: '10 MB', documented: '10240 KB' }, 'not_a_finding not_reviewed'],
    [{ configured: '10 MB' }, 'not_reviewed not_reviewed'],
    [{ configured: 'Unlimited', documented: '10MB' }, 'open not_reviewed'],
  ])('%o', (maxSendSize, expected) => {
    expect(verdict(site({ maxSendSize }), size)).toBe(expected);
  });

  it('the size of the plan needs the plan', () => {
    const maxSendSize = { configured: '10 MB', documented: '10MB' };
    expect(verdict(site({ maxSendSize, edsp: null }), size)).toBe('not_reviewed not_reviewed site-plan-not-reviewed!');
  });
});

describe('the validation method', () => {
  const said = (...methods: readonly string[]) => ({
    internalSmtpDomains: ['Example.mil'],
    validationMethod: methods.map((method) => ({
      connector: 'Internet relay',
      method,
      values: { TlsDomain: 'example.mil' },
    })),
  });

  it.each<[string, object, readonly SendConnector[], string]>([
    ['that is met', said('DomainValidation'), [relay()], 'not_a_finding not_reviewed'],
    ['that is not', said('DomainSecureEnabled'), [relay()], 'open not_reviewed'],
    ['that nobody names, though the plan was read', said(), [relay()], 'open not_reviewed'],
    [
      'that is named twice',
      said('DomainValidation', 'DomainSecureEnabled'),
      [relay()],
      'not_reviewed not_reviewed site-contradicted! site-contradicted!',
    ],
    [
      'that the export contradicts',
      said('DomainValidation'),
      [relay({ requireTls: known(false) })],
      'not_reviewed not_reviewed',
    ],
    [
      'for another domain',
      said('DomainValidation'),
      [relay({ tlsDomain: known('example.com') })],
      'open not_reviewed site-lapsed',
    ],
  ])('%s', (_, value, records, expected) => {
    expect(verdict(site(value), encryption, records)).toBe(expected);
  });
});

describe('names', () => {
  const entry = { connector: 'Internet relay', values: { Name: 'Internet relay', AddressSpaces: ['SMTP:*;1'] } };
  it.each<[string, object, string]>([
    ['that is clear', { clear: [entry] }, 'not_a_finding not_reviewed'],
    ['that is not', { unclear: [entry] }, 'open not_reviewed'],
    [
      'that is both',
      { clear: [entry], unclear: [entry] },
      'not_reviewed not_reviewed site-contradicted! site-contradicted!',
    ],
    [
      'of other address spaces',
      { clear: [{ ...entry, values: { ...entry.values, AddressSpaces: 'SMTP:*;2' } }] },
      'not_reviewed not_reviewed site-lapsed!',
    ],
    [
      'that nobody reviewed',
      { reviewedOn: null, clear: [entry] },
      'not_reviewed not_reviewed site-names-not-reviewed!',
    ],
    [
      'that was reviewed later',
      { reviewedOn: '2026-01-21', clear: [entry] },
      'not_reviewed not_reviewed site-names-not-reviewed!',
    ],
  ])('a name %s', (_, said, expected) => {
    expect(verdict(site({ names: { reviewedOn: '2026-01-15', ...said } }), names)).toBe(expected);
  });
});

describe('an accepted risk', () => {
  const acceptance = (change: object = {}) => ({
    acceptances: [
      {
        rule: 'EX19-ED-000098',
        connectors: ['Internet relay'],
        values: { DomainSecureEnabled: 'False' },
        acceptedBy: 'Sam Ray',
        acceptedOn: '2026-01-10',
        reference: 'POAM-7',
        expires: '2026-12-31',
        ...change,
      },
    ],
  });
  const told = (change: object) => {
    const about = context([relay()], ['EX19-ED-000098']);
    const rule = ruleOf('EX19-ED-000098');
    const answers = whatCounts(site(acceptance(change)), about);
    const review = judge(rule, about.connectors, { site: answers.wordFor(rule) });
    const [connector] = review.connectors;
    if (connector === undefined) throw new Error('no connector');
    const accepted = answers.accepted(rule, connector);
    return [
      review.status,
      review.without,
      ...accepted.risks,
      ...[...answers.diagnostics, ...answers.unmatched, ...accepted.diagnostics].map(({ code }) => code),
    ].join(' ');
  };

  it.each<[string, object, string]>([
    [
      'stands beside the finding',
      {},
      'open open Sam Ray, 2026-01-10, POAM-7, expires 2026-12-31; it changes no status',
    ],
    ['lapses', { values: { DomainSecureEnabled: 'True' } }, 'open open site-lapsed'],
    ['is made for each value of the failing clauses', { values: { Enabled: true } }, 'open open site-lapsed'],
    ['expires', { expires: '2026-01-30' }, 'open open site-expired'],
    ['is of one rule', { rule: 'EX19-ED-000232' }, 'open open'],
    ['is of one connector', { connectors: ['Other'] }, 'open open site-unmatched'],
    ['is signed before the file', { acceptedOn: '2026-01-21' }, 'open open site-misdated'],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toBe(expected);
  });
});
