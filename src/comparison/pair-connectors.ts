import { combine, connectorKeys, keyText } from '../evidence/combine.js';
import { propertyOf, readPropertyNames, type SendConnector } from '../model/connector.js';
import { showProperty } from '../model/show-property.js';

export type Records = readonly [SendConnector, ...SendConnector[]];

/** A connector of one of the sides, or of both. */
export interface ConnectorPair {
  readonly old?: Records | undefined;
  readonly new?: Records | undefined;
  /** Of a connector of one side: it could be one of the other side's, and which one cannot be told. */
  readonly isAmbiguous: boolean;
}

/**
 * Which connectors of two sides are the same, as `combine` tells it (Guid, DistinguishedName, Identity, Name), the old ones' order
 * first. What it leaves apart because it could be one of several is still the same where all that is read of it is; otherwise it
 * cannot be told.
 */
export const pairConnectors = (
  old: readonly SendConnector[],
  now: readonly SendConnector[],
): readonly ConnectorPair[] => {
  const sides = new Map<SendConnector, { readonly side: 'old' | 'new'; readonly record: SendConnector }>();
  // Both sides may be files of one path, whose records are told apart by it.
  const apart = (side: 'old' | 'new') => (record: SendConnector) => {
    const placed = { ...record, place: { ...record.place, file: `${side} ${record.place.file ?? ''}` } };
    sides.set(placed, { side, record });
    return placed;
  };
  const { connectors } = combine([...old.map(apart('old')), ...now.map(apart('new'))]);
  const groups = connectors.map(({ records }) => {
    const found = records.flatMap((record) => sides.get(record) ?? []);
    const of = (side: 'old' | 'new') => found.filter((one) => one.side === side).map(({ record }) => record);
    return { old: of('old'), new: of('new') };
  });
  const pairs = groups.filter((group) => group.old.length > 0 && group.new.length > 0);
  const single = withEqualsPaired(
    groups.filter((group) => group.new.length === 0).map((group) => group.old),
    groups.filter((group) => group.old.length === 0).map((group) => group.new),
  );
  const order = new Map([...old, ...now].map((record, i) => [record, i]));
  const at = (pair: ConnectorPair): number => order.get((pair.old ?? pair.new ?? [])[0] as SendConnector) ?? 0;
  return [
    ...pairs.map((pair) => ({ old: records(pair.old), new: records(pair.new), isAmbiguous: false })),
    ...single,
  ].sort((a, b) => at(a) - at(b));
};

const records = (list: readonly SendConnector[]): Records | undefined => {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
};

type Groups = readonly (readonly SendConnector[])[];

const withEqualsPaired = (old: Groups, now: Groups): readonly ConnectorPair[] => {
  const left = [...now];
  const takeEqual = (group: readonly SendConnector[]): readonly SendConnector[] | undefined => {
    const at = left.findIndex((other) => contentOf(other) === contentOf(group));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const taken = old.map((group) => ({ group, equal: takeEqual(group) }));
  const alone = taken.filter(({ equal }) => equal === undefined).map(({ group }) => group);
  return [
    ...taken.map(
      ({ group, equal }): ConnectorPair => ({
        old: records(group),
        new: equal && records(equal),
        isAmbiguous: equal === undefined && left.some((other) => couldBeSame(group, other)),
      }),
    ),
    ...left.map(
      (group): ConnectorPair => ({
        new: records(group),
        isAmbiguous: alone.some((other) => couldBeSame(other, group)),
      }),
    ),
  ];
};

const contentOf = (group: readonly SendConnector[]): string =>
  JSON.stringify(group.map((record) => readPropertyNames.map((name) => showProperty(propertyOf(record, name)))).sort());

/** The best key that both have is equal, or there is no key that both have. */
const couldBeSame = (a: readonly SendConnector[], b: readonly SendConnector[]): boolean => {
  for (const key of connectorKeys) {
    const [one, other] = [a, b].map((group) => group.map((record) => keyText(record, key)).find((text) => text));
    if (one !== undefined && other !== undefined) return one === other;
  }
  return true;
};
