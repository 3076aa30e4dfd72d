import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../src/evidence/read-export.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const read = (text: string) => readExport(new TextEncoder().encode(text), 'f');
const codesOf = async (value: unknown) => (await read(JSON.stringify(value))).diagnostics.map(({ code }) => code);

describe('names put together of two', () => {
  it('withhold a pass, at their place', async () => {
    const { diagnostics } = await read('{"Name": "A", "TlsDomain": null,\n"TlsAuthLmain": 4}');
    expect(diagnostics).toMatchObject([
      { code: 'name-spliced', effect: 'withholds-pass', place: { line: 2, connector: 'A' } },
    ]);
  });

  const withName = (name: string) => codesOf({ Name: 'A', DomainSecureEnabled: true, [name]: false });

  it.each([
    'DNSRoutSecureEnabled',
    'TlsAuthLmain',
    'NamDomainSecureEnabled',
    'SmartHoequireTLS',
    'domainsecurENABLED',
    'TlDNSRoutingEnabled',
    'SmartHostUTC',
    'Dnsing',
    'Dnsrled',
    'DomainSecED',
    'DReEnabled',
    'NameureEnabled',
  ])('%s is one', async (name) => expect(await withName(name)).toEqual(['name-spliced']));

  // What people name the columns that they make, and what later releases of Exchange may have.
  it.each([
    'Server',
    'ComputerName',
    'CertificateName',
    'TlsEnabled',
    'TlsDomainName',
    'Hosts',
    'SmartHostList',
    'Rdn',
    'Domas',
    'Dnsre',
    'DomainSeM',
    'DomainSecureEnabled2',
  ])('%s is not', async (name) => expect(await withName(name)).toEqual([]));
});

describe('records of one file', () => {
  const all = (...records: readonly object[]) => codesOf(records);
  const base = { Name: 'A', DomainSecureEnabled: true, DNSRoutingEnabled: true };

  it('have the same properties of a send connector, in any order and case', async () => {
    expect(await all(base, { ...base, Name: 'B' })).toEqual([]);
    expect(await all(base, { DomainSecureEnabled: true, NAME: 'B', DnsRoutingEnabled: true })).toEqual([]);
    expect(await all(base, { ...base, Fqdn: 'a' }, base)).toEqual(['record-lacks']);
  });

  it('may have what a script or a remote session adds', async () => {
    expect(await all(base, { ...base, Extra: 1 })).toEqual([]);
    expect(await all({ RunspaceId: 'x', ...base }, { ...base, PSComputerName: 'edge02', Name: 'B' })).toEqual([]);
  });

  it('are counted and named where they lack one', async () => {
    const { diagnostics } = await read(
      JSON.stringify([base, { ...base, Fqdn: 'a', Name: 'B' }, { ...base, Name: 'C' }]),
    );
    expect(diagnostics).toMatchObject([
      { code: 'record-lacks', effect: 'withholds-pass', place: { connector: 'A' }, args: { name: 'Fqdn' }, more: 1 },
    ]);
  });

  it('need not be alike in CSV, where each header stands for its own rows', async () => {
    const appended =
      '#TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig\nName,Enabled\nA,True\n';
    const other =
      '#TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig\nName,DomainSecureEnabled\nB,True\n';
    expect((await read(appended + other)).ok).toBe(true);
  });
});

describe('a record names one connector', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const codes = (properties: object) => codesOf({ DomainSecureEnabled: true, ...properties });

  it.each([
    { Name: 'A', DistinguishedName: 'cn=a,CN=Connections' },
    { Name: 'A, B', DistinguishedName: 'CN=A\\, B,CN=Connections' },
    { Name: 'Zürich', DistinguishedName: 'CN=Z\\C3\\BCrich,CN=Connections' },
    { Name: 'A', DistinguishedName: null },
    { Name: null, DistinguishedName: 'CN=A' },
    { Name: 'A', Guid: `{${id}}`, Identity: { Name: 'A', ObjectGuid: id, DistinguishedName: 'CN=A' } },
  ])('%j', async (properties) => expect(await codes(properties)).not.toContain('identity-contradicts'));

  it.each([
    { Name: 'A', DistinguishedName: 'CN=B,CN=Connections' },
    { Name: 'A', DistinguishedName: 'CN=A\\, B,CN=Connections' },
    { Name: 'A', DistinguishedName: 'OU=B' },
    { Name: 'A', Identity: { Name: 'B' } },
    { Name: 'A', Id: { Name: 'B' } },
    { Name: 'A', Guid: id, Identity: { ObjectGuid: id.replace('1', '2') } },
    { DistinguishedName: 'CN=A,CN=C', Identity: { DistinguishedName: 'CN=A,CN=D' } },
  ])('not %j', async (properties) => expect(await codes(properties)).toEqual(['identity-contradicts']));

  it.each(['A00-0000-4000-8000-00000000000c', `${id}${id}`, '0'])('no Guid: %s', async (guid) =>
    expect(await codes({ Name: 'A', Guid: guid })).toEqual(['guid-malformed']),
  );

  it('with a path of any length', async () => {
    const long = 'CN='.padEnd(1_000_000, 'x');
    expect(await codes({ Name: 'A', DistinguishedName: long })).toEqual(['identity-contradicts']);
  });
});

const sample = 'data/exports/send-connector.clixml.xml';

describe.skipIf(lacksShared(sample))('a real export', () => {
  it('is not taken for damaged', async () => {
    expect(await readExport(readFileSync(sharedFile(sample)), 'f')).toMatchObject({ ok: true, diagnostics: [] });
  });
});
