import { type Benchmark, releaseOf } from '../model/benchmark.js';
import { rules } from '../rules/registry.js';

/** The STIGs whose rule's text is built in, oldest first. */
const builtIn: readonly Benchmark[] = rules.flatMap((rule) => rule.builtIn ?? []);

/** Their releases; the last is the one to use where none is asked for. */
export const builtInReleases: readonly string[] = builtIn.map(releaseOf);

/** The release where none is asked for. */
export const latestRelease: string = builtInReleases.at(-1) ?? '';

/** A built-in STIG by its release. */
export const builtInBenchmark = (release = latestRelease): Benchmark => {
  const found = builtIn.find((stig) => releaseOf(stig) === release);
  if (found === undefined) throw new Error(`no STIG is built in for release ${release}`);
  return found;
};
