import type { Property } from './property.js';

/** A property as evidence quotes it: `True`, `DomainValidation`, `(not set)`, `(unknown: not in the export)`. */
export const showProperty = (property: Property<unknown>): string => {
  if (property.state === 'known') return property.value === null ? '(not set)' : showValue(property.value);
  const seen = property.seen === undefined ? '' : `: "${property.seen}"`;
  switch (property.reason) {
    case 'absent':
      return '(unknown: not in the export)';
    case 'flattened':
      return `(unknown: exported as a type name${seen})`;
    case 'cut':
      return `(unknown: cut off in the export${seen})`;
    case 'unreadable':
      return `(unknown: not readable${seen})`;
  }
};

const showValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(showValue).join(', ');
  return String(value);
};
