import { openInto } from '../../assess/fill-into.js';
import { toldHost } from '../../assess/told-host.js';
import type { HostJob } from '../../fleet/host-job.js';
import { joinSameHosts, type PlannedHost } from '../../fleet/same-host.js';
import { type AssessOptions, readHost } from '../assess-host.js';
import type { ReadPlan } from './plan-fleet.js';

/**
 * Asks the exports of hosts that nobody names for them, before anything is judged or written, and makes one host of all that are
 * one (`joinSameHosts`): of half its evidence the first would be judged otherwise.
 */
export const tellHosts = async (
  plan: ReadPlan,
  options: Pick<AssessOptions, 'inputFormat' | 'limit'>,
): Promise<ReadPlan> => {
  if (plan.jobs.every(({ host }) => host !== undefined)) return plan;
  const planned: PlannedHost[] = plan.refused
    .filter(({ host }) => host !== '')
    .map(({ host, diagnostics }) => ({
      job: { host, exports: [], place: diagnostics[0]?.place ?? {} },
      faults: diagnostics,
    }));
  for (const job of plan.jobs)
    planned.push({ job: job.host === undefined ? { ...job, told: await toldBy(job, options) } : job, faults: [] });
  const { jobs, refused, diagnostics } = joinSameHosts(planned);
  const unknown = plan.refused.filter(({ host }) => host === '');
  return { ...plan, jobs, refused: [...refused, ...unknown], diagnostics: [...plan.diagnostics, ...diagnostics] };
};

const toldBy = async (
  job: HostJob,
  { inputFormat, limit }: Pick<AssessOptions, 'inputFormat' | 'limit'>,
): Promise<string | undefined> => {
  const { exports, into } = await readHost(job.exports, { into: job.into, limit }, async () => new Uint8Array());
  const told = await toldHost(exports, { inputFormat, limits: limit });
  if (told !== undefined || into?.ok !== true) return told;
  const opened = openInto(into.value.bytes, into.value.path, limit);
  return opened.ok ? opened.value.host : undefined;
};
