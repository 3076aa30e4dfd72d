import { describe, expect, it } from 'vitest';
import { toConnectorRecords } from '../../src/evidence/connector-records.js';
import { readExport } from '../../src/evidence/read-export.js';
import { exportRecords } from './records.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const base = { Name: 'A', DomainSecureEnabled: true, DNSRoutingEnabled: true };

/** What is reported of a connector with these properties. */
const signs = (properties: object) => {
  const { diagnostics } = toConnectorRecords(exportRecords({ ...base, ...properties }), 'json');
  return diagnostics.map(({ code, effect, place }) => {
    expect(effect, code).toBe('withholds-pass');
    return [code, place.property].filter(Boolean).join(' ');
  });
};
const csvSigns = async (text: string) => (await readExport(bytes(text), 'f')).diagnostics.map(({ code }) => code);

describe('what an object says of itself', () => {
  it.each([
    [{ IsValid: false }, 'object-invalid IsValid'],
    [{ IsValid: '$False' }, 'object-invalid IsValid'],
    [{ ObjectState: 'New' }, 'object-unsaved ObjectState'],
    [{ ObjectState: 2 }, 'object-unsaved ObjectState'],
    [{ SideIndicator: '=>' }, 'object-compared another name'],
    [{ Bindings: '0.0.0.0:25' }, 'receive-values another name'],
    [{ PermissionGroups: ['Anonymous'] }, 'receive-values another name'],
    [{ TransportRole: 32 }, 'receive-values another name'],
  ])('%j: %s', (properties, sign) => expect(signs(properties)).toEqual([sign]));

  it.each([
    { IsValid: true },
    { IsValid: null },
    { ObjectState: 'unchanged' },
    { ObjectState: 1 },
    { ObjectState: null },
    { PermissionGroups: '' },
    { Bindings: [] },
    { MaxMessageSize: { IsUnlimited: false, Value: {} } },
  ])('%j is no sign', (properties) => expect(signs(properties)).toEqual([]));
});

describe('names', () => {
  it('that pass for decisive ones are not read', () => {
    expect(signs({ 'DomainSecureEnabled ': false })).toEqual(['name-twin']);
    expect(signs({ 'DNSRouting\u200bEnabled': false, T1sDomain: 'x' })).toEqual(['name-twin']);
  });

  it('that are missing stand for no property', async () => {
    expect(signs({ '': true, ' ': true })).toEqual(['name-missing']);
    const json = '[{"Name":"A","":true,"AddressSpaces":null}]';
    const read = await readExport(bytes(json), 'f');
    expect(read.ok && read.value.connectors[0]).toMatchObject({
      domainSecureEnabled: { state: 'unknown', reason: 'absent' },
      dnsRoutingEnabled: { state: 'unknown', reason: 'absent' },
    });
  });

  it('that are script blocks of a property are that property', async () => {
    const csv = 'Name,$_.DomainSecureEnabled, $_.AuthenticationCredential ,DNSRoutingEnabled\r\nA,True,x,True\r\n';
    const read = await readExport(bytes(csv), 'f');
    expect(read.ok && read.value.connectors[0]?.domainSecureEnabled).toEqual({ state: 'known', value: true });
  });
});

describe('records inside a record', () => {
  const record = { Name: 'F', DomainSecureEnabled: false };

  it.each([
    ['an object', record],
    ['a list', [1, record]],
    ['an object of an object', { a: { b: [record] } }],
    ['an object with one decisive property', { TLSDOMAIN: null }],
    ['an object with a twin', { 'Tls Domain': 'x' }],
    ['an object that was made a text', '@{Name=F; DomainSecureEnabled=False}'],
  ])('in %s', (_, value) => expect(signs({ Extra: value })).toEqual(['record-inside another name']));

  it('are none where the object is something else', () => {
    expect(signs({ Extra: { Name: 'F', Enabled: false }, Fqdn: '@{Name=F; Enabled=False}' })).toEqual([]);
  });
});

describe('lines within a value', () => {
  it.each(['x\nDomainSecureEnabled : False', 'x\r\n"name": "F"', 'a\rb\n  > **TIsDomain** : x\nc', 'x\nPort: 25'])(
    '%j reads like a property',
    (Comment) => expect(signs({ Comment })).toEqual(['value-holds-line Comment']),
  );

  it.each([
    'DomainSecureEnabled : False',
    'Contact : mail team\n=====\nsee http://example.mil',
    'x\n\ny',
    'a,b\nF,True,x',
  ])('%j does not', (Comment) => expect(signs({ Comment })).toEqual([]));

  it('reads like a row of the table', async () => {
    const table = (comment: string, delimiter = ',') =>
      csvSigns(
        [`Name,DomainSecureEnabled,DNSRoutingEnabled,Comment`, `A,True,True,"${comment}"`, '']
          .join('\r\n')
          .replaceAll(',', delimiter),
      );
    expect(await table('x\nF,False,True,')).toEqual(['value-holds-line']);
    expect(await table('x\nF,,,y')).toEqual(['value-holds-line']);
    expect(await table('x\n""F"",""False"","" $true "",""a;b""')).toEqual(['value-holds-line']);
    expect(await table('x\nF,False,True,', ';')).toEqual(['value-holds-line']);
    expect(await table('x\nF,False,True')).toEqual([]);
    expect(await table('x\nby a, b, c, and d')).toEqual([]);
  });
});

describe('what was damaged', () => {
  it('is told once, with how often', () => {
    const records = Array.from({ length: 5 }, (_, i) => ({ ...base, Name: `A${i}`, IsValid: false }));
    const { diagnostics } = toConnectorRecords(exportRecords(...records), 'json');
    expect(diagnostics).toMatchObject([{ code: 'object-invalid', place: { connector: 'A0' }, more: 4 }]);
  });
});
