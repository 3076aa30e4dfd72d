import type { JsonMember, JsonNode, JsonObject } from '../json/tree.js';
import { pathText } from './cklb-path.js';

type Path = readonly (string | number)[];

/** The plain value of a JSON tree, as JSON.parse gives it: of a repeated key the last counts. */
export const plainValue = (node: JsonNode): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'string':
      return node.value;
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.kind === 'true';
  }
};

/** Turns a path into the position of what it leads to, or of what should hold it. */
export const positionOf =
  <Position>(root: JsonNode, at: (offset: number) => Position): ((path: Path) => Position) =>
  (path) => {
    let node = root;
    let offset = root.start;
    for (const key of path) {
      const member = node.kind === 'object' ? membersOf(node).get(String(key)) : undefined;
      const inner = node.kind === 'array' && typeof key === 'number' ? node.items[key] : member?.value;
      if (inner === undefined) break;
      offset = member?.keyStart ?? inner.start;
      node = inner;
    }
    return at(offset);
  };

const indexes = new WeakMap<JsonObject, ReadonlyMap<string, JsonMember>>();

/** The members by their keys, of a repeated one the last; made once for each object that is asked. */
const membersOf = (node: JsonObject): ReadonlyMap<string, JsonMember> => {
  const known = indexes.get(node);
  const index = known ?? new Map(node.members.map((member) => [member.key, member]));
  if (known === undefined) indexes.set(node, index);
  return index;
};

/** Keys that one object has more than once, with the offsets of the first and of the repetition. */
export const keysTwice = (
  node: JsonNode,
  path: Path = [],
): readonly { readonly key: string; readonly first: number; readonly second: number; readonly path: string }[] => {
  if (node.kind === 'array') return node.items.flatMap((item, i) => keysTwice(item, [...path, i]));
  if (node.kind !== 'object') return [];
  const seen = new Map<string, number>();
  return node.members.flatMap(({ key, keyStart, value }) => {
    const first = seen.get(key);
    seen.set(key, first ?? keyStart);
    const inner = keysTwice(value, [...path, key]);
    return first === undefined ? inner : [{ key, first, second: keyStart, path: pathText([...path, key]) }, ...inner];
  });
};
