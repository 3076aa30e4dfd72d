import { describe, expect, it } from 'vitest';
import { latestChange } from '../../src/evidence/latest-change.js';
import type { ExportValue } from '../../src/model/export-record.js';

const changeOf = (properties: Readonly<Record<string, ExportValue>>) =>
  latestChange({
    place: {},
    typeNames: [],
    properties: new Map(
      Object.entries(properties).map(([name, value]) => [name.toLowerCase(), { name, place: { line: 7 }, value }]),
    ),
  });
const text = (written: string): ExportValue => ({ kind: 'text', text: written });
const noon = 1_769_860_800;

describe('the latest change of a record', () => {
  it.each([
    ['WhenChangedUTC', '2026-01-31T12:00:00Z', noon],
    ['WhenChangedUTC', '2026-01-31T12:00:00.1234567', noon],
    ['WhenChanged', '2026-01-31T07:00:00-05:00', noon],
    ['WhenCreatedUTC', '/Date(1769860800000)/', noon],
    ['WhenChangedUTC', '1/31/2026 12:00:00 PM', noon],
    ['WhenChangedUTC', '31.01.2026 12:00:00', noon],
    // The earlier of what it may mean: 2 January, not 1 February.
    ['WhenChangedUTC', '01/02/2026 00:00:00', 1_767_312_000],
  ])('%s %s', (property, written, at) => {
    expect(changeOf({ [property]: text(written) })).toEqual({ property, at, written, place: { line: 7 } });
  });

  it.each([
    ['WhenChanged', '2026-01-31T12:00:00'],
    ['WhenChanged', '1/31/2026 12:00:00 PM'],
    ['WhenChangedUTC', '31/31/2026 12:00:00'],
    ['WhenChangedUTC', 'yesterday'],
    ['Comment', '2099-01-31T12:00:00Z'],
  ])('says nothing: %s %s', (property, written) => {
    expect(changeOf({ [property]: text(written) })).toBeUndefined();
  });

  it('is the latest of all, within an object too', () => {
    const inner = {
      kind: 'object',
      typeNames: [],
      properties: new Map(),
      inner: text('/Date(1769860800000)/'),
    } as const;
    expect(changeOf({ WhenCreatedUTC: text('2020-01-31T12:00:00Z'), WhenChangedUTC: inner })).toMatchObject({
      at: noon,
    });
  });
});
