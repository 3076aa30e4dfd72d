import type { Place } from '../model/place.js';
import { visible } from '../text/visible.js';
import { type Diagnostic, messageOf } from './diagnostic.js';

/** A diagnostic as one line, without its severity: `send.csv:3: connector "X": DomainSecureEnabled: … [code]`. */
export const diagnosticLine = (d: Diagnostic): string => visible(`${placeText(d.place)}${messageOf(d)} [${d.code}]`);

/** `file:line:column: connector "X": property: `, as much of it as is known; not yet safe to show. */
export const placeText = (place: Place): string => {
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return [at, place.connector === undefined ? '' : `connector "${place.connector}"`, place.property ?? '']
    .filter((part) => part !== '')
    .map((part) => `${part}: `)
    .join('');
};
