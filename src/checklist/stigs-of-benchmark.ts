import type { Benchmark, Rule } from '../model/benchmark.js';
import type { Checklist, ChecklistStig } from '../model/checklist.js';

/** Benchmark ids differ in case between programs. */
export const sameStig = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export interface StigsOfBenchmark {
  readonly stigs: readonly ChecklistStig[];
  /** `rules`: none has the benchmark's id, which another publisher may have given it or nobody, and these have rules of it. */
  readonly by: 'id' | 'rules';
}

/**
 * The STIGs of a checklist that a benchmark is of; none where neither its id nor a rule of it is there.
 *
 * @param keysOf what a rule is known by; an empty key tells nothing
 */
export const stigsOfBenchmark = (
  checklist: Checklist,
  benchmark: Benchmark,
  keysOf: (rule: Rule) => readonly string[],
): StigsOfBenchmark => {
  const named = checklist.stigs.filter((stig) => sameStig(stig.benchmark.id, benchmark.id));
  if (named.length > 0) return { stigs: named, by: 'id' };
  const keys = new Set(benchmark.rules.flatMap(keysOf));
  keys.delete('');
  const hasRule = ({ reviews }: ChecklistStig) => reviews.some(({ rule }) => keysOf(rule).some((key) => keys.has(key)));
  return { stigs: checklist.stigs.filter(hasRule), by: 'rules' };
};

/** The name of a file's STIG in messages. */
export const namedStig = (id: string): string => (id === '' ? 'no STIG' : `the STIG "${id}"`);
