import type { JsonMember, JsonNode, JsonObject } from '../json/tree.js';
import { pathText } from './cklb-path.js';

type Path = readonly (string | number)[];

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

/** A key that one object has more than once, with the offsets of the first and of the repetition. */
export interface KeyTwice {
  readonly key: string;
  readonly first: number;
  readonly second: number;
  readonly path: string;
}

/** Every repetition of a key, in document order. */
export const keysTwice = (root: JsonNode): readonly KeyTwice[] => {
  const found: KeyTwice[] = [];
  collectTwice(root, [], found);
  return found;
};

const collectTwice = (node: JsonNode, path: Path, found: KeyTwice[]): void => {
  if (node.kind === 'array') for (const [i, item] of node.items.entries()) collectTwice(item, [...path, i], found);
  if (node.kind !== 'object') return;
  const { keys, keyStarts, values } = node;
  const seen = new Map<string, number>();
  for (const [i, value] of values.entries()) {
    const key = keys[i] ?? '';
    const start = keyStarts[i] ?? 0;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, start);
    else found.push({ key, first, second: start, path: pathText([...path, key]) });
    if (value.kind === 'object' || value.kind === 'array') collectTwice(value, [...path, key], found);
  }
};
