import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/diagnostics/diagnostic.js';
import { toConnectorRecords } from '../../src/evidence/connector-records.js';
import { textOf } from '../../src/evidence/values.js';
import { exportRecords } from './records.js';

const connector = (Name: string) => ({ Name, DomainSecureEnabled: true, DNSRoutingEnabled: true });
const receive = { Name: 'Default', Bindings: '0.0.0.0:25', DomainSecureEnabled: true };

/** The names of the connectors that were read, and what was reported. */
const read = (...objects: readonly object[]) => {
  const reading = toConnectorRecords(exportRecords(...objects), 'json');
  const codes = reading.diagnostics.map(({ code }) => code);
  if (!reading.ok) return codes.join();
  return [reading.value.map(({ properties }) => textOf(properties.get('name')?.value)).join(), ...codes];
};
const messages = (...objects: readonly object[]) =>
  toConnectorRecords(exportRecords(...objects), 'json').diagnostics.map(messageOf);
const serverOf = (object: object, key: string) => {
  const reading = toConnectorRecords(exportRecords(object), 'json');
  return reading.ok ? textOf(reading.value[0]?.properties.get(key)?.value) : 'refused';
};

describe('objects of other cmdlets', () => {
  it('are left out beside send connectors, which is a doubt', () => {
    expect(read(receive, connector('A'), { Name: 'x' })).toEqual(['A', 'other-objects']);
    expect(messages(connector('A'), receive, receive)[0]).toMatch(
      /^2 objects are not .* \(the first is a receive connector /,
    );
  });

  it('are refused by name where there is no other', () => {
    expect(read(receive, receive)).toBe('not-a-send-connector');
    expect(read({ Name: 'x' })).toBe('not-a-send-connector');
  });
});

describe('an object around the connectors', () => {
  it.each([
    ['a member of it', { Server: 'EDGE01', Connectors: [connector('A'), connector('B')] }],
    ['one connector', { Server: 'EDGE01', Connector: connector('A') }],
    ['three levels', { a: { b: { c: [connector('A')] } } }],
    ['a list of such objects', [{ c: [connector('A')] }, { c: [connector('B')] }]],
    ['such objects in a member', { servers: [{ c: [connector('A')] }, { c: [connector('B')] }] }],
    ['beside other cmdlets', { send: [connector('A')], receive: [receive, receive], other: { Name: 'x' } }],
    ['a page of a web service', { value: [connector('A')], '@odata.context': 'x' }],
  ])('is taken off, which is a doubt: %s', (_, value) => {
    const [names = '', ...codes] = read(...(Array.isArray(value) ? value : [value]));
    expect(names).toMatch(/^A(,B)?$/);
    expect(codes).toEqual(['wrapper']);
  });

  it('hides nothing that contradicts a connector', () => {
    const odd = { ...connector('A'), Identity: 'EDGE01\\A' };
    expect(read(odd)).toEqual(['A', 'type-contradicts', 'identity-contradicts']);
    expect(read({ c: [odd] })).toEqual(['A', 'wrapper', 'type-contradicts', 'identity-contradicts']);
  });

  it('must not be more than three levels deep', () => {
    expect(read({ a: { b: { c: { d: [connector('A')] } } } })).toBe('not-a-send-connector');
  });

  it('must have them in one member', () => {
    const several = { today: [connector('A')], yesterday: [connector('A')] };
    expect(read(several)).toBe('wrapper-of-several');
    expect(messages(several)[0]).toContain('("today", "yesterday")');
  });

  it('names the server that was asked', () => {
    expect(serverOf({ 'Server Name': 'EDGE01', c: [connector('A')] }, 'server name')).toBe('EDGE01');
    expect(serverOf({ EDGE01: [connector('A')] }, 'server')).toBe('EDGE01');
    expect(serverOf({ SendConnectors: [connector('A')] }, 'server')).toBeUndefined();
    expect(serverOf({ Server: 'EDGE02', c: { ...connector('A'), Server: 'EDGE01' } }, 'server')).toBe('EDGE01');
  });

  it('is none where it is a connector itself', () => {
    expect(read({ ...connector('A'), Other: connector('F') })).toEqual(['A', 'record-inside']);
  });
});
