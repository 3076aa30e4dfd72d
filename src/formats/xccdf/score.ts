import type { ReviewedRule } from '../../model/checklist.js';

/**
 * The scores of a TestResult as the scoring models of XCCDF 1.2 define them, over the rules that pass or fail; any other result
 * does not count. Without such a rule both are 0: the formulas have no answer then, and a full score would read as
 * compliant.
 */
export const scores = (reviews: readonly ReviewedRule[]): { readonly default: string; readonly absolute: string } => {
  const counted = reviews.filter((review) => review.status === 'not_a_finding' || review.status === 'open');
  const passed = counted.filter((review) => review.status === 'not_a_finding');
  if (counted.length === 0) return { default: '0', absolute: '0' };
  // The default model averages the children of the benchmark. These are the groups, all of weight 1, each with one rule:
  // the rules' own weights cancel out. Cut, not rounded: 99.999 is not 100.
  return {
    default: String(Math.floor((passed.length * 10_000) / counted.length) / 100),
    absolute: passed.length === counted.length ? '1' : '0',
  };
};
