import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Benchmark, Rule } from '../model/benchmark.js';
import type { Checklist, ChecklistStig } from '../model/checklist.js';

/**
 * Puts into a checklist what it lacks and its STIG's benchmark has: texts of rules with the very same rule id, and of the STIG.
 * What the checklist has stays. Refused: `convert-benchmark-differs` where the benchmark is of none of its STIGs. Warning:
 * `convert-rule-not-in-benchmark`, for rules of another release.
 */
export const takeTexts = (checklist: Checklist, benchmark: Benchmark): Reading<Checklist> => {
  const isOf = (stig: ChecklistStig) => stig.benchmark.id.toLowerCase() === benchmark.id.toLowerCase();
  const stigs = checklist.stigs.filter(isOf);
  if (stigs.length === 0) {
    const expected = checklist.stigs.map((stig) => stig.benchmark.id).join(', ');
    return {
      ok: false,
      diagnostics: [diagnostic('convert-benchmark-differs', {}, { benchmark: benchmark.id, ofFile: expected })],
    };
  }
  const rules = new Map(benchmark.rules.map((rule) => [rule.ruleId, rule]));
  const unknown = stigs.flatMap(({ reviews }) => reviews.filter(({ rule }) => !rules.has(rule.ruleId)));
  const names = unknown.slice(0, 5).map(({ rule }) => rule.ruleId);
  const diagnostics =
    unknown.length === 0
      ? []
      : [
          diagnostic(
            'convert-rule-not-in-benchmark',
            {},
            { count: String(unknown.length), examples: names.join(', ') + (unknown.length > 5 ? ', …' : '') },
          ),
        ];
  const value = {
    ...checklist,
    stigs: checklist.stigs.map((stig) => (isOf(stig) ? fill(stig, benchmark, rules) : stig)),
  };
  return { ok: true, value, diagnostics };
};

const fill = (stig: ChecklistStig, benchmark: Benchmark, rules: ReadonlyMap<string, Rule>): ChecklistStig => {
  const { rules: _, ...facts } = benchmark;
  // Of another release the name of the file, the date and the number of rules would be wrong.
  const sameRelease =
    stig.benchmark.releaseInfo === benchmark.releaseInfo && stig.benchmark.version === benchmark.version;
  const { filename, statusDate, ruleCount, ...general } = facts;
  const filled = {
    ...stig.benchmark,
    ...missing(stig.benchmark, sameRelease ? { ...general, filename, statusDate } : general),
  };
  return {
    ...stig,
    benchmark: sameRelease ? { ...filled, ruleCount: Math.max(filled.ruleCount, ruleCount) } : filled,
    reviews: stig.reviews.map((review) => {
      const rule = rules.get(review.rule.ruleId);
      return rule === undefined ? review : { ...review, rule: fillRule(review.rule, rule) };
    }),
  };
};

const fillRule = (own: Rule, rule: Rule): Rule => {
  const filled = {
    ...own,
    ...missing(own, rule),
    severity: own.severity === 'unknown' ? rule.severity : own.severity,
    reference: { ...own.reference, ...missing(own.reference, rule.reference) },
  };
  // Without texts of its own the group was at best a guess.
  return own.title === '' ? { ...filled, groupId: rule.groupId, groupTitle: rule.groupTitle } : filled;
};

/** What is empty in one and is not in the other. */
const missing = <T extends object>(own: T, other: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(other).filter(([key, value]) => isEmpty(own[key as keyof T]) && !isEmpty(value)),
  ) as Partial<T>;

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
