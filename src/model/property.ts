/**
 * A property in an export, in three values: known with a value, known to be null ("not set"), or unknown
 * with a reason. There is never a default.
 */
export type Property<T> =
  | { readonly state: 'known'; readonly value: T | null }
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly seen?: string | undefined };

/**
 * Why a property is unknown:
 * - `absent`: the export has no such column, key or element;
 * - `unreadable`: there is something, but not a value of the property's type (`WAHR`, `1`, an object);
 * - `flattened`: a collection or object was exported as its type's name;
 * - `cut`: the export shows only the beginning of the value.
 */
export type UnknownReason = 'absent' | 'unreadable' | 'flattened' | 'cut';

export const known = <T>(value: T | null): Property<T> => {
  if (value === null) return knownNull;
  return typeof value === 'boolean' ? ((value ? yes : no) as Property<never>) : { state: 'known', value };
};

export const unknown = (reason: UnknownReason, seen?: string): Property<never> =>
  reason === 'absent' && seen === undefined ? absent : { state: 'unknown', reason, seen };

// Most properties of most connectors are one of these: one object for all of them.
const yes: Property<boolean> = { state: 'known', value: true };
const no: Property<boolean> = { state: 'known', value: false };
const knownNull: Property<never> = { state: 'known', value: null };
const absent: Property<never> = { state: 'unknown', reason: 'absent', seen: undefined };

/** The value if it is known and not null, else undefined. */
export const knownValue = <T>(property: Property<T>): T | undefined =>
  property.state === 'known' && property.value !== null ? property.value : undefined;
