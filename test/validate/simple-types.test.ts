import { expect, test } from 'vitest';
import { type SimpleType, typeFault } from '../../src/validate/simple-types.js';

const cases: readonly { type: SimpleType; good: readonly string[]; bad: readonly string[] }[] = [
  { type: 'string', good: ['', ' any\n'], bad: [] },
  { type: 'boolean', good: ['true', 'false', '1', '0', ' true '], bad: ['TRUE', 'yes', ''] },
  { type: 'decimal', good: ['1', '-1.50', '.5', '5.', '+1', ' 1 '], bad: ['', '1e3', 'NaN', '1,0', '.', '1 0'] },
  {
    type: 'weight',
    good: ['10.0', '100', '0', '-0', '0.001', '1.250', '0010.0', '99.9'],
    bad: ['1000', '-1', '99.99', '0.0001', ''],
  },
  {
    type: 'date',
    good: ['2025-01-30', '2025-01-30Z', '2024-02-29'],
    bad: ['2025-02-29', '25-01-30', '', '2025-13-01'],
  },
  {
    type: 'dateTime',
    good: ['2025-01-30T12:00:00', '2025-01-30T12:00:00.5Z', '2025-01-30T24:00:00+14:00', '-2025-01-30T12:00:00'],
    bad: ['2025-01-30', '2025-01-30 12:00:00', '2025-01-30T24:00:01', '2025-04-31T00:00:00', ' 2025-01-30T12:00:00Z'],
  },
  {
    type: 'anyURI',
    good: ['', 'a b', '#x', 'C-63333r942094_chk', 'tag:a@b,2020:asset:fqdn', 'http://[::1]:80/x?y#z', 'a/b:c'],
    bad: ['%zz', 'a#b#c', '1:2', ':a', 'http://x:y/', '[a]'],
  },
  { type: 'language', good: ['en', 'en-US'], bad: ['', 'e n', '123', 'abcdefghi'] },
  { type: 'NCName', good: ['a', '_', 'a.b-c', ' é '], bad: ['', '1a', 'a:b', 'a b', '-a'] },
  { type: 'NMTOKENS', good: ['a 1 -x', 'a:b'], bad: ['', 'a,b'] },
  { type: { enumeration: ['', 'low'] }, good: ['', 'low'], bad: ['Low', ' low', ' '] },
  { type: { pattern: /^x_./, like: 'x_1' }, good: ['x_1', ' x_1 '], bad: ['x_', 'x_ 1', 'y_1'] },
];

test.each(cases.map((row) => [JSON.stringify(row.type), row] as const))('%s', (_, { type, good, bad }) => {
  expect(good.filter((value) => typeFault(type, value) !== undefined)).toEqual([]);
  expect(bad.filter((value) => typeFault(type, value) === undefined)).toEqual([]);
});
