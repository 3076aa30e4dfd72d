import type { ExportProperty, ExportValue } from '../model/export-record.js';

/**
 * Adds a property to a record that is being read. Where it is there already with another value, nobody knows which of the two
 * is right: it becomes unreadable.
 *
 * @param key the name in lower case
 * @returns the one that was there before; undefined where there was none
 */
export const addProperty = (
  properties: Map<string, ExportProperty>,
  key: string,
  property: ExportProperty,
): ExportProperty | undefined => {
  const first = properties.get(key);
  if (first === undefined) properties.set(key, property);
  else if (!isSame(first.value, property.value)) properties.set(key, { ...first, value: twoValues(first, property) });
  return first;
};

const twoValues = ({ place: { line: a } }: ExportProperty, { place: { line: b } }: ExportProperty): ExportValue => ({
  kind: 'unreadable',
  reason: 'unreadable',
  seen: a === b ? 'two values' : `two values, in lines ${a} and ${b}`,
});

/** True for values that are written the same; of two objects or lists nobody can say without a reference to both. */
const isSame = (a: ExportValue, b: ExportValue): boolean => {
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if ((a.kind === 'text' && b.kind === 'text') || (a.kind === 'number' && b.kind === 'number'))
    return a.text === b.text;
  return a === b || (a.kind === b.kind && (a.kind === 'null' || a.kind === 'withheld'));
};
