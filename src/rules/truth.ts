import type { Property } from '../model/property.js';
import type { Truth } from '../model/review.js';

/** Kleene's strong three-valued logic: what is unknown stays unknown unless the rest decides. */
export const not = (a: Truth): Truth => (a === 'unknown' ? a : a === 'true' ? 'false' : 'true');

export const and = (...all: readonly Truth[]): Truth =>
  all.includes('false') ? 'false' : all.includes('unknown') ? 'unknown' : 'true';

export const or = (...all: readonly Truth[]): Truth =>
  all.includes('true') ? 'true' : all.includes('unknown') ? 'unknown' : 'false';

/** Whether a property has this value. One that is known null has no value; one that is unknown may have any. */
export const is = <T>(property: Property<T>, value: T): Truth =>
  property.state === 'unknown' ? 'unknown' : property.value === value ? 'true' : 'false';

/** Whether a property has any value at all. */
export const isSet = (property: Property<unknown>): Truth =>
  property.state === 'unknown' ? 'unknown' : property.value === null ? 'false' : 'true';
