import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { toSendConnectors } from '../../src/evidence/send-connector.js';
import type { SendConnector } from '../../src/model/connector.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../src/model/export-record.js';
import { argsOf } from '../support/args-of.js';

const text = (value: string): ExportValue => ({ kind: 'text', text: value });

const recordOf = (properties: Record<string, ExportValue | string>): ExportRecord => ({
  place: { file: 'f', line: 1 },
  typeNames: ['Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig'],
  properties: new Map(
    Object.entries(properties).map(([name, value], i): [string, ExportProperty] => [
      name.toLowerCase(),
      { name, place: { file: 'f', line: i + 2 }, value: typeof value === 'string' ? text(value) : value },
    ]),
  ),
});

const read = (
  properties: Record<string, ExportValue | string>,
): { connector: SendConnector; diagnostics: readonly Diagnostic[] } => {
  const records = [recordOf(properties)];
  const {
    connectors: [connector],
    diagnostics,
  } = toSendConnectors(records);
  if (connector === undefined) throw new Error('no connector');
  return { connector, diagnostics };
};

const list = (...items: string[]): ExportValue => ({ kind: 'list', items: items.map(text) });
const known = (value: unknown) => ({ state: 'known', value });

describe('toSendConnectors', () => {
  it('takes every property from its own place, in any case of the name', () => {
    const { connector, diagnostics } = read({
      PSComputerName: 'edge01.example.mil',
      NAME: 'Mail',
      Identity: 'EDGE01/Mail',
      Guid: 'ABCDEF00-0000-4000-8000-000000000001',
      DistinguishedName: 'CN=Mail,CN=Connections',
      Enabled: 'True',
      DomainSecureEnabled: 'False',
      DnsRoutingEnabled: '$true',
      TlsAuthLevel: 'DomainValidation',
      TlsDomain: '*.example.mil',
      IgnoreStartTls: 'false',
      RequireTls: 'TRUE',
      SmartHosts: 'a.example.mil;[192.0.2.1] | b.example.mil,c.example.mil  d.example.mil',
      AddressSpaces: 'SMTP:*.example.mil;1|SMTP:example.com;5,smtp:--;1',
      MaxMessageSize: '35 MB (36,700,160 bytes)',
      ConnectionInactivityTimeout: '00:10:00',
    });
    expect(diagnostics).toEqual([]);
    expect(connector).toEqual({
      place: { file: 'f', line: 1, connector: 'Mail' },
      asked: [{ name: 'edge01.example.mil', property: 'PSComputerName', place: { file: 'f', line: 2 } }],
      changed: undefined,
      psComputerName: known('edge01.example.mil'),
      maxMessageSize: known('36,700,160 bytes'),
      connectionInactivityTimeOut: known('00:10:00'),
      name: known('Mail'),
      identity: known('EDGE01/Mail'),
      guid: known('abcdef00-0000-4000-8000-000000000001'),
      distinguishedName: known('CN=Mail,CN=Connections'),
      enabled: known(true),
      domainSecureEnabled: known(false),
      dnsRoutingEnabled: known(true),
      tlsAuthLevel: known('DomainValidation'),
      tlsDomain: known('*.example.mil'),
      ignoreStartTls: known(false),
      requireTls: known(true),
      smartHosts: known(['a.example.mil', '[192.0.2.1]', 'b.example.mil', 'c.example.mil', 'd.example.mil']),
      addressSpaces: known(['SMTP:*.example.mil;1', 'SMTP:example.com;5', 'smtp:--;1']),
    });
  });

  it('leaves what is not there absent, and null what is empty', () => {
    const absent = { state: 'unknown', reason: 'absent' };
    const { connector } = read({ Name: 'A', Guid: { kind: 'null' }, TlsDomain: { kind: 'null' } });
    expect(connector).toMatchObject({ guid: known(null), tlsDomain: known(null) });
    expect(connector).toMatchObject({ identity: absent, domainSecureEnabled: absent, smartHosts: absent });
  });

  it('takes Id where there is no Identity, and only there', () => {
    expect(read({ Id: 'B' }).connector.identity).toEqual(known('B'));
    expect(read({ Identity: 'A', Id: 'B' }).connector.identity).toEqual(known('A'));
    expect(read({ Identity: 'A' }).connector.place.connector).toBe('A');
    expect(read({ Name: 'N', Identity: 'A' }).connector.place.connector).toBe('N');
  });

  it.each([
    ['Enabled', 'yes', 'property-unreadable', 'True or False'],
    ['DomainSecureEnabled', 'WAHR', 'property-unreadable', 'True or False'],
    ['DNSRoutingEnabled', '1', 'property-unreadable', 'True or False'],
    ['IgnoreSTARTTLS', 'System.Boolean[]', 'property-flattened', 'True or False'],
    ['RequireTLS', 'no', 'property-unreadable', 'True or False'],
    ['TlsAuthLevel', '3', 'property-unreadable', 'EncryptionOnly, CertificateValidation, DomainValidation, or nothing'],
    ['TlsDomain', 'System.Object[]', 'property-flattened', 'a domain, or nothing'],
    ['SmartHosts', 'System.Object[]', 'collection-unknown', undefined],
    ['AddressSpaces', 'System.Collections.ArrayList', 'collection-unknown', undefined],
  ])('says where %s cannot be read: %s', (property, value, code, expected) => {
    const place = { file: 'f', line: 3, property, connector: 'A' };
    expect(read({ Name: 'A', [property]: value }).diagnostics).toMatchObject([{ code, place, args: { found: value } }]);
    expect(argsOf(read({ Name: 'A', [property]: value }).diagnostics[0])['expected']).toBe(expected);
  });

  it('says what was cut off', () => {
    const cut: ExportValue = { kind: 'unreadable', reason: 'cut', seen: 'mail...' };
    const codesOf = (property: string) => read({ [property]: cut }).diagnostics.map(({ code }) => code);
    expect(codesOf('TlsDomain')).toEqual(['property-cut']);
    expect(codesOf('SmartHosts')).toEqual(['collection-unknown']);
    const place = { file: 'f', line: 2, property: 'Name' };
    expect(read({ Name: cut }).diagnostics).toMatchObject([
      { code: 'property-cut', place, args: { expected: 'a text', found: 'mail...' } },
    ]);
  });

  it('wants a text for a name', () => {
    const place = { file: 'f', line: 2, property: 'Name', connector: 'I' };
    const diagnostics = read({ Name: list('a', 'b'), Identity: 'I' }).diagnostics;
    expect(diagnostics).toMatchObject([{ code: 'property-unreadable', place, args: { expected: 'a text' } }]);
    expect(read({ Name: 'System.Object[]' }).diagnostics).toMatchObject([{ code: 'property-flattened' }]);
    expect(read({ Identity: list('a', 'b') }).diagnostics).toEqual([]);
  });
});
