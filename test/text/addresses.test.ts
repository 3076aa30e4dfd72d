import { expect, test } from 'vitest';
import { ipValue, macValue, withoutPrefixLength } from '../../src/text/addresses.js';

test.each([
  ['192.0.2.1/24', '192.0.2.1'],
  ['192.0.2.1/255.255.255.0', '192.0.2.1'],
  ['2001:db8::1/64', '2001:db8::1'],
  ['fe80::1%eth0/64', 'fe80::1%eth0'],
  ['192.0.2.1', '192.0.2.1'],
  ['edge01/24', 'edge01/24'],
  ['192.0.2.1/24/24', '192.0.2.1/24/24'],
  ['192.0.2.1/x', '192.0.2.1/x'],
])('%s without its prefix length is %s', (text, expected) => {
  expect(withoutPrefixLength(text)).toBe(expected);
});

test('addresses that are written otherwise have one value', () => {
  const same = ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', '2001:0db8:0000:0000:0000:0000:0000:0001'];
  expect(new Set(same.map(ipValue)).size).toBe(1);
  expect(ipValue('fe80::1%eth0')).not.toBe(ipValue('fe80::1%eth1'));
  expect(['192.0.2.1', '192.0.2.256', '192.0.2.01', '::g', 'edge01', ''].map(ipValue)).toEqual([
    '192.0.2.1',
    ...Array(5).fill(undefined),
  ]);
  expect(new Set(['00-00-5e-00-53-01', '0000.5e00.5301', '00005E005301'].map(macValue))).toEqual(
    new Set(['00:00:5E:00:53:01']),
  );
  expect(['00:00:5E', '00:00-5E:00:53:01', ''].map(macValue)).toEqual(Array(3).fill(undefined));
});
