import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { testTool } from '../support/checklists.js';

const header = 'Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain';
const csv = (column: string, ...servers: readonly string[]) =>
  `${header},${column}\r\n${servers.map((server, i) => `Mail ${i},True,True,,,${server}\r\n`).join('')}`;
const [edge, mailbox] = ['MS_Exchange_2019_Edge_Server_STIG', 'MS_Exchange_2019_Mailbox_Server_STIG'] as const;

const assess = (
  exports: readonly string[],
  {
    host,
    hostOfChecklist,
    fleet,
    stig = edge,
  }: Partial<Record<'host' | 'hostOfChecklist' | 'stig', string>> & { fleet?: string[] },
) =>
  evaluateHost({
    exports: exports.map((text, i) => ({
      path: `${i}.csv`,
      bytes: new TextEncoder().encode(text),
      sha256: String(i).padStart(64, '0'),
    })),
    asset: { host, hostOfChecklist },
    benchmark: { ...builtInBenchmark('V2R2'), id: stig },
    assessedAt: '2026-01-31T12:00:00Z',
    tool: testTool,
    fleet,
  });
const outcomeOf = async (...args: Parameters<typeof assess>) => {
  const { judged, diagnostics, host } = await assess(...args);
  const codes = diagnostics.map(({ code }) => code).filter((code) => /server|edge-in|left-out/.test(code));
  return [judged?.reviews[0]?.status ?? 'refused', host, ...codes];
};

describe('whose export it is', () => {
  it.each([['EDGE01'], ['edge01.example.mil'], ['EDGE01', 'edge01.EXAMPLE.mil']])(
    'is the host that was asked: %s',
    async (...servers) => {
      expect(await outcomeOf([csv('PSComputerName', ...servers)], { host: 'EDGE01' })).toEqual([
        'not_a_finding',
        'EDGE01',
      ]);
      expect((await outcomeOf([csv('PSComputerName', ...servers)], {}))[0]).toBe('not_a_finding');
    },
  );

  it("is both what a script's object and PSComputerName say", async () => {
    const record = { Name: 'Mail', DomainSecureEnabled: true, DNSRoutingEnabled: true };
    const wrapped = (server: string, name: string): string =>
      JSON.stringify({ [server]: [{ ...record, PSComputerName: name }] });
    const member = (server: string, name: string): string =>
      JSON.stringify({ Server: server, SendConnectors: [{ ...record, PSComputerName: name }] });
    for (const text of [wrapped, member]) {
      expect(await outcomeOf([text('EDGE01', 'EDGE01.example.mil')], {})).toEqual(['not_reviewed', 'EDGE01']);
      for (const [one, other] of [
        ['EDGE01', 'EDGE02'],
        ['EDGE02', 'EDGE01'],
      ] as const) {
        expect(await outcomeOf([text(one, other)], {})).toEqual(['refused', '', 'servers-differ']);
        expect(await outcomeOf([text(one, other)], { host: 'EDGE01' })).toEqual([
          'not_reviewed',
          'EDGE01',
          'server-not-host',
          'several-servers',
        ]);
      }
    }
  });

  it.each(['PSComputerName', 'Server', 'Server Name', 'ServerName', 'computername', 'MachineName', 'HostName'])(
    'stands in %s, and in the details',
    async (column) => {
      const { judged } = await assess([csv(column, 'EDGE01.example.mil')], { host: 'EDGE01' });
      const details = judged?.checklist.stigs[0]?.reviews[0]?.findingDetails;
      expect(details).toContain('\nServer asked: EDGE01.example.mil\n');
      expect(await outcomeOf([csv(column, 'EDGE02')], { host: 'EDGE01' })).toEqual([
        'not_reviewed',
        'EDGE01',
        'server-not-host',
      ]);
    },
  );

  it('is a matter of the organisation for Mailbox servers: a warning', async () => {
    const options = { host: 'MBX01', stig: mailbox };
    const expected = ['not_a_finding', 'MBX01', 'server-not-host-mailbox'];
    expect(await outcomeOf([csv('PSComputerName', 'MBX02')], options)).toEqual(expected);
    expect(await outcomeOf([csv('PSComputerName', 'MBX01', 'MBX02')], options)).toEqual(expected);
  });

  it('is told by a name with blanks around it too', async () => {
    expect(await outcomeOf([csv('PSComputerName', '" EDGE01"', 'EDGE01')], { host: 'EDGE01' })).toEqual([
      'not_a_finding',
      'EDGE01',
    ]);
    expect((await outcomeOf([csv('PSComputerName', '" EDGE02"')], { host: 'EDGE01' }))[0]).toBe('not_reviewed');
  });

  it('cannot be two Edge servers', async () => {
    expect(await outcomeOf([csv('Server', 'EDGE01', 'EDGE02')], { host: 'EDGE01' })).toEqual([
      'not_reviewed',
      'EDGE01',
      'server-not-host',
      'several-servers',
    ]);
    const two = [csv('Server', 'EDGE01'), csv('PSComputerName', 'EDGE02')];
    expect(await outcomeOf(two, {})).toEqual(['refused', '', 'servers-differ']);
    expect(await outcomeOf(two, { hostOfChecklist: 'EDGE01' })).toEqual(['refused', '', 'servers-differ']);
  });

  it('is not that of another host of the run', async () => {
    const options = { host: 'EDGE01', fleet: ['EDGE01', 'EDGE02'] };
    const other = csv('PSComputerName', 'edge02.example.mil');
    expect(await outcomeOf([other], options)).toEqual(['refused', 'EDGE01', 'server-is-another-host']);
    expect(await outcomeOf([other, csv('PSComputerName', 'EDGE01')], options)).toEqual([
      'not_reviewed',
      'EDGE01',
      'server-is-another-host',
      'export-left-out',
    ]);
    const mailboxes = { host: 'MBX01', fleet: ['MBX01', 'MBX02'], stig: mailbox };
    expect((await outcomeOf([csv('PSComputerName', 'MBX02')], mailboxes))[0]).toBe('not_a_finding');
  });

  it.each(['localhost', '.', '192.0.2.10', 'fe80::1'])('is not told by %s', async (server) => {
    expect(await outcomeOf([csv('PSComputerName', server)], { host: 'EDGE01' })).toEqual([
      'not_a_finding',
      'EDGE01',
      'server-says-nothing',
    ]);
  });

  it('is asked where an Edge’s connector lies in a domain', async () => {
    const path = `${header},DistinguishedName\r\nMail,True,True,,,"CN=Mail,CN=Configuration,DC=example,DC=mil"\r\n`;
    expect(await outcomeOf([path], { host: 'EDGE01' })).toEqual(['not_a_finding', 'EDGE01', 'edge-in-domain']);
    expect(await outcomeOf([path], { host: 'MBX01', stig: mailbox })).toEqual(['not_a_finding', 'MBX01']);
  });
});
