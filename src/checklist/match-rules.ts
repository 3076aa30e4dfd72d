import type { Rule } from '../model/benchmark.js';

/**
 * What two releases of a rule are known to be the same by, best first:
 * - `identity`: group id, rule id and STIG id are equal;
 * - `rule id`: to the revision, `SV-259594r1043178_rule`;
 * - `group id`: `V-259594`;
 * - `rule number`: the rule id without its revision, `SV-259594` (results without groups have nothing else);
 * - `legacy id`: an id of one is among the ids and legacy ids of the other;
 * - `STIG id`: `EX19-ED-000098`.
 */
export type MatchedBy = 'identity' | 'rule id' | 'group id' | 'rule number' | 'legacy id' | 'STIG id';

export interface RuleMatch {
  /** Positions in the two lists. */
  readonly old: number;
  readonly new: number;
  readonly by: MatchedBy;
}

export interface RuleMatches {
  /** In the order of the old rules. */
  readonly matches: readonly RuleMatch[];
  /** Old rules that could be several new ones, or share the only one with other old rules; none of them is matched. */
  readonly ambiguous: readonly { readonly old: number; readonly candidates: readonly number[] }[];
}

type Ids = Pick<Rule, 'groupId' | 'ruleId' | 'stigId' | 'legacyIds'>;

const steps: readonly { readonly by: MatchedBy; readonly keysOf: (rule: Ids) => readonly string[] }[] = [
  { by: 'rule id', keysOf: (rule) => [rule.ruleId] },
  { by: 'group id', keysOf: (rule) => [rule.groupId] },
  { by: 'rule number', keysOf: (rule) => [ruleNumber(rule.ruleId)] },
  { by: 'legacy id', keysOf: (rule) => [rule.groupId, ruleNumber(rule.ruleId), ...rule.legacyIds] },
  { by: 'STIG id', keysOf: (rule) => [rule.stigId] },
];

/**
 * Finds for each old rule the new one that it has become. A step takes only rules that no better step has matched, and
 * matches two where neither could be anything else: a rule that was split, merged or is there twice is left alone, as one
 * answer under two rules, or one of two answers, would be a guess. Ids are compared without case and outer blanks.
 */
export const matchRules = (old: readonly Ids[], now: readonly Ids[]): RuleMatches => {
  const matched = new Map<number, RuleMatch>();
  const taken = new Set<number>();
  const take = (match: RuleMatch): void => {
    matched.set(match.old, match);
    taken.add(match.new);
  };
  for (const match of identical(old, now)) take(match);
  const doubts = new Map<number, Set<number>>();
  for (const { by, keysOf } of steps) {
    const oldByKey = byKey(old, keysOf, (i) => !matched.has(i));
    const newByKey = byKey(now, keysOf, (i) => !taken.has(i));
    for (const [i, rule] of old.entries()) {
      if (matched.has(i)) continue;
      const candidates = found(newByKey, keysOf(rule));
      const [only] = candidates;
      if (only === undefined) continue;
      const target = now[only];
      const rivals = target === undefined ? new Set() : found(oldByKey, keysOf(target));
      if (candidates.size === 1 && rivals.size === 1) take({ old: i, new: only, by });
      else doubts.set(i, new Set([...(doubts.get(i) ?? []), ...candidates]));
    }
  }
  return {
    matches: [...matched.values()].sort((a, b) => a.old - b.old),
    ambiguous: [...doubts]
      .filter(([i]) => !matched.has(i))
      .map(([i, candidates]) => ({ old: i, candidates: [...candidates].sort((a, b) => a - b) })),
  };
};

/** Equal in all ids; several that are equal are paired in their order where both lists have as many. */
const identical = (old: readonly Ids[], now: readonly Ids[]): readonly RuleMatch[] => {
  const keysOf = (rule: Ids) => [JSON.stringify([rule.groupId, rule.ruleId, rule.stigId].map(plain))];
  const all = () => true;
  const newByKey = byKey(now, keysOf, all);
  return [...byKey(old, keysOf, all)].flatMap(([key, olds]) => {
    const news = newByKey.get(key) ?? [];
    return olds.length === news.length
      ? olds.flatMap((i, n) => news.slice(n, n + 1).map((j) => ({ old: i, new: j, by: 'identity' as const })))
      : [];
  });
};

const byKey = (
  rules: readonly Ids[],
  keysOf: (rule: Ids) => readonly string[],
  isFree: (index: number) => boolean,
): Map<string, number[]> => {
  const index = new Map<string, number[]>();
  for (const [i, rule] of rules.entries()) {
    if (!isFree(i)) continue;
    for (const key of new Set(keysOf(rule).map(plain))) {
      if (key === '') continue;
      const there = index.get(key);
      if (there === undefined) index.set(key, [i]);
      else there.push(i);
    }
  }
  return index;
};

const found = (index: ReadonlyMap<string, readonly number[]>, keys: readonly string[]): ReadonlySet<number> =>
  new Set(keys.flatMap((key) => index.get(plain(key)) ?? []));

const plain = (id: string): string => id.trim().toUpperCase();

/** `SV-259594` of the rule id with a revision; empty where it has another form. */
export const ruleNumber = (ruleId: string): string => /^\s*(SV-\d+)/i.exec(ruleId)?.[1] ?? '';
