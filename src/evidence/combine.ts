import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorEvidence, readPropertyNames, rowOf, type SendConnector } from '../model/connector.js';
import { knownValue, type Property } from '../model/property.js';
import { showProperty } from '../model/show-property.js';
import { isMasked } from './masked.js';

/** The keys by which records are told to be the same connector, the best first. */
export const connectorKeys = ['guid', 'distinguishedName', 'identity', 'name'] as const;

/** The properties that two records of one connector should agree on. */
const compared = readPropertyNames.filter((name) => rowOf(name).compared);

interface Group {
  readonly records: [SendConnector, ...SendConnector[]];
  /** The group's value of each key: the first that a record had. */
  readonly keyTexts: (string | undefined)[];
  /** Where its first record stood in the input. */
  readonly order: number;
}

/**
 * Groups by key and value, for each of the keys that can tell anything, and then by which better keys they have: that makes a look-up
 * independent of their number. Nearly always a value is of one group, which then stands for itself.
 */
type Index = readonly Map<string, Group | Map<number, Set<Group>>>[];

/**
 * Brings together the records, of one or several exports, that speak of the same connector. Two records are the same
 * connector when a key that both have is equal and no better key that both have differs (Guid, DistinguishedName,
 * Identity, Name; without case). A masked key identifies nothing, and neither does a Name that several records of one file have
 * with nothing better in common (`records-share-name`). A record that could be one of several connectors stays a connector of
 * its own. Nothing is merged: each record is judged by itself later. The result does not depend on the order of the input. Other
 * diagnostics: `records-differ` where two records of one connector contradict each other; it names both places.
 */
export const combine = (
  connectors: readonly SendConnector[],
): { readonly connectors: readonly ConnectorEvidence[]; readonly diagnostics: readonly Diagnostic[] } => {
  const found = connectors.map((record, order) => ({
    record,
    order,
    texts: connectorKeys.map((key) => keyText(record, key)),
  }));
  const shared = withoutSharedNames(found);
  const entries = found.map((entry) => ({ ...entry, mask: betterKeys(entry.texts, connectorKeys.length) }));
  // Those that can be told apart best come first: what is ambiguous must not depend on what was read before.
  entries.sort((a, b) => b.mask - a.mask);
  const groups: Group[] = [];
  // Where all records have a key, no weaker one brings together what it tells apart.
  const first = connectorKeys.findIndex((_, i) => entries.every(({ texts }) => texts[i] !== undefined));
  const index: Index = connectorKeys.slice(0, first === -1 ? undefined : first + 1).map(() => new Map());
  for (const { record, order, texts } of entries) {
    const group = findGroup(texts, index);
    if (group === undefined) {
      const made: Group = { records: [record], keyTexts: texts, order };
      groups.push(made);
      register(made, index);
    } else join(group, record, texts, index);
  }
  groups.sort((a, b) => a.order - b.order);
  return { connectors: groups, diagnostics: [...shared, ...groups.flatMap(differences)] };
};

/** What a record says of a key, in lower case; undefined where it says nothing that identifies. */
export const keyText = (connector: SendConnector, key: (typeof connectorKeys)[number]): string | undefined => {
  const text = knownValue(connector[key])?.toLowerCase();
  return text === undefined || isMasked(text) ? undefined : text;
};

interface Entry {
  readonly record: SendConnector;
  readonly texts: (string | undefined)[];
}

/** Takes the Name away, as a key, from records of one file that have it with nothing better in common; a warning for each such name. */
const withoutSharedNames = (entries: readonly Entry[]): readonly Diagnostic[] => {
  if (haveBetterKey(entries)) return [];
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.texts.at(-1);
    if (name === undefined) continue;
    const key = JSON.stringify([entry.record.place.file, name]);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [entry]);
    else same.push(entry);
  }
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1 || haveBetterKey(same)) return [];
    for (const { texts } of same) texts[texts.length - 1] = undefined;
    return [diagnostic('records-share-name', first.record.place, { records: same.length })];
  });
};

/** True where all of them have a better key, which tells them apart or says that they are one. */
const haveBetterKey = (entries: readonly Entry[]): boolean =>
  connectorKeys.slice(0, -1).some((_, i) => entries.every(({ texts }) => texts[i] !== undefined));

/** Which of the first `count` keys are there, as a number whose higher bits are the better keys. */
const betterKeys = (texts: readonly (string | undefined)[], count: number): number =>
  texts.reduce(
    (mask, text, i) => (i < count && text !== undefined ? mask | (1 << (connectorKeys.length - 1 - i)) : mask),
    0,
  );

const register = (group: Group, index: Index): void => {
  for (const [i, groups] of index.entries()) {
    const text = group.keyTexts[i];
    if (text === undefined) continue;
    const holders = holdersOf(groups, i, text);
    if (holders === undefined) groups.set(text, group);
    else addHolder(holders, group, i);
  }
};

/** The groups that have a value of a key, by their better keys. */
const holdersOf = (groups: Index[number], i: number, text: string): Map<number, Set<Group>> | undefined => {
  const found = groups.get(text);
  if (found === undefined || found instanceof Map) return found;
  const holders = new Map<number, Set<Group>>();
  addHolder(holders, found, i);
  groups.set(text, holders);
  return holders;
};

const addHolder = (holders: Map<number, Set<Group>>, group: Group, i: number): void => {
  const better = betterKeys(group.keyTexts, i);
  holders.set(better, (holders.get(better) ?? new Set()).add(group));
};

const join = (group: Group, record: SendConnector, texts: readonly (string | undefined)[], index: Index): void => {
  group.records.push(record);
  for (const [i, groups] of index.entries()) {
    const text = group.keyTexts[i];
    if (text !== undefined) holdersOf(groups, i, text)?.get(betterKeys(group.keyTexts, i))?.delete(group);
  }
  for (const [i, text] of texts.entries()) group.keyTexts[i] ??= text;
  register(group, index);
};

/** The one group that the best common key allows; of several, only the one that has no better key either. */
const findGroup = (texts: readonly (string | undefined)[], index: Index): Group | undefined => {
  for (const [i, groups] of index.entries()) {
    const text = texts[i];
    const holders = text === undefined ? undefined : holdersOf(groups, i, text);
    if (holders === undefined) continue;
    const own = betterKeys(texts, i);
    const found = [...holders].filter(([better, set]) => (better & own) === 0 && set.size > 0);
    const only = found.length === 1 && found[0]?.[1].size === 1 ? found[0] : found.find(([better]) => better === 0);
    if (only !== undefined) return only[1].values().next().value;
  }
  return undefined;
};

const differences = (group: Group): Diagnostic[] => {
  const [first, ...rest] = group.records;
  if (rest.length === 0) return [];
  return compared.flatMap((property) => {
    const { key } = rowOf(property);
    const other = rest.find((record) => differ(first[key], record[key]));
    if (other === undefined) return [];
    const where = [other.place.file, other.place.line].filter((part) => part !== undefined).join(':');
    return [
      diagnostic(
        'records-differ',
        { ...first.place, property },
        { here: showProperty(first[key]), there: showProperty(other[key]), where },
      ),
    ];
  });
};

const differ = (a: Property<unknown>, b: Property<unknown>): boolean =>
  a.state === 'known' && b.state === 'known' && fold(a.value) !== fold(b.value);

const fold = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
