/**
 * Properties whose content must never be kept: a credential, and opaque serialised binary. Readers put
 * `{ kind: 'withheld' }` in their place as soon as they meet the name.
 */
const secret = new Set(['authenticationcredential', 'serializationdata']);

/** True for a property name (in any case) whose value is never read, stored or shown. */
export const isSecret = (name: string): boolean => isSecretKey(name.toLowerCase());

/** The same for a name that is in lower case already. */
export const isSecretKey = (key: string): boolean => secret.has(key);
