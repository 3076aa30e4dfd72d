import { describe, expect, it } from 'vitest';
import { exportCommands } from '../../src/diagnostics/export-command.js';
import {
  booleans,
  headerNames,
  isSendConnectorName,
  namedBeforeColon,
  neverEmpty,
  outboundOnly,
  receiveOnly,
  send,
  sendConnectorNames,
  session,
  shownName,
  twinOf,
} from '../../src/evidence/property-names.js';
import { isSecret } from '../../src/evidence/secrets.js';
import { known, unknown } from '../../src/model/property.js';
import { showProperty } from '../../src/model/show-property.js';

/** What Get-SendConnector's objects have, in lower case; the sets must hold these and nothing else. */
const boolean =
  'enabled domainsecureenabled dnsroutingenabled requiretls ignorestarttls forcehelo frontendproxyenabled ' +
  'cloudservicesmailenabled requireoorg useexternaldnsserversenabled isscopedconnector issmtpconnector isvalid';
const filled =
  'name identity id guid distinguishedname enabled domainsecureenabled dnsroutingenabled requiretls ignorestarttls';
const remote = 'pscomputername runspaceid psshowcomputername';
const own =
  'dnsroutingenabled tlsauthlevel tlsdomain smarthosts addressspaces sourcetransportservers ignorestarttls ' +
  'forcehelo isscopedconnector issmtpconnector useexternaldnsserversenabled';
const others =
  'comment port region tlscertificatename smarthostsstring smarthostauthmechanism maxmessagesize errorpolicies fqdn ' +
  'connectioninactivitytimeout protocollogginglevel authenticationcredential sourceipaddress ' +
  'smtpmaxmessagesperconnection connectortype certificatesubject connecteddomains sourceroutinggroup ' +
  'linkedreceiveconnector homemta homemtaserverid admindisplayname exchangeversion objectcategory objectclass ' +
  'whenchanged whencreated whenchangedutc whencreatedutc organizationid objectstate originatingserver serializationdata';
const setOf = (...words: string[]) => new Set(words.flatMap((text) => text.split(' ')));

describe('names', () => {
  it('are those of the objects', () => {
    expect(booleans).toEqual(setOf(boolean));
    expect(neverEmpty).toEqual(setOf(filled));
    expect(session).toEqual(setOf(remote));
    expect(send).toEqual(setOf(own));
    const all = new Set([...sendConnectorNames].map((name) => name.toLowerCase()));
    expect(all).toEqual(setOf(boolean, filled, remote, own, others));
    expect(receiveOnly).toEqual(setOf('bindings permissiongroups authmechanism remoteipranges transportrole'));
    expect(outboundOnly).toEqual(setOf('tlssettings usemxrecord routeallmessagesviaonpremises recipientdomains'));
  });

  it('are shown as Exchange writes them, and no others', () => {
    for (const name of sendConnectorNames) expect(shownName(` ${name.toUpperCase()} `)).toBe(name);
    expect(shownName('')).toBe('another name');
    expect(shownName('hunter2')).toBe('another name');
  });

  it('make a header, unless they are everyday words', () => {
    for (const name of ['comment', 'port', 'region']) {
      expect(headerNames.has(name)).toBe(false);
      expect(isSendConnectorName(name)).toBe(true);
    }
    for (const name of [
      'name',
      'bindings',
      'usemxrecord',
      'classid2e4f51ef21dd47e99d3c952918aff9cd',
      'psshowcomputername',
    ])
      expect(headerNames.has(name)).toBe(true);
  });

  it('that pass for a decisive one are told from it', () => {
    expect(twinOf('Domain SecureEnabled')).toBe('DomainSecureEnabled');
    expect(twinOf('TIsDomain')).toBe('TlsDomain');
    expect(twinOf('DNSRoutingEnabled\u200b')).toBe('DNSRoutingEnabled');
    for (const name of ['DOMAINSECUREENABLED', 'Enabled', 'SmartHosts ', 'TlsDomains'])
      expect(twinOf(name)).toBeUndefined();
  });

  it('stand before a colon, whatever is around them', () => {
    for (const line of ['  Name : x', '"domainSecureEnabled": false', '> **Fqdn** : a', 'En\u0430bled\uff1a no'])
      expect(namedBeforeColon(line), line).toBeDefined();
    for (const line of [
      'Contact : mail team',
      'Name',
      'see http://example.mil',
      'the Name: x',
      `${' '.repeat(200)}Name: x`,
    ])
      expect(namedBeforeColon(line), line).toBeUndefined();
  });

  it('of secrets are known in any case', () => {
    expect(['AuthenticationCredential', 'SERIALIZATIONDATA', 'Name', ''].map(isSecret)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('of what is judged are in the commands that export it', () => {
    for (const name of ['DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain', 'Guid'])
      expect(exportCommands.csv).toContain(name);
    expect(exportCommands.clixml).toBe('Get-SendConnector | Export-Clixml send-connectors.xml');
  });
});

describe('showProperty', () => {
  it.each([
    [known(true), 'True'],
    [known(false), 'False'],
    [known<string>(null), '(not set)'],
    [known('DomainValidation'), 'DomainValidation'],
    [known(['a', 'b']), 'a, b'],
    [known([]), '(none)'],
    [unknown('absent'), '(unknown: not in the export)'],
    [unknown('flattened', 'System.Object[]'), '(unknown: exported as a type name: "System.Object[]")'],
    [unknown('cut', 'a...'), '(unknown: cut off in the export: "a...")'],
    [unknown('unreadable', 'yes'), '(unknown: not readable: "yes")'],
    [unknown('unreadable'), '(unknown: not readable)'],
  ])('%j: %s', (property, expected) => expect(showProperty(property)).toBe(expected));
});
