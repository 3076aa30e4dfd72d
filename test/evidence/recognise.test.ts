import { describe, expect, it } from 'vitest';
import { isSendConnectorType, recognise } from '../../src/evidence/recognise.js';
import type { ExportRecord } from '../../src/model/export-record.js';

const record = (typeNames: readonly string[], names: readonly string[]): ExportRecord => ({
  place: {},
  typeNames,
  properties: new Map(names.map((name) => [name.toLowerCase(), { name, place: {}, value: { kind: 'null' } }])),
});
const whatIs = (typeNames: readonly string[], ...names: string[]): string => {
  const kind = recognise(record(typeNames, names));
  return kind.is === 'foreign' ? kind.what : kind.is;
};
const exchange = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';
const receive = 'a receive connector (Get-ReceiveConnector)';
const outbound = 'an Exchange Online connector (Get-OutboundConnector)';
const formatted = 'the output of Format-List or Format-Table, exported again';

describe('recognise', () => {
  it('knows a send connector by the whole of any of its type names', () => {
    for (const prefix of ['', 'Deserialized.', 'Selected.', 'Deserialized.Selected.'])
      expect(whatIs([`${prefix}${exchange}.SmtpSendConnectorConfig`])).toBe('send-connector');
    expect(whatIs(['X.Derived', `${exchange}.SmtpSendConnectorConfig`])).toBe('send-connector');
    for (const other of [
      'SmtpSendConnectorConfig',
      `${exchange}.SmtpSendConnectorConfig2`,
      `X${exchange}.SmtpSendConnectorConfig`,
    ])
      expect(isSendConnectorType(other), other).toBe(false);
    expect(isSendConnectorType(`${exchange.replace('Directory', 'Other')}.SmtpSendConnectorConfig`)).toBe(false);
  });

  it('knows it by its properties where no type name says anything', () => {
    for (const types of [
      [],
      ['Selected.System.Management.Automation.PSCustomObject'],
      ['System.Management.Automation.PSCustomObject', 'System.Object'],
      ['PSObject'],
      ['System.Collections.Hashtable', 'System.Object'],
      ['System.Collections.Specialized.OrderedDictionary'],
    ])
      expect(whatIs(types, 'Name', 'DomainSecureEnabled'), types.join()).toBe('send-connector');
    for (const name of ['DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain', 'SmartHosts', 'AddressSpaces'])
      expect(whatIs([], name)).toBe('send-connector');
    for (const name of ['SourceTransportServers', 'IgnoreSTARTTLS', 'RequireTLS'])
      expect(whatIs([], name)).toBe('send-connector');
  });

  it('does not take a type for anonymous because a part of its name is', () => {
    for (const type of ['My.PSObjectLike', 'MyPSObject', 'System.Objects', 'X.Object.Y'])
      expect(whatIs([type], 'DomainSecureEnabled')).toBe(`an object of type ${type}`);
  });

  it('refuses the other cmdlets by name, by type or by a property that only they have', () => {
    expect(whatIs([`${exchange}.ReceiveConnector`])).toBe(receive);
    expect(whatIs([`${exchange}.ReceiveConnector`, `${exchange}.ADObject`], 'DomainSecureEnabled')).toBe(receive);
    for (const name of ['Bindings', 'PermissionGroups', 'AuthMechanism', 'RemoteIPRanges'])
      expect(whatIs([], 'DomainSecureEnabled', name)).toBe(receive);
    expect(whatIs(['Microsoft.Exchange.Management.OutboundConnector'])).toBe(outbound);
    for (const name of ['TlsSettings', 'UseMXRecord', 'RouteAllMessagesViaOnPremises', 'RecipientDomains'])
      expect(whatIs([], 'TlsDomain', name)).toBe(outbound);
    // A type's name goes before its properties' names.
    expect(whatIs(['X.ReceiveConnectorSet'], 'Bindings')).toBe('an object of type X.ReceiveConnectorSet');
    expect(whatIs(['X.OutboundConnectorSet'], 'TlsSettings')).toBe('an object of type X.OutboundConnectorSet');
  });

  it('knows what Format-List left of the objects', () => {
    expect(whatIs(['Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData'])).toBe(formatted);
    expect(whatIs(['ClassId2e4f51ef'])).toBe(formatted);
    expect(whatIs(['X.ClassId2e4f51ef'])).toBe('an object of type X.ClassId2e4f51ef');
    expect(whatIs(['XInternalXFormatX'])).toBe('an object of type XInternalXFormatX');
  });

  it('names any other type, in short', () => {
    expect(whatIs(['Deserialized.Selected.X.Selected.Y'])).toBe('an object of type X.Selected.Y');
    expect(whatIs(['X.Selected.Y'])).toBe('an object of type X.Selected.Y');
    expect(whatIs(['X.List`1[[Y\nZ]]'])).toBe('an object of type X.List');
    expect(whatIs(['x'.repeat(100)])).toBe(`an object of type ${'x'.repeat(100)}`);
    expect(whatIs(['x'.repeat(101)])).toBe(`an object of type ${'x'.repeat(100)}…`);
  });

  it('names the first properties of an object that has none of a send connector', () => {
    const what = 'an object without any send connector property (it has';
    expect(whatIs([], 'A', 'B', 'C', 'D', 'E', 'F')).toBe(`${what} A, B, C, D, E)`);
    expect(whatIs([])).toBe(`${what} none at all)`);
  });
});
