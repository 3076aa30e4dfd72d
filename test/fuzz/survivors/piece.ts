import { properties } from '../facts.js';

/** What a deliberately naive reader sees of a value. */
export type Seen = 'true' | 'false' | 'null' | 'absent' | 'other';

/** A part of a text that looks like a record, be it whole or not. */
export interface Piece {
  readonly secure: Seen;
  readonly dns: Seen;
  /** Everything that stands in it, to look for connectors' names in. */
  readonly text: string;
}

/** What is left of an export: the pieces, and what anybody can see is wrong with the file. */
export interface Survivors {
  readonly pieces: readonly Piece[];
  readonly visible: readonly string[];
  /** Text outside the pieces that need not say anything itself, for whoever sees it is told: the names of a CSV's columns. */
  readonly named?: string | undefined;
}

/** A record as names and texts; a name that is there twice has both. Undefined stands for null. */
export type Fields = ReadonlyMap<string, readonly (string | undefined)[]>;

const ofConnector = new Set(
  Object.keys(properties)
    .map((name) => name.toLowerCase())
    .filter((name) => !/^(pscomputername|runspaceid)$/.test(name)),
);

const typed: readonly (readonly [string, RegExp])[] = [
  ...['domainsecureenabled', 'dnsroutingenabled', 'enabled', 'ignorestarttls', 'requiretls'].map(
    (name) => [name, /^[ \t]*\$?(true|false)[ \t]*$/i] as const,
  ),
  ['tlsauthlevel', /^[ \t]*(1|2|4|EncryptionOnly|CertificateValidation|DomainValidation)[ \t]*$/i],
];

export const seenOf = (values: readonly (string | undefined)[] | undefined): Seen => {
  if (values === undefined || values.length === 0) return 'absent';
  const words = new Set(values.map((value) => value?.trim().replace(/^\$/, '').toLowerCase()));
  const [word] = words;
  if (words.size > 1) return 'other';
  return word === undefined || word === '' ? 'null' : word === 'true' || word === 'false' ? word : 'other';
};

export const pieceOf = (fields: Fields, text: string): Piece => ({
  secure: seenOf(fields.get('domainsecureenabled')),
  dns: seenOf(fields.get('dnsroutingenabled')),
  text,
});

/** What can be seen to be wrong with one record: values that are none, names twice, names that contradict each other. */
export const faultsOf = (fields: Fields): string[] => [
  ...typed.flatMap(([name, word]) =>
    (fields.get(name) ?? []).some((value) => value !== undefined && value.trim() !== '' && !word.test(value))
      ? [`a ${name} that is none`]
      : [],
  ),
  ...[...fields].flatMap(([name, values]) => (values.length > 1 ? [`two of ${name}`] : [])),
  ...contradictions(fields),
];

const contradictions = (fields: Fields): string[] => {
  // A console breaks lines at spaces, and editors take them.
  const bare = (text: string | undefined): string | undefined => text?.replace(/\s/g, '').toLowerCase();
  const name = bare(fields.get('name')?.[0]);
  const dn = /^\s*CN=((?:[^\\,+;]|\\.)*)[,+;]/i.exec(fields.get('distinguishedname')?.[0] ?? '')?.[1];
  const first = bare(dn?.replace(/\\(.)/g, '$1'));
  return name !== undefined && name !== '' && first !== undefined && name !== first
    ? ['a name that is not the one in the DN']
    : [];
};

/** Records of one export have the same names of properties, in any order; what a remote session or a script adds does not count. */
export const unlike = (records: readonly Fields[]): string[] => {
  const all = records.map((record) =>
    [...record.keys()]
      .filter((name) => ofConnector.has(name))
      .sort()
      .join(),
  );
  return new Set(all).size > 1 ? ['records with other properties'] : [];
};
