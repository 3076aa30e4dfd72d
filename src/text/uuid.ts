import { parse, v5 } from 'uuid';

const encoder = new TextEncoder();

/** A UUID's sixteen bytes. */
export const uuidBytes = parse;

/** The namespace of every UUID that this program makes: version 5 of `exchange-stig` in the URL namespace. */
export const uuidNamespace = '81ef2c32-6481-54e2-a425-8b12724f4d55';

/**
 * A name-based UUID (RFC 9562, version 5): the same name and namespace give the same UUID everywhere.
 *
 * @param name any text; lone surrogates count as U+FFFD
 * @param namespace a UUID in its usual form, or as bytes (`uuidBytes`): for many names that is quicker
 */
export const uuidV5 = (name: string, namespace: string | Uint8Array = uuidNamespace): string =>
  // As bytes: given text, the library throws at a lone surrogate.
  v5(encoder.encode(name), namespace);
