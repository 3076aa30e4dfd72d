import { secrets } from './property-names.js';

/**
 * True for a property name (in any case) whose value is never read, stored or shown. Readers put `{ kind: 'withheld' }` in its
 * place as soon as they meet the name.
 */
export const isSecret = (name: string): boolean => isSecretKey(name.toLowerCase());

/** The same for a name that is in lower case already. */
export const isSecretKey = (key: string): boolean => secrets.has(key);
