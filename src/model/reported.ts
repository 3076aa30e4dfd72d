import type { Place } from './place.js';

/** A diagnostic in words: of its code, where it was found, and what it says. */
export interface Reported {
  readonly code: string;
  readonly place: Place;
  readonly message: string;
}
