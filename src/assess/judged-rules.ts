import { builtInBenchmark } from '../benchmark/built-in.js';
import type { OpenChecklist } from '../checklist/open-for-filling.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Benchmark, Rule } from '../model/benchmark.js';
import type { Place } from '../model/place.js';
import { type JudgeableRule, judgeableRules } from '../rules/module-for.js';
import { rules as allRules, builtInStigs } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import { textDigest } from '../rules/rule-identity.js';
import { foldSpace } from '../text/fold-space.js';
import { shortened } from '../text/limit.js';

/** The rules of a benchmark to judge, with their diagnostics. */
export interface RulesToJudge {
  readonly rules: readonly JudgeableRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Picks the rules of a benchmark that are to be judged. Its rule ids are used as they are, whatever the release; that a rule still
 * asks what the clauses were written for is told by its check text. Refused: `benchmark-without-rule` (none of the
 * rules that are asked for). Doubt: `check-text-differs`. Warnings: `title-differs`, `fix-differs`, `benchmark-rule-twice` (each of
 * them that can be judged is, by its own text). Differences in white space alone are none. Notice: `more-rules-answered`.
 *
 * @param asked the rules to judge, of those that the benchmark has
 */
export const rulesToJudge = (benchmark: Benchmark, asked: readonly RuleModule[]): RulesToJudge => {
  const last = lastJudged.get(benchmark);
  if (last?.asked.length === asked.length && last.asked.every((module, i) => module === asked[i])) return last.found;
  const found = findRules(benchmark, asked);
  lastJudged.set(benchmark, { asked, found });
  return found;
};

/** Hosts of one run share their benchmark and what is asked for. */
const lastJudged = new WeakMap<Benchmark, { readonly asked: readonly RuleModule[]; readonly found: RulesToJudge }>();

const findRules = (benchmark: Benchmark, asked: readonly RuleModule[]): RulesToJudge => {
  const file = benchmark.filename;
  const rules = judgeableRules(benchmark, asked);
  const rest = benchmark.rules.filter((rule) => rules.every((one) => one.rule !== rule));
  const others = judgeableRules({ id: benchmark.id, rules: rest }, allRules);
  const answered = others.map(({ rule }) => rule.groupId).join(', ');
  if (rules.length === 0) {
    const names = [...new Set(asked.map(({ identity }) => identity.vulnId))].join(', ');
    const refusal = diagnostic('benchmark-without-rule', { file }, { benchmark: benchmark.id, asked: names, answered });
    return { rules, diagnostics: [refusal] };
  }
  const diagnostics = rules.flatMap(({ rule, module, isKnownText }): readonly Diagnostic[] => {
    const place = { file, property: rule.groupId };
    const same = benchmark.rules.filter(
      (other) =>
        other.groupId === rule.groupId ||
        rules.some((one) => one.rule === other && one.module.identity === module.identity),
    );
    const differences = textDifferences(rule, knownRule(module), isKnownText, place);
    const isFirst = same.find((other) => rules.some((one) => one.rule === other)) === rule;
    return same.length > 1 && isFirst
      ? [
          diagnostic('benchmark-rule-twice', place, { ruleIds: same.map(({ ruleId }) => ruleId).join(', ') }),
          ...differences,
        ]
      : differences;
  });
  const more = answered === '' ? [] : [diagnostic('more-rules-answered', { file }, { rules: answered })];
  return { rules, diagnostics: [...diagnostics, ...more] };
};

/** The rule with the texts that are built in; undefined where there are none. */
const knownRule = ({ identity }: RuleModule): Rule | undefined =>
  builtInBenchmark().rules.find(({ stigId }) => stigId === identity.stigId);

/**
 * Holds the rules of a checklist that is to be filled in against the texts that they are judged by. A check text that the checklist
 * does not have is taken for the known one where the rule id is that of a release with it, to the revision. Reported:
 * `check-text-differs`, `title-differs`, `fix-differs`.
 */
export const checkInto = (
  { file, target, at }: OpenChecklist,
  judged: readonly JudgeableRule[],
): readonly Diagnostic[] =>
  judged.flatMap(({ rule, module, isKnownText }) =>
    target.find(rule.groupId).flatMap((found) => {
      const known = knownRule(module) ?? (isKnownText ? rule : undefined);
      const same = [...(isKnownText ? [rule] : []), ...builtInStigs.flatMap(({ rules }) => rules)];
      const isKnown =
        found.checkContent === ''
          ? same.some(({ ruleId }) => ruleId === found.ruleId)
          : module.checks.includes(textDigest(found.checkContent));
      const texts = {
        ...found,
        title: found.title || known?.title || '',
        fixText: found.fixText || known?.fixText || '',
      };
      return textDifferences(texts, known, isKnown, { file, line: at(found.offset).line, property: rule.groupId });
    }),
  );

const textDifferences = (
  given: Pick<Rule, 'checkContent' | 'title' | 'fixText'>,
  known: Rule | undefined,
  isKnownText: boolean,
  place: Place,
): readonly Diagnostic[] => {
  const check = () => (known === undefined ? {} : differenceOf(known.checkContent, given.checkContent));
  const others = { title: 'title-differs', fixText: 'fix-differs' } as const;
  return [
    ...(isKnownText ? [] : [diagnostic('check-text-differs', place, check())]),
    ...(['title', 'fixText'] as const).flatMap((text) =>
      known === undefined || foldSpace(known[text]) === foldSpace(given[text])
        ? []
        : [diagnostic(others[text], place, differenceOf(known[text], given[text]))],
    ),
  ];
};

const differenceOf = (knownText: string, givenText: string): { known: string; given: string } => {
  const [known, given] = [wordsOf(knownText), wordsOf(givenText)];
  const at = known.findIndex((word, i) => word !== given[i]);
  const from = at === -1 ? known.length : at;
  return { known: excerpt(known, from), given: excerpt(given, from) };
};

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** A few words from where two texts part. */
const excerpt = (words: readonly string[], at: number): string => {
  const start = Math.max(0, at - 3);
  const shown = words.slice(start, at + 8).join(' ');
  return `${start > 0 ? '… ' : ''}${shortened(shown, 120)}${at + 8 < words.length ? ' …' : ''}`;
};
