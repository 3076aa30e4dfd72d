import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { readChecklist } from '../formats/read-checklist.js';
import type { Benchmark } from '../model/benchmark.js';
import { judgeableRules } from '../rules/module-for.js';
import type { RuleModule } from '../rules/rule.js';
import type { InputLimits } from '../text/input-limits.js';

/**
 * The STIG of a checklist with the texts that the checklist has, to judge by them. Refused: what `readChecklist` refuses,
 * `benchmark-without-rule`, and `stig-several` where several of its STIGs have rules to judge. What else there is to say of the file
 * is said where it is filled in.
 */
export const benchmarkOfChecklist = (
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  asked: readonly RuleModule[],
  limits: Partial<InputLimits> | undefined,
): Reading<Benchmark> => {
  const read = readChecklist(bytes, path, limits);
  if (!read.ok) return read;
  const benchmarks = read.value.checklist.stigs.map(({ benchmark, reviews }) => ({
    ...benchmark,
    filename: path,
    rules: reviews.map(({ rule }) => rule),
  }));
  const found = benchmarks.filter((benchmark) => judgeableRules(benchmark, asked).length > 0);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { ok: true, value: only, diagnostics: [] };
  const stigs = (only === undefined ? benchmarks : found).map(({ id }) => id).join(', ');
  const names = [...new Set(asked.map(({ identity }) => identity.vulnId))].join(', ');
  const refusal =
    only === undefined
      ? diagnostic('benchmark-without-rule', { file: path }, { benchmark: stigs, asked: names, answered: '' })
      : diagnostic('stig-several', { file: path }, { stigs });
  return { ok: false, diagnostics: [refusal] };
};
