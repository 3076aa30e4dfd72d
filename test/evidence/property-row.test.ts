import { describe, expect, test } from 'vitest';
import { onceForShape, PropertyRow, shapeOf } from '../../src/evidence/property-row.js';
import type { ExportProperty, ExportValue } from '../../src/model/export-record.js';

const shape = shapeOf(['Name', 'TlsDomain', 'SmartHosts'], ['name', 'tlsdomain', 'smarthosts']);
if (shape === undefined) throw new Error('no shape');
const list: ExportValue = { kind: 'list', items: [] };
const row = new PropertyRow(shape, ['A', '', list], (i) => ({ line: i + 1 }));
const map = new Map<string, ExportProperty>([
  ['name', { name: 'Name', place: { line: 1 }, value: { kind: 'text', text: 'A' } }],
  ['tlsdomain', { name: 'TlsDomain', place: { line: 2 }, value: { kind: 'null' } }],
  ['smarthosts', { name: 'SmartHosts', place: { line: 3 }, value: list }],
]);

/** A property of a row tells these when it is asked. */
const told = (property: ExportProperty | undefined) =>
  property && { name: property.name, place: property.place, value: property.value };

describe('PropertyRow', () => {
  test('is the map of its properties', () => {
    expect([...row].map(([key, property]) => [key, told(property)])).toEqual([...map]);
    expect([...row.keys()]).toEqual([...map.keys()]);
    expect(row.size).toBe(map.size);
    for (const key of [...map.keys(), 'guid', '', 'constructor']) {
      expect(told(row.get(key))).toEqual(map.get(key));
      expect(row.has(key)).toBe(map.has(key));
    }
    expect(row.get('smarthosts')?.value).toBe(list);
  });

  test('all of it may stand in one place', () => {
    const place = { file: 'a.csv', line: 2 };
    expect([...new PropertyRow(shape, ['A', '', ''], place)].map(([, one]) => one.place)).toEqual([
      place,
      place,
      place,
    ]);
  });
});

test.each([[['Name', '']], [['Name', 'Guid', 'name']]])(
  'names that are empty or given twice make no shape: %j',
  (names) => {
    expect(
      shapeOf(
        names,
        names.map((name) => name.toLowerCase()),
      ),
    ).toBeUndefined();
  },
);

test('what is asked of names is asked once for records of one shape', () => {
  let asked = 0;
  const count = onceForShape((properties) => {
    asked++;
    return properties.size;
  });
  expect([row, row, row].map(count)).toEqual([3, 3, 3]);
  expect(asked).toBe(1);
  expect([map, map, row].map(count)).toEqual([3, 3, 3]);
  expect(asked).toBe(3);
});
