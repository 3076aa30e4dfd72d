import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import type { RuleModule } from '../rules/rule.js';

/**
 * Says whether this program can judge a benchmark's rules. Its rule ids are used as they are, whatever the release; that
 * the rule still asks what it was written for is told by its check text. Refused: `benchmark-without-rule` (none of the
 * rules that this program judges), `benchmark-rule-twice` (which one the verdict is for cannot be known). Reported:
 * `check-text-differs`; differences in white space alone are none.
 */
export const checkBenchmark = (benchmark: Benchmark, rules: readonly RuleModule[]): readonly Diagnostic[] => {
  const judged = rules.flatMap((module) => {
    const own = benchmark.rules.filter((rule) => rule.groupId === module.vulnId);
    return own.length === 0 ? [] : [{ module, own }];
  });
  if (judged.length === 0)
    return [
      diagnostic(
        'benchmark-without-rule',
        { file: benchmark.filename },
        { actual: benchmark.id, expected: rules.map(({ vulnId }) => vulnId).join(', ') },
      ),
    ];
  return judged.flatMap(({ module, own }): Diagnostic[] => {
    const place = { file: benchmark.filename, property: module.vulnId };
    if (own.length > 1)
      return [diagnostic('benchmark-rule-twice', place, { actual: own.map(({ ruleId }) => ruleId).join(', ') })];
    const known = knownText(module);
    const difference = known === undefined ? undefined : differenceOf(known, own[0]?.checkContent ?? '');
    return difference === undefined ? [] : [diagnostic('check-text-differs', place, difference)];
  });
};

/** The check text that a rule was written for: the same in every built-in release. */
const knownText = ({ builtIn }: RuleModule): string | undefined => builtIn?.at(-1)?.rules[0]?.checkContent;

const differenceOf = (knownText: string, givenText: string): { known: string; given: string } | undefined => {
  const [known, given] = [wordsOf(knownText), wordsOf(givenText)];
  const at = known.findIndex((word, i) => word !== given[i]);
  if (at === -1 && known.length === given.length) return undefined;
  const from = at === -1 ? known.length : at;
  return { known: excerpt(known, from), given: excerpt(given, from) };
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** A few words from where two texts part. */
const excerpt = (words: readonly string[], at: number): string => {
  const start = Math.max(0, at - 3);
  const shown = words.slice(start, at + 8).join(' ');
  return `${start > 0 ? '… ' : ''}${shown.length > 120 ? `${shown.slice(0, 120)}…` : shown}${at + 8 < words.length ? ' …' : ''}`;
};
