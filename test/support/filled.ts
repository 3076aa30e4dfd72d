import fc from 'fast-check';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Checklist, ReviewedRule, Status } from '../../src/model/checklist.js';
import { inventedRule, oneRule, withReviews } from './checklists.js';

export const statuses: readonly Status[] = ['open', 'not_a_finding', 'not_applicable', 'not_reviewed'];

/** An answer that is told from every other by its number: a status, details, comments and an override. */
export const answer = (n: number): Partial<ReviewedRule> => ({
  status: statuses[n % 4] ?? 'open',
  findingDetails: `Details ${n}: a < b & "c"\n\tsecond line`,
  comments: `Comments ${n} by hand;\n\nR&D`,
  severityOverride: { severity: n % 3 === 0 ? 'low' : n % 3 === 1 ? 'medium' : 'high', justification: `Reason ${n}.` },
});

/** A checklist of all rules of a benchmark, each with an answer of its own. */
export const filled = (benchmark: Benchmark): Checklist =>
  withReviews(
    oneRule().asset,
    benchmark,
    benchmark.rules.map((_, n) => answer(n)),
  );

/** A benchmark of invented rules with these numbers (1 to 9). */
export const invented = (numbers: readonly number[]): Benchmark => ({
  ...builtInBenchmark('V2R1'),
  ruleCount: numbers.length,
  rules: numbers.map((number) => inventedRule(number)),
});

/** Any checklist of some of the invented rules, with any answers. */
export const anyChecklist: fc.Arbitrary<Checklist> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 })
  .chain((numbers) =>
    fc
      .array(anyAnswer(), { minLength: numbers.length, maxLength: numbers.length })
      .map((answers) => withReviews(oneRule().asset, invented(numbers), answers)),
  );

const anyAnswer = (): fc.Arbitrary<Partial<ReviewedRule>> =>
  fc.record({
    status: fc.constantFrom(...statuses),
    findingDetails: fc.string(),
    comments: fc.string(),
    severityOverride: fc.option(
      fc.record({ severity: fc.constantFrom('low', 'medium', 'high'), justification: fc.string() }),
      { nil: undefined },
    ),
  });
