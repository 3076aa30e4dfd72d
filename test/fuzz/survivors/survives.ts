import type { Dialect } from '../dialect.js';
import type { Facts } from '../facts.js';
import { clixmlSurvivors } from './clixml.js';
import { csvSurvivors } from './csv.js';
import { jsonSurvivors } from './json.js';
import { listSurvivors } from './list.js';
import type { Survivors } from './piece.js';

/** Why a pass is wrong for a damaged file (`against`), and what must have been reported (`visible`). */
export interface Survival {
  readonly against: readonly string[];
  readonly visible: readonly string[];
}

/**
 * What is left of a damaged export, by readers of a few lines each that share nothing with the program: every piece that
 * looks like a record must say True and True, there must be one, and no connector's name or GUID may stand outside them.
 * That a whole record went without a trace cannot be seen; nothing else is let pass.
 */
export const survivalOf = (bytes: Uint8Array, dialect: Dialect, connectors: readonly Facts[]): Survival => {
  const { text, broken } = decoded(bytes);
  const { pieces, visible, named = '' } = survivorsOf(text, dialect);
  const against = pieces.flatMap(({ secure, dns }) =>
    secure === 'true' && dns === 'true'
      ? []
      : [`a record says DomainSecureEnabled ${secure}, DNSRoutingEnabled ${dns}`],
  );
  if (pieces.length === 0) against.push('no record is left');
  const lost = connectors
    .flatMap(({ marker, guid }) => [marker, guid])
    .filter(
      (trace) =>
        text.includes(trace) &&
        !pieces.some((piece) => piece.text.includes(trace)) &&
        !named.includes(trace.toLowerCase()),
    );
  if (lost.length > 0) against.push(`${lost.join(', ')} outside the records`);
  const bytesShow = [
    ...(/[\x00-\x08\x0b\x0e-\x1f]/.test(text) ? ['a control character'] : []),
    ...(broken ? ['bytes that are no text'] : []),
  ];
  return { against, visible: [...visible, ...bytesShow] };
};

/** A splice may have left nothing but another export: what it is shows at its beginning. */
const formatOf = (text: string, dialect: Dialect): Dialect['format'] => {
  const start = text.trimStart();
  if (start.startsWith('<') || start.startsWith('#< CLIXML')) return 'clixml';
  if (/^(\[[^\]]*\]:? ?)*(PS ?)?[A-Z]:\\/i.test(start) || /^\w+ +:( |[\r\n])/.test(start)) return 'list';
  if (/^[[{]/.test(start)) return 'json';
  if (start.startsWith('"')) return 'csv';
  return dialect.format === 'list' && /^\w+ +:( |[\r\n]|$)/m.test(text) ? 'list' : 'csv';
};

/** The delimiter that the first line with a name of the rule has most of. */
const delimiterOf = (text: string): string => {
  const header = text.split(/[\r\n]+/).find((line) => /(DomainSecure|DNSRouting)Enabled/i.test(line)) ?? '';
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
};

/** A naive reading of a text, in the format that it has by its beginning. */
export const survivorsOf = (text: string, dialect: Dialect): Survivors => {
  switch (formatOf(text, dialect)) {
    case 'csv':
      return csvSurvivors(text, delimiterOf(text));
    case 'json':
      return jsonSurvivors(text);
    case 'clixml':
      return clixmlSurvivors(text);
    case 'list':
      return listSurvivors(text);
  }
};

/** By the mark, else by where zero bytes stand, else UTF-8, else a byte a character. */
export const decoded = (bytes: Uint8Array): { readonly text: string; readonly broken: boolean } => {
  const [a, b, c] = bytes;
  let [even, odd] = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) at % 2 === 0 ? even++ : odd++;
  let label = 'utf-8';
  if (a === 0xff && b === 0xfe) label = 'utf-16le';
  else if (a === 0xfe && b === 0xff) label = 'utf-16be';
  else if (even + odd > bytes.length / 10) label = odd > even ? 'utf-16le' : 'utf-16be';
  try {
    return { text: clean(new TextDecoder(label, { fatal: true }).decode(bytes)), broken: false };
  } catch {
    if (label !== 'utf-8') return { text: clean(new TextDecoder(label).decode(bytes)), broken: true };
    return { text: clean(Buffer.from(bytes).toString('latin1')), broken: a === 0xef && b === 0xbb && c === 0xbf };
  }
};

/** Without marks of byte order in front of lines, and without colours. */
const clean = (text: string): string => {
  const plain = text.includes('\ufeff') ? text.replace(/(^|[\r\n])\ufeff/g, '$1') : text;
  return plain.includes('\u001b') ? plain.replace(/\u001b\[[\d;]*m/g, '') : plain;
};
