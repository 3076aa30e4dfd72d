import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Input } from './read-input.js';

/**
 * Checks a detached signature of bytes, as `openssl dgst -sha256 -sign` (RSA, ECDSA) and `openssl pkeyutl -sign -rawin` (Ed25519) write it.
 *
 * @param key a public key or a certificate in PEM; who it belongs to is for the reader to know
 * @returns the SHA-256 of the public key (SubjectPublicKeyInfo, DER) in hexadecimal. Refused: `signature-wrong`, `key-unreadable`
 */
export const checkSignature = (bytes: Uint8Array, signature: Reading<Input>, key: Reading<Input>): Reading<string> => {
  if (!signature.ok) return signature;
  if (!key.ok) return key;
  const publicKey = publicKeyOf(key.value.bytes);
  if (publicKey === undefined)
    return { ok: false, diagnostics: [diagnostic('key-unreadable', { file: key.value.path })] };
  const digest = publicKey.asymmetricKeyType?.startsWith('ed') ? null : 'sha256';
  if (!isSignedBy(digest, bytes, publicKey, signature.value.bytes))
    return { ok: false, diagnostics: [diagnostic('signature-wrong', { file: signature.value.path })] };
  const value = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { ok: true, value, diagnostics: [] };
};

const publicKeyOf = (pem: Uint8Array): KeyObject | undefined => {
  try {
    return createPublicKey(Buffer.from(pem));
  } catch {
    return undefined;
  }
};

const isSignedBy = (digest: string | null, bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean => {
  try {
    return verify(digest, bytes, key, signature);
  } catch {
    // A signature of another kind of key.
    return false;
  }
};
