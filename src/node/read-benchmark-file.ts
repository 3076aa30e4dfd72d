import { readBenchmark } from '../benchmark/from-file.js';
import type { Reading } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { readInput } from './read-input.js';

/** Reads the STIG that `--benchmark` names. Diagnostics: those of `readInput` and of `readBenchmark`. */
export const readBenchmarkFile = async (
  path: string,
  limits: Partial<InputLimits> = {},
): Promise<Reading<Benchmark>> => {
  // Standard input is for exports and checklists: a benchmark is named in the checklist by its file's name.
  const input = await readInput(path, () => Promise.resolve(new Uint8Array()), limitsOf(limits).maxBytes);
  return input.ok ? readBenchmark(input.value.bytes, path, limits) : input;
};
