import { type Facts, keyColumns, type Told } from './facts.js';

/**
 * The verdict that the facts call for, worked out from the rule's text alone, without a line of the program. Truth: the
 * three clauses in Kleene's logic; the equivalent short form (all True and True) is held against it.
 */
export interface ExpectedConnector {
  readonly marker: string;
  readonly status: string;
  readonly clauses: string;
}

export interface Expected {
  readonly status: string;
  readonly connectors: readonly ExpectedConnector[];
}

/** A connector as one export shows it: only the properties in `columns`. */
export interface Shown {
  readonly facts: Facts;
  readonly columns: readonly string[];
}

/** undefined: not known. */
const seen = <T>(shown: Shown, column: string, told: Told<T>): T | null | undefined => {
  if (!shown.columns.includes(column)) return undefined;
  if (told !== null && typeof told === 'object' && 'garbage' in (told as object)) return undefined;
  return told as T | null;
};

const yes = 'true';
const no = 'false';

const clausesOf = (shown: Shown): readonly string[] => {
  const { facts } = shown;
  const secure = seen(shown, 'DomainSecureEnabled', facts.domainSecure);
  const dns = seen(shown, 'DNSRoutingEnabled', facts.dnsRouting);
  const level = seen(shown, 'TlsAuthLevel', facts.level);
  const domain = seen(shown, 'TlsDomain', facts.tlsDomain);
  const first = secure === undefined ? 'unknown' : secure === true ? yes : no;
  let second = 'unknown';
  if ((level !== undefined && level !== 'DomainValidation') || (dns !== undefined && dns !== false)) second = yes;
  else if (domain !== undefined && domain !== null) second = yes;
  else if (level === 'DomainValidation' && dns === false && domain === null) second = no;
  let third = 'unknown';
  if ((secure !== undefined && secure !== true) || dns === true) third = yes;
  else if (secure === true && dns !== undefined) third = no;
  return [first, second, third];
};

const verdictOf = (clauses: readonly string[]): string =>
  clauses.includes(no) ? 'open' : clauses.includes('unknown') ? 'not_reviewed' : 'not_a_finding';

const badness = ['open', 'not_reviewed', 'not_a_finding'];
export const worst = (statuses: readonly string[]): string =>
  badness.find((status) => statuses.includes(status)) ?? 'not_reviewed';

/** Which connector a record is about, as far as the export can tell: records without a key are connectors of their own. */
const groupOf = (shown: Shown, i: number): string =>
  keyColumns.some((key) => shown.columns.includes(key)) ? shown.facts.marker : `record ${i}`;

/** @param shown the records of all exports of one host; each export has one at least */
export const expectedOf = (shown: readonly Shown[]): Expected => {
  const groups = new Map<string, ExpectedConnector[]>();
  for (const [i, one] of shown.entries()) {
    const clauses = clausesOf(one);
    const status = verdictOf(clauses);
    const pass = [one.facts.domainSecure, one.facts.dnsRouting].every((told) => told === true);
    const short = pass && ['DomainSecureEnabled', 'DNSRoutingEnabled'].every((name) => one.columns.includes(name));
    if (short !== (status === 'not_a_finding')) throw new Error('the two forms of the truth differ');
    const named = one.columns.includes('Name') || one.columns.includes('Identity');
    const result = { marker: named ? one.facts.marker : '', status, clauses: clauses.join(' ') };
    const key = groupOf(one, i);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const connectors = [...groups.values()].map((records) => {
    const status = worst(records.map((record) => record.status));
    const deciding = new Set(records.filter((record) => record.status === status).map((record) => record.clauses));
    const marker = records.find((record) => record.marker !== '')?.marker ?? '';
    // Several records that are as bad: which of them is shown is not laid down.
    return { marker, status, clauses: deciding.size === 1 ? [...deciding].join() : '' };
  });
  return { status: worst(connectors.map((connector) => connector.status)), connectors };
};
