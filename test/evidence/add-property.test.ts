import { describe, expect, it } from 'vitest';
import { addProperty } from '../../src/evidence/add-property.js';
import type { ExportProperty, ExportValue } from '../../src/model/export-record.js';

const property = (value: ExportValue, line = 1): ExportProperty => ({ name: 'P', place: { file: 'f', line }, value });
const text = (of: string): ExportValue => ({ kind: 'text', text: of });
const list: ExportValue = { kind: 'list', items: [] };

const readTwice = (...values: readonly ExportValue[]) => {
  const properties = new Map<string, ExportProperty>();
  for (const [i, value] of values.entries()) addProperty(properties, 'p', property(value, i + 1));
  return properties.get('p')?.value;
};

describe('a property that is given twice', () => {
  it.each<[ExportValue, ExportValue]>([
    [text('a'), text('a')],
    [
      { kind: 'number', text: '4' },
      { kind: 'number', text: '4' },
    ],
    [
      { kind: 'boolean', value: true },
      { kind: 'boolean', value: true },
    ],
    [{ kind: 'null' }, { kind: 'null' }],
    [{ kind: 'withheld' }, { kind: 'withheld' }],
    [list, list],
  ])('keeps the value that both have: %j %j', (a, b) => expect(readTwice(a, b)).toBe(a));

  it.each<[ExportValue, ExportValue]>([
    [text('a'), text('b')],
    [text('4'), { kind: 'number', text: '4' }],
    [text('true'), { kind: 'boolean', value: true }],
    [
      { kind: 'boolean', value: true },
      { kind: 'boolean', value: false },
    ],
    [{ kind: 'null' }, { kind: 'withheld' }],
    [list, { kind: 'list', items: [] }],
  ])('is unknown where they differ: %j %j', (a, b) => {
    const seen = 'two values, in lines 1 and 2';
    expect(readTwice(a, b)).toEqual({ kind: 'unreadable', reason: 'unreadable', seen });
    expect(readTwice(a, b, a)).toMatchObject({ kind: 'unreadable' });
  });

  it('is told from one that is new', () => {
    const properties = new Map<string, ExportProperty>();
    const first = property(text('a'));
    expect(addProperty(properties, 'p', first)).toBeUndefined();
    expect(addProperty(properties, 'p', property(text('b')))).toBe(first);
    expect(properties.get('p')?.value).toMatchObject({ seen: 'two values' });
  });
});
