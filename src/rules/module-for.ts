import type { Benchmark, Rule } from '../model/benchmark.js';
import type { RuleModule } from './rule.js';
import { isRule, textDigest } from './rule-identity.js';

/** A rule of a benchmark, and how it is judged. */
export interface JudgeableRule {
  readonly rule: Rule;
  readonly module: RuleModule;
  /** Its check text is one that the clauses were written for. */
  readonly isKnownText: boolean;
}

/**
 * The rules of a benchmark that can be judged, each by the clauses for its check text; where there are none for that text, by those
 * for the latest, which then must not pass it.
 */
export const judgeableRules = (
  { id, rules }: Pick<Benchmark, 'id' | 'rules'>,
  modules: readonly RuleModule[],
): readonly JudgeableRule[] =>
  rules.flatMap((rule) => {
    const before = asked.get(rule);
    if (before?.id === id && before.modules === modules) return before.found;
    const found = judgeable(id, rule, modules);
    asked.set(rule, { id, modules, found });
    return found;
  });

interface Asked {
  readonly id: string;
  readonly modules: readonly RuleModule[];
  readonly found: readonly JudgeableRule[];
}

/** What was last found for a rule: the hosts of a fleet share a benchmark's rules, and each asks more than once. */
const asked = new WeakMap<Rule, Asked>();

const judgeable = (id: string, rule: Rule, modules: readonly RuleModule[]): readonly JudgeableRule[] => {
  const all = modules.filter(({ identity }) => isRule(identity, id, rule));
  const own = all.filter(({ identity }) => identity.stig === id);
  const candidates = own.length > 0 ? own : all;
  const latest = candidates.at(-1);
  if (latest === undefined) return [];
  const digest = textDigest(rule.checkContent);
  const written = candidates.find(({ checks }) => checks.includes(digest));
  return [{ rule, module: written ?? latest, isKnownText: written !== undefined }];
};
