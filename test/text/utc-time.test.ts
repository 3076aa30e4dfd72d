import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, toUtcTime } from '../../src/text/utc-time.js';

test.each([
  ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00Z', true],
  ['2024-09-11T15:08:59-04:00', '2024-09-11T19:08:59Z', true],
  ['2024-03-01T00:30:00+01:00', '2024-02-29T23:30:00Z', true],
  ['2023-12-31T23:59:59.598-00:30', '2024-01-01T00:29:59.598Z', true],
  [' 2026-01-31T12:00:00 ', '2026-01-31T12:00:00Z', false],
])('%s is %s', (text, time, zoned) => {
  expect(toUtcTime(text)).toEqual({ time, zoned });
});

test.each([
  '',
  'yesterday',
  '2026-01-31',
  '2026-02-29T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '2026-00-01T12:00:00Z',
  '2026-01-00T12:00:00Z',
  '2026-01-31T24:00:00Z',
  '2026-01-31T12:60:00Z',
  '2026-01-31T12:00:00+15:00',
  '2026-01-31T12:00Z',
  '9999-12-31T23:30:00-01:00',
  '0000-01-01T00:30:00+01:00',
])('%j is no time', (text) => {
  expect(toUtcTime(text)).toBeUndefined();
});

test('a day compares as a text, however far away it is', () => {
  const days = [-1e12, -62_167_219_200, 1_769_860_800, 1_769_903_999, 253_402_300_799, 1e12].map(dayOf);
  expect(days).toEqual(['0000-01-01', '0000-01-01', '2026-01-31', '2026-01-31', '9999-12-31', '9999-12-31']);
});

test('every time is the one that Date has', () => {
  const year = { min: new Date('0400-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(year), fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
      const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
      const pad = (number: number) => String(Math.abs(number)).padStart(2, '0');
      const zone = `${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
      expect(toUtcTime(local + zone)).toEqual({ time: date.toISOString(), zoned: true });
    }),
    { numRuns: 300 },
  );
});
