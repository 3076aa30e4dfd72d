import { booleans } from '../property-names.js';

/**
 * True for a cell that cannot be the beginning of a longer value of its column: an empty one, a Boolean's or TlsAuthLevel's
 * word, a GUID. Everything else (a name, a domain) may go on.
 *
 * @param key the column's name in lower case
 */
export const isWholeCell = (key: string, cell: string): boolean => {
  const text = cell.trim();
  if (text === '') return true;
  if (booleans.has(key)) return /^\$?(true|false)$/i.test(text);
  if (key === 'tlsauthlevel') return /^([124]|EncryptionOnly|CertificateValidation|DomainValidation)$/i.test(text);
  if (key === 'guid') return /^(\{[\da-f-]{36}\}|[\da-f-]{36})$/i.test(text);
  return false;
};
