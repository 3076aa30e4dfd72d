import type { Benchmark } from '../model/benchmark.js';
import type { Review } from '../model/review.js';
import type { Judging } from '../outcome/judged-host.js';
import { adviceOf } from '../remediation/advice.js';
import { planRemediation } from '../remediation/plan.js';

/** More open connectors than finding details have room for. */
const mostAdvised = 200;

/** The places of the first open connectors, which are those that finding details show. */
const firstOpen = (connectors: Review['connectors']): readonly number[] =>
  connectors.flatMap(({ status }, i) => (status === 'open' ? [i] : [])).slice(0, mostAdvised);

/** What to do about a host's open connectors, as far as finding details have room for them. */
export const shownAdvice = (
  reviews: readonly Review[],
  benchmark: Benchmark,
  judging: Judging,
): ReturnType<typeof adviceOf> => {
  const checklist = { stigs: [{ benchmark, reviews: benchmark.rules.map((rule) => ({ rule })) }] };
  const shown = new Set(reviews.flatMap(({ connectors }) => firstOpen(connectors)));
  return adviceOf(planRemediation({ checklist, reviews }, judging, (i) => shown.has(i)));
};
