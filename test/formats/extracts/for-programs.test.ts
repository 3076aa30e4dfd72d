import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../../src/model/checklist.js';
import type { JudgedHost } from '../../../src/outcome/judged-host.js';
import { checklistOf } from '../../support/arbitrary-checklist.js';
import { assess } from '../../support/assess.js';
import { checklists, oneRule } from '../../support/checklists.js';
import { extractOf, officialExtracts } from '../../support/extracts.js';
import { parseWithLibxml2, select } from '../../support/libxml2.js';
import { lacksShared } from '../../support/shared.js';

const names = ['hdf', 'oscal', 'junit'] as const;
const header =
  'Identity,Name,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts';
const good = (name: string) => `"${name}","${name}",True,True,True,,,True,False,`;
const bad = (name: string) => `"${name}","${name}",True,False,True,,,True,False,`;
const lacking = (name: string) => `"${name}","${name}",True,perhaps,True,,,True,False,`;
const judged = (...rows: readonly string[]) => assess({ 'folder/send.csv': `${[header, ...rows].join('\r\n')}\r\n` });

const hosts: Readonly<Record<string, () => Promise<JudgedHost>>> = {
  open: () => judged(good('Partner'), bad('Internet <&"\u202E')),
  'not reviewed': () => judged(good('Partner'), lacking('Unknown')),
  passed: () => judged(good('Partner')),
  'no connector': () => judged(),
  'pass withheld': () => assess({ 'send.csv': `${[header, good('Partner')].join('\r\n')}\r\n"Cut,` }),
};

const expectedStatus: Readonly<Record<string, string>> = {
  open: 'open',
  passed: 'not_a_finding',
};

const statusOf = (host: JudgedHost): string | undefined => host.judged?.checklist.stigs[0]?.reviews[0]?.status;

/** What Heimdall makes of the results of a control (inspecjs): told anew, the real one is asked in test/importers. */
const inHeimdall = (control: { impact: number; results: readonly { status: string }[] }): string => {
  const statuses = control.results.map(({ status }) => status);
  if (control.impact === 0) return 'not_applicable';
  if (statuses.includes('failed')) return 'open';
  return statuses.includes('passed') ? 'not_a_finding' : 'not_reviewed';
};

describe.each(Object.entries(hosts))('a host that is judged: %s', (name, make) => {
  test('hdf: the rule has its status, and a result for each connector', async () => {
    const host = await make();
    expect(statusOf(host)).toBe(expectedStatus[name] ?? 'not_reviewed');
    const { profiles, platform } = JSON.parse(await extractOf('hdf', host));
    const [control] = profiles[0].controls;
    expect([inHeimdall(control), platform.target_id, control.id]).toEqual([statusOf(host), 'EDGE01', 'V-259594']);
    expect(control.tags).toMatchObject({ rid: 'SV-259594r1043178_rule', nist: ['SC-23'], cci: ['CCI-001184'] });
    const told = control.results.map(({ code_desc }: { code_desc: string }) => code_desc.split('\n')[0]);
    if (name === 'open')
      expect(told).toEqual(['Send connector Partner', expect.stringContaining('Internet <&"\\u{202E}')]);
    if (name === 'no connector') expect(told.length).toBe(1);
  });

  test('junit: it fails where the rule is open, and passes only where it is met', async () => {
    const host = await make();
    const document = parseWithLibxml2(await extractOf('junit', host));
    const failed = select(document, '//failure').length > 0;
    const skipped = select(document, '//skipped').length > 0;
    expect([failed, skipped]).toEqual([statusOf(host) === 'open', statusOf(host) === 'not_reviewed']);
    expect(select(document, '//testsuite/@tests')).toEqual([
      String(select(document, '//testcase').length || select(document, '//testcase/@name').length),
    ]);
    document.dispose();
  });

  test('oscal: a finding, an observation for each connector, and the export with its hash and without its folder', async () => {
    const host = await make();
    const text = await extractOf('oscal', host);
    const { results, 'back-matter': back } = JSON.parse(text)['assessment-results'];
    const [{ findings, observations = [] }] = results;
    const state = { open: 'not-satisfied', not_reviewed: 'not-satisfied', not_a_finding: 'satisfied' }[
      statusOf(host) ?? ''
    ];
    expect(findings[0].target.status.state).toBe(state);
    expect(text).not.toContain('folder/');
    const resources = new Map(back.resources.map(({ uuid, ...own }: { uuid: string }) => [`#${uuid}`, own]));
    const evidence = host.evidence[0]?.sha256;
    for (const observation of observations)
      for (const { href } of observation['relevant-evidence'] ?? [])
        expect(resources.get(href)).toMatchObject({ rlinks: [{ href: 'send.csv', hashes: [{ value: evidence }] }] });
    const connectors = host.judged?.reviews[0]?.connectors.length ?? 0;
    expect(observations.length).toBe(Math.max(1, connectors));
    const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
    const [own] = results;
    // The host and the tool are told in each result.
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(own['local-definitions']['inventory-items'].length).toBe(1);
  });
});

test('two rules of one group, each with its own verdict: each is shown with its own', async () => {
  const host = await judged(good('Partner'), lacking('Unknown'));
  if (host.judged === undefined) throw new Error('not judged');
  const { checklist, reviews } = host.judged;
  const [stig] = checklist.stigs;
  const [first] = stig?.reviews ?? [];
  const [review] = reviews;
  if (stig === undefined || first === undefined || review === undefined) throw new Error('no rule');
  const passing = { ...review, status: 'not_a_finding', connectors: review.connectors.slice(0, 1) } as const;
  const rules = [
    { ...first, status: 'not_a_finding', rule: { ...first.rule, ruleId: 'SV-1r1_rule' } },
    { ...first, rule: { ...first.rule, ruleId: 'SV-1r2_rule' } },
  ] as const;
  const twice = { checklist: { ...checklist, stigs: [{ ...stig, reviews: rules }] }, reviews: [passing, review] };
  const text = await extractOf('hdf', { ...host, judged: twice });
  const [{ controls }] = JSON.parse(text).profiles;
  expect(controls.map(inHeimdall)).toEqual(['not_a_finding', 'not_reviewed']);
  expect(controls.map(({ results }: { results: unknown[] }) => results.length)).toEqual([1, 2]);
});

test.each(names)('%s has every status of a checklist that was read', async (name) => {
  const text = await extractOf(name, checklists['all-statuses'] ?? oneRule());
  for (const status of ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'])
    expect(text).toContain(`"${status}"`);
});

test.each(names)('%s: the same input gives the same bytes', async (name) => {
  const host = await judged(bad('A'), good('B'));
  expect(await extractOf(name, host)).toBe(await extractOf(name, host));
});

test('no secret is in any of them', async () => {
  const canary = 'CANARY-5c1d';
  const host = await assess({
    'send.csv': `${header},AuthenticationCredential,SerializationData\r\n${bad('A')},${canary},${canary}\r\n`,
  });
  for (const name of [...names, 'csv', 'poam'] as const) {
    const text = await extractOf(name, host);
    expect(text).toContain('V-259594');
    expect(text).not.toContain(canary);
  }
});

const lacks = lacksShared('data/schemas/hdf/exec-json.json');

describe.skipIf(lacks)('by the official schemas', () => {
  const official = lacks ? undefined : officialExtracts();

  test.each(Object.entries(hosts))('a host: %s', async (_, make) => {
    const host = await make();
    for (const name of names) expect(official?.[name](await extractOf(name, host)), name).toEqual([]);
  });

  test('any checklist', async () => {
    await fc.assert(
      fc.asyncProperty(checklistOf(2), fc.constantFrom(...names), async (any: Checklist, name) => {
        expect(official?.[name](await extractOf(name, any)), name).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
