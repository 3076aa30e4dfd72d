import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, ChecklistStig } from '../model/checklist.js';
import { mapToBenchmark } from './map-rules.js';
import { namedStig, sameStig, stigsOfBenchmark } from './stigs-of-benchmark.js';

/**
 * Puts into a checklist what it lacks and its STIG's benchmark has: texts of rules with the very same rule id, and of the STIG.
 * What the checklist has stays, but for the STIG's identity where it has that from another publisher. Results
 * for another publisher's rules that name the benchmark's become those of the benchmark (`mapToBenchmark`). Refused:
 * `convert-benchmark-differs` where the benchmark is of none of its STIGs. Warnings: `convert-stig-by-rules`,
 * `convert-rule-not-in-benchmark`, for rules of another release.
 */
export const takeTexts = (checklist: Checklist, benchmark: Benchmark): Reading<Checklist> => {
  const { stigs, by } = stigsOfBenchmark(checklist, benchmark, ({ ruleId }) => [ruleId]);
  if (stigs.length === 0) {
    const mapped = mapToBenchmark(checklist, benchmark);
    if (mapped !== undefined) return { ok: true, ...mapped };
    const ofFile = checklist.stigs.map((stig) => namedStig(stig.benchmark.id)).join(', ');
    return {
      ok: false,
      diagnostics: [diagnostic('convert-benchmark-differs', {}, { benchmark: benchmark.id, ofFile })],
    };
  }
  const rules = new Map(benchmark.rules.map((rule) => [rule.ruleId, rule]));
  const all = stigs.flatMap(({ reviews }) => reviews);
  const unknown = all.filter(({ rule }) => !rules.has(rule.ruleId));
  const names = unknown.slice(0, 5).map(({ rule }) => rule.ruleId);
  const [first] = stigs;
  const diagnostics = [
    ...(by === 'rules' && first !== undefined
      ? [
          diagnostic(
            'convert-stig-by-rules',
            {},
            {
              named: namedStig(first.benchmark.id),
              stig: `${benchmark.id} ${releaseOf(benchmark)}`,
              count: String(all.length - unknown.length),
              of: String(all.length),
            },
          ),
        ]
      : []),
    ...(unknown.length === 0
      ? []
      : [
          diagnostic(
            'convert-rule-not-in-benchmark',
            {},
            { count: String(unknown.length), examples: names.join(', ') + (unknown.length > 5 ? ', …' : '') },
          ),
        ]),
  ];
  const isOf = new Set(stigs);
  const value = {
    ...checklist,
    stigs: checklist.stigs.map((stig) => (isOf.has(stig) ? fill(stig, benchmark, rules) : stig)),
  };
  return { ok: true, value, diagnostics };
};

const fill = (stig: ChecklistStig, benchmark: Benchmark, rules: ReadonlyMap<string, Rule>): ChecklistStig => ({
  ...stig,
  benchmark: fillFacts(stig.benchmark, benchmark),
  reviews: stig.reviews.map((review) => {
    const rule = rules.get(review.rule.ruleId);
    return rule === undefined ? review : { ...review, rule: fillRule(review.rule, rule) };
  }),
});

const fillFacts = (own: ChecklistStig['benchmark'], { rules: _, ...facts }: Benchmark): ChecklistStig['benchmark'] => {
  const isNamed = own.id !== '';
  if (isNamed && !sameStig(own.id, facts.id)) return { ...facts, ruleCount: Math.max(own.ruleCount, facts.ruleCount) };
  const sameRelease =
    (own.releaseInfo === facts.releaseInfo && own.version === facts.version) ||
    (own.releaseInfo === '' && own.version === '');
  // For another release, the file name, the date and the number of rules would be wrong.
  const { filename, statusDate, ruleCount, ...general } = facts;
  const filled = { ...own, ...missing(own, sameRelease ? { ...general, filename, statusDate } : general) };
  return sameRelease ? { ...filled, ruleCount: Math.max(filled.ruleCount, ruleCount) } : filled;
};

const fillRule = (own: Rule, rule: Rule): Rule => {
  const filled = {
    ...own,
    ...missing(own, rule),
    severity: own.severity === 'unknown' ? rule.severity : own.severity,
    reference: { ...own.reference, ...missing(own.reference, rule.reference) },
  };
  // Without texts of its own, the group was a guess.
  return own.title === '' ? { ...filled, groupId: rule.groupId, groupTitle: rule.groupTitle } : filled;
};

/** Fields that are empty in one and not in the other. */
const missing = <T extends object>(own: T, other: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(other).filter(([key, value]) => isEmpty(own[key as keyof T]) && !isEmpty(value)),
  ) as Partial<T>;

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
