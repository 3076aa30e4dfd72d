import { builtInBenchmark } from '../benchmark/built-in.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import { rules } from '../rules/registry.js';

/**
 * Says whether this program can judge a benchmark's rules. Its rule ids are used as they are, whatever the release; that
 * the rule still asks what it was written for is told by its check text. Refused: `benchmark-without-rule` (none of the
 * rules that this program judges), `benchmark-rule-twice` (which one the verdict is for cannot be known). Warning:
 * `check-text-differs`; differences in white space alone are none.
 */
export const checkBenchmark = (benchmark: Benchmark): readonly Diagnostic[] => {
  const judged = rules.flatMap(({ vulnId }) => {
    const own = benchmark.rules.filter((rule) => rule.groupId === vulnId);
    return own.length === 0 ? [] : [{ vulnId, own }];
  });
  if (judged.length === 0)
    return [
      diagnostic(
        'benchmark-without-rule',
        { file: benchmark.filename },
        { actual: benchmark.id, expected: rules.map(({ vulnId }) => vulnId).join(', ') },
      ),
    ];
  return judged.flatMap(({ vulnId, own }): Diagnostic[] => {
    const place = { file: benchmark.filename, property: vulnId };
    if (own.length > 1)
      return [diagnostic('benchmark-rule-twice', place, { actual: own.map(({ ruleId }) => ruleId).join(', ') })];
    const difference = differenceOf(knownText(vulnId), own[0]?.checkContent ?? '');
    return difference === undefined ? [] : [diagnostic('check-text-differs', place, difference)];
  });
};

/** The check text that a rule was written for: the same in every built-in release. */
const knownText = (vulnId: string): string =>
  builtInBenchmark('V2R2').rules.find((rule) => rule.groupId === vulnId)?.checkContent ?? '';

const differenceOf = (expected: string, actual: string): { expected: string; actual: string } | undefined => {
  const [known, given] = [wordsOf(expected), wordsOf(actual)];
  const at = known.findIndex((word, i) => word !== given[i]);
  if (at === -1 && known.length === given.length) return undefined;
  const from = at === -1 ? known.length : at;
  return { expected: excerpt(known, from), actual: excerpt(given, from) };
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** A few words from where two texts part. */
const excerpt = (words: readonly string[], at: number): string => {
  const start = Math.max(0, at - 3);
  const shown = words.slice(start, at + 8).join(' ');
  return `${start > 0 ? '… ' : ''}${shown.length > 120 ? `${shown.slice(0, 120)}…` : shown}${at + 8 < words.length ? ' …' : ''}`;
};
