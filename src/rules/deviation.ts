import type { ReadPropertyName } from '../model/connector.js';
import type { Truth } from '../model/review.js';
import type { SiteWord } from '../model/site-word.js';

/**
 * Whether the value that a property has is signed off, with risk acceptance, in the site's Email Domain Security Plan. That it is
 * not is known only of a plan that was reviewed.
 */
export const covered = (site: SiteWord, property: ReadPropertyName): Truth =>
  site.deviations.has(property) ? 'true' : site.planReviewed ? 'false' : 'unknown';

/** What the site would have to say to settle it. */
export const signoff = (what: string): string =>
  `whether its Email Domain Security Plan (EDSP) has ${what} with signoff and risk acceptance`;
