import { type Benchmark, releaseOf } from '../model/benchmark.js';
import { builtInStigs } from '../rules/registry.js';

/** The releases of the built-in STIG, oldest first. */
export const builtInReleases: readonly string[] = builtInStigs.map(releaseOf);

/** The default release. */
export const latestRelease: string = builtInReleases.at(-1) ?? '';

/** A built-in STIG by its release. */
export const builtInBenchmark = (release = latestRelease): Benchmark => {
  const found = builtInStigs.find((stig) => releaseOf(stig) === release);
  if (found === undefined) throw new Error(`no STIG is built in for release ${release}`);
  return found;
};
