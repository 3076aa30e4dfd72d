import { v5 } from 'uuid';

/** The namespace of every UUID that this program makes: version 5 of `exchange-stig` in the URL namespace. */
export const uuidNamespace = '81ef2c32-6481-54e2-a425-8b12724f4d55';

/**
 * A name-based UUID (RFC 9562, version 5): the same name and namespace give the same UUID everywhere.
 *
 * @param name any text; lone surrogates count as U+FFFD
 * @param namespace a UUID in its usual form
 */
export const uuidV5 = (name: string, namespace: string = uuidNamespace): string =>
  // As bytes: given text, the library throws at a lone surrogate.
  v5(new TextEncoder().encode(name), namespace);
