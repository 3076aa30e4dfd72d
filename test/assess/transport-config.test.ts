import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EvaluateInput, evaluateHost } from '../../src/assess/evaluate-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { messageOf } from '../../src/diagnostics/diagnostic.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { textDigest } from '../../src/rules/rule-identity.js';
import { site } from '../site/sites.js';
import { reportOf } from '../support/assess.js';
import { testTool } from '../support/checklists.js';
import { ruleOf, v259594 } from '../support/rules.js';

/** A STIG with V-259594 and V-259602; the latter by a check text that its clauses are taken to be written for. */
const builtIn = builtInBenchmark('V2R2');
const [known] = builtIn.rules;
if (known === undefined) throw new Error('no rule');
const checkContent = 'The check of the message size.';
const sizeRule = {
  ...known,
  groupId: 'V-259602',
  ruleId: 'SV-259602r961155_rule',
  stigId: 'EX19-ED-000115',
  checkContent,
};
const benchmark = { ...builtIn, rules: [known, sizeRule] };
const rules = [v259594, { ...ruleOf('EX19-ED-000115'), checks: [textDigest(checkContent)] }];

const file = (path: string, text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

const connector = (change: object = {}) => ({
  Name: 'Partners',
  Guid: '11111111-2222-4333-8444-555555555501',
  Enabled: true,
  DomainSecureEnabled: true,
  DNSRoutingEnabled: true,
  TlsAuthLevel: null,
  TlsDomain: null,
  AddressSpaces: ['SMTP:Partner.example.mil;1', 'SMTP:other.example.mil;1', 'SMTP:*.example.org;1'],
  MaxMessageSize: '10 MB (10,485,760 bytes)',
  ...change,
});
const exportOf = (...connectors: object[]) => file('send-connectors.json', JSON.stringify(connectors));

const config = (change: object = {}, path = 'transport-config.json') =>
  file(
    path,
    JSON.stringify({
      Name: 'Transport Settings',
      MaxSendSize: '10 MB (10,485,760 bytes)',
      TLSSendDomainSecureList: ['partner.example.mil', 'fleet.example.mil'],
      ...change,
    }),
  );
const unlimited = { MaxSendSize: 'Unlimited' };

/** The plan was read, and documents this size. */
const plan = (maxSendSize: object = { documented: '10 MB' }) => site({ maxSendSize });

const judge = (change: Partial<EvaluateInput>): Promise<JudgedHost> =>
  evaluateHost({
    exports: [exportOf(connector())],
    asset: { host: 'EDGE01' },
    benchmark,
    rules,
    site: plan(),
    assessedAt: '2026-01-31T12:00:00Z',
    tool: testTool,
    ...change,
  });

const reviewOf = ({ judged, diagnostics }: JudgedHost, vulnId = 'V-259602') => {
  const review = judged?.reviews.find((one) => one.vulnId === vulnId);
  if (review === undefined) throw new Error(diagnostics.map(messageOf).join('\n'));
  return review;
};
const statuses = (host: JudgedHost) => [reviewOf(host, 'V-259594').status, reviewOf(host).status];
const codes = ({ diagnostics }: JudgedHost) =>
  diagnostics.map(({ code }) => code).filter((code) => /transport-config|export-left-out|not-a-send/.test(code));
const detailsOf = ({ judged }: JudgedHost, vulnId = 'V-259602') =>
  judged?.checklist.stigs[0]?.reviews.find(({ rule }) => rule.groupId === vulnId)?.findingDetails ?? '';

describe('an export of Get-TransportConfig', () => {
  it('settles the global size, with the plan, whether it is named or among the exports', async () => {
    expect(statuses(await judge({}))).toEqual(['not_a_finding', 'not_reviewed']);
    const named = await judge({ transportConfig: config() });
    const among = await judge({ exports: [config(), exportOf(connector())] });
    for (const host of [named, among]) {
      expect(statuses(host)).toEqual(['not_a_finding', 'not_a_finding']);
      expect(codes(host)).toEqual([]);
      expect(host.evidence.map(({ path }) => path)).toEqual(['send-connectors.json']);
      expect(host.transportConfigs).toMatchObject([
        { path: 'transport-config.json', sha256: config().sha256, format: 'json', strength: 'whole', reasons: [] },
      ]);
    }
  });

  it('is evidence, not the site’s word: without the site file it still counts', async () => {
    const host = await judge({ transportConfig: config(unlimited) });
    // No deviation is signed off, by the plan that was read.
    expect(reviewOf(host)).toMatchObject({ status: 'open', without: 'not_reviewed' });
    const [clause] = reviewOf(host).connectors[0]?.clauses ?? [];
    expect(clause).toMatchObject({
      truth: 'false',
      byTransportConfig: 'MaxSendSize Unlimited (transport-config.json)',
    });
    expect((await judge({ transportConfig: config(), site: undefined })).judged?.reviews[1]).toMatchObject({
      status: 'not_reviewed',
      connectors: [{ clauses: [{ truth: 'true' }, { truth: 'unknown' }] }],
    });
  });

  it('stands in the details and the report, with its hash and strength', async () => {
    const host = await judge({ transportConfig: config() });
    const line = `transport-config.json, SHA-256 ${config().sha256}, json, utf-8, whole`;
    for (const text of [detailsOf(host), detailsOf(host, 'V-259594'), await reportOf(host)])
      expect(text).toContain(`Transport configuration: ${text.startsWith('<') ? '' : line}`);
    expect(await reportOf(host)).toContain(line);
    expect(detailsOf(host)).toContain(
      '    by Get-TransportConfig: MaxSendSize 10,485,760 bytes (transport-config.json)',
    );
    expect(host.judged?.checklist.stigs).not.toEqual((await judge({})).judged?.checklist.stigs);
  });

  it('that is doubtful gives no pass, and may show a finding', async () => {
    const twice = '{"Name":"Transport Settings","MaxSendSize":"10 MB (10,485,760 bytes)","Port":1,"port":2}';
    const host = await judge({ transportConfig: file('transport-config.json', twice) });
    // Of the rules that do not ask for it nothing is withheld.
    expect(statuses(host)).toEqual(['not_a_finding', 'not_reviewed']);
    expect(reviewOf(host)).toMatchObject({ decidedBy: 'doubt', doubts: [{ code: 'transport-config-doubtful' }] });
    expect(host.transportConfigs).toMatchObject([
      { strength: 'doubtful', reasons: [{ code: 'transport-config-doubtful' }] },
    ]);
    const other = await judge({
      transportConfig: file('t.json', twice.replace('10 MB (10,485,760 bytes)', 'Unlimited')),
    });
    expect(statuses(other)).toEqual(['not_a_finding', 'open']);
  });

  it('that is doubtful among the exports withholds every pass: it may be a damaged export of connectors', async () => {
    const cut = file('other.csv', '"Name","MaxSendSize"\r\n"Transport Settings","10 MB (10,485,760 bytes)');
    const host = await judge({ exports: [exportOf(connector()), cut] });
    expect(statuses(host)).toEqual(['not_reviewed', 'not_reviewed']);
  });

  it.each([
    ['size', unlimited],
    ['list', { TLSSendDomainSecureList: ['partner.example.mil'] }],
  ])('contradicted by another in the %s is in doubt', async (_, change) => {
    const host = await judge({ exports: [exportOf(connector()), config(), config(change, 'second.json')] });
    expect(statuses(host)).toEqual(['not_a_finding', 'not_reviewed']);
    expect(codes(host)).toEqual(['transport-configs-differ']);
    // What differs from both is a finding all the same.
    const small = exportOf(connector({ MaxMessageSize: '1 MB (1,048,576 bytes)' }));
    expect(reviewOf(await judge({ exports: [small, config(), config(change, 'second.json')] })).status).toBe('open');
  });

  it('that says the same as another is no contradiction', async () => {
    const list = { TLSSendDomainSecureList: ['Fleet.example.mil', 'partner.example.mil'] };
    const host = await judge({ exports: [exportOf(connector()), config(), config(list, 'second.json')] });
    expect(statuses(host)).toEqual(['not_a_finding', 'not_a_finding']);
    expect(host.transportConfigs).toHaveLength(2);
  });

  it('and a site file that says another size settle nothing', async () => {
    const host = await judge({ transportConfig: config(), site: plan({ configured: '35 MB', documented: '10 MB' }) });
    expect(statuses(host)).toEqual(['not_a_finding', 'not_reviewed']);
    expect(codes(host)).toEqual(['transport-config-contradicts-site']);
    expect(detailsOf(host)).toContain('[transport-config-contradicts-site]');
  });

  it('of another Edge is in doubt; of a Mailbox server it is the organisation’s', async () => {
    const foreign = config({ PSComputerName: 'EDGE02' });
    const host = await judge({ transportConfig: foreign });
    expect(statuses(host)).toEqual(['not_a_finding', 'not_reviewed']);
    expect(codes(host)).toEqual(['transport-config-server']);
    expect(codes(await judge({ transportConfig: config({ PSComputerName: 'edge01.example.mil' }) }))).toEqual([]);
    const ofMailbox = { ...benchmark, id: 'MS_Exchange_2019_Mailbox_Server_STIG' };
    expect(codes(await judge({ transportConfig: foreign, benchmark: ofMailbox }))).toEqual([]);
  });

  it('changed after the time that is given for the exports is in doubt', async () => {
    const host = await judge({
      collectedAt: '2026-01-10T00:00:00Z',
      transportConfig: config({ WhenChangedUTC: '2026-01-20T00:00:00Z' }),
    });
    expect(codes(host)).toEqual(['transport-config-changed']);
    expect(statuses(host)).toEqual(['not_a_finding', 'not_reviewed']);
  });

  it('alone is refused as an export of connectors, by its name; and anything else is refused as one of it', async () => {
    const alone = await judge({ exports: [config()] });
    expect(alone.judged).toBeUndefined();
    expect(alone.diagnostics.map(messageOf).join()).toContain('the transport configuration (Get-TransportConfig)');
    const wrong = await judge({ transportConfig: exportOf(connector()) });
    expect(wrong.judged).toBeUndefined();
    expect(codes(wrong)).toEqual(['not-a-transport-config']);
  });

  it('makes a fact of the note of V-259594, and nothing of its verdict', async () => {
    const without = reviewOf(await judge({}), 'V-259594');
    const host = await judge({ transportConfig: config() });
    const review = reviewOf(host, 'V-259594');
    expect(without.notes.map(({ code }) => code)).toContain('send-domain-secure-list-not-shown');
    expect(review.notes.map(({ code }) => code)).not.toContain('send-domain-secure-list-not-shown');
    expect(review.status).toBe(without.status);
    expect(detailsOf(host, 'V-259594')).toContain(
      'Mutual TLS also needs each domain in TLSSendDomainSecureList, which has: partner.example.mil, fleet.example.mil.',
    );
    expect(review.connectors[0]?.notes.find(({ code }) => code === 'send-domain-secure-list')?.text).toBe(
      'In TLSSendDomainSecureList: partner.example.mil. Not in TLSSendDomainSecureList: other.example.mil. For many domains, which TLSSendDomainSecureList has one by one: *.example.org.',
    );
    const selected = await judge({ transportConfig: file('t.csv', '"MaxSendSize"\r\n"10 MB (10,485,760 bytes)"\r\n') });
    expect(reviewOf(selected, 'V-259594').notes).toEqual(without.notes);
  });

  it('is recognised in every format', async () => {
    const root = 'test/evidence/fixtures/transport-config';
    for (const name of ['clixml/export.xml', 'csv/export.csv', 'json/export.json', 'list/export.txt']) {
      const host = await judge({ exports: [exportOf(connector()), file(name, readFileSync(`${root}/${name}`))] });
      expect([name, ...statuses(host)]).toEqual([name, 'not_a_finding', 'not_a_finding']);
    }
  });

  it('in one transcript with the connectors withholds the pass, as what else is in it', async () => {
    const transcript = [
      '[PS] C:\\>Get-SendConnector | Format-List Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,MaxMessageSize',
      '\n\nName                : Partners\nDomainSecureEnabled : True\nDNSRoutingEnabled   : True\nTlsAuthLevel        :',
      'TlsDomain           :\nMaxMessageSize      : 10 MB (10,485,760 bytes)\n\n\n',
      '[PS] C:\\>Get-TransportConfig | Format-List Name,MaxSendSize\n\n\nName        : Transport Settings',
      'MaxSendSize : 10 MB (10,485,760 bytes)\n\n\n\n[PS] C:\\>\n',
    ].join('\n');
    const host = await judge({ exports: [file('transcript.txt', transcript)] });
    expect(statuses(host)).toEqual(['not_reviewed', 'not_reviewed']);
    expect(host.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['list-command', 'other-objects']));
    const [first = ''] = transcript.split('[PS] C:\\>Get-TransportConfig');
    expect(statuses(await judge({ exports: [file('transcript.txt', first), config()] }))).toEqual([
      'not_a_finding',
      'not_a_finding',
    ]);
  });
});
