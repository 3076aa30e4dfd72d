/** What has the same key, in the order in which each key was met first. */
export const groupBy = <Key, T>(
  all: readonly T[],
  keyOf: (one: T, index: number) => Key,
): ReadonlyMap<Key, readonly [T, ...T[]]> => {
  const groups = new Map<Key, [T, ...T[]]>();
  for (const [i, one] of all.entries()) {
    const key = keyOf(one, i);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
};
