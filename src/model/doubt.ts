import type { Place } from './place.js';

/** Something reported that withholds a pass, in words, so that every view of a verdict says the same. */
export interface Doubt {
  readonly code: string;
  readonly place: Place;
  readonly message: string;
}
