import { describe, expect, it } from 'vitest';
import { isSendConnectorType, recognise } from '../../src/evidence/recognise.js';
import type { ExportRecord } from '../../src/model/export-record.js';

/** A record with these properties; one as `Name=value` has a text, all others null. */
const record = (typeNames: readonly string[], names: readonly string[]): ExportRecord => ({
  place: {},
  typeNames,
  properties: new Map(
    names.map((given) => {
      const [name = '', text] = given.split('=');
      const value = text === undefined ? ({ kind: 'null' } as const) : ({ kind: 'text', text } as const);
      return [name.toLowerCase(), { name, place: {}, value }];
    }),
  ),
});
const whatIs = (typeNames: readonly string[], ...names: string[]): string => {
  const kind = recognise(record(typeNames, names));
  if (kind.is === 'other') return kind.what;
  return kind.contradiction === undefined ? kind.is : `${kind.is}, or ${kind.contradiction}`;
};
const exchange = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';
const send = `${exchange}.SmtpSendConnectorConfig`;
const receive = 'a receive connector (Get-ReceiveConnector)';
const outbound = 'an Exchange Online connector (Get-OutboundConnector)';
const formatted = 'the output of Format-List or Format-Table, exported again';

describe('recognise', () => {
  it('knows a send connector by the whole of any of its type names', () => {
    for (const prefix of ['', 'Deserialized.', 'Selected.', 'Deserialized.Selected.'])
      expect(whatIs([`${prefix}${send}`])).toBe('send-connector');
    expect(whatIs(['X.Derived', send])).toBe('send-connector');
    for (const other of ['SmtpSendConnectorConfig', `${send}2`, `X${send}`])
      expect(isSendConnectorType(other), other).toBe(false);
    expect(isSendConnectorType(send.replace('Directory', 'Other'))).toBe(false);
  });

  it('knows it by its properties where no type name says anything, or only a script chose it', () => {
    for (const types of [
      [],
      ['Selected.System.Management.Automation.PSCustomObject'],
      ['System.Management.Automation.PSCustomObject', 'System.Object'],
      ['PSObject'],
      ['System.Collections.Hashtable', 'System.Object'],
      ['System.Collections.Specialized.OrderedDictionary'],
      ['Contoso.SendConnectorReport'],
      ['My.ReceiveConnectorSet'],
    ])
      expect(whatIs(types, 'Name', 'DomainSecureEnabled'), types.join()).toBe('send-connector');
    for (const name of ['DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain', 'SmartHosts', 'AddressSpaces'])
      expect(whatIs([], name)).toBe('send-connector');
    for (const name of ['SourceTransportServers', 'IgnoreSTARTTLS', 'IsSmtpConnector'])
      expect(whatIs([], name)).toBe('send-connector');
    for (const name of ['Name', 'Identity', 'Id'])
      expect(whatIs([], name, 'DomainSecureEnabled')).toBe('send-connector');
  });

  it('needs more than what receive connectors have too', () => {
    for (const name of ['DomainSecureEnabled', 'RequireTLS', 'Enabled', 'Fqdn'])
      expect(whatIs([], name)).toMatch(/^an object without any property/);
  });

  it('refuses the other cmdlets by name, by type or by a property that only they have', () => {
    expect(whatIs([`${exchange}.ReceiveConnector`])).toBe(receive);
    expect(whatIs([`Selected.${exchange}.ReceiveConnector`], 'Name', 'DomainSecureEnabled')).toBe(receive);
    for (const name of ['Bindings', 'PermissionGroups', 'AuthMechanism', 'RemoteIPRanges', 'TransportRole'])
      expect(whatIs([], 'Name', 'DomainSecureEnabled', name)).toBe(receive);
    expect(whatIs([], 'Name=Default', 'Identity=EDGE01\\Default', 'DomainSecureEnabled')).toBe(receive);
    expect(whatIs(['Microsoft.Exchange.Management.OutboundConnector'], 'TlsDomain')).toBe(outbound);
    for (const name of ['TlsSettings', 'UseMXRecord', 'RouteAllMessagesViaOnPremises', 'RecipientDomains'])
      expect(whatIs([], 'TlsDomain', 'SmartHosts', name)).toBe(outbound);
  });

  it('takes what has both for a send connector, and says what contradicts it', () => {
    expect(whatIs([send, `${exchange}.ReceiveConnector`])).toBe(`send-connector, or ${receive}`);
    expect(whatIs([`${exchange}.ReceiveConnector`], 'DNSRoutingEnabled')).toBe(`send-connector, or ${receive}`);
    expect(whatIs([`${exchange}.Damag`], 'TlsAuthLevel')).toBe(
      `send-connector, or an object of type ${exchange}.Damag`,
    );
    expect(whatIs([], 'Name=A', 'Identity=EDGE01\\A', 'TlsDomain')).toBe(`send-connector, or ${receive}`);
    // Scripts put columns of both cmdlets beside each other; values are what counts.
    expect(whatIs([], 'PermissionGroups', 'DNSRoutingEnabled')).toBe('send-connector');
    expect(whatIs([], 'Name=A\\B', 'Identity=A\\B', 'TlsDomain')).toBe('send-connector');
  });

  it('knows what Format-List left of the objects', () => {
    expect(whatIs(['Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData'])).toBe(formatted);
  });

  it('names any other type of .NET, in short', () => {
    expect(whatIs(['Deserialized.System.X.Selected.Y'])).toBe('an object of type System.X.Selected.Y');
    expect(whatIs(['System.List`1[[Y\nZ]]'])).toBe('an object of type System.List');
    const long = `System.${'x'.repeat(93)}`;
    expect(whatIs([long])).toBe(`an object of type ${long}`);
    expect(whatIs([`${long}x`])).toBe(`an object of type ${long}…`);
  });

  it('shows no names of an object that has none of a send connector', () => {
    for (const names of [[], ['hunter2']])
      expect(whatIs([], ...names)).toBe('an object without any property that only send connectors have');
  });
});
