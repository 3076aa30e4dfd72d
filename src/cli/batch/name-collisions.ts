import { basename } from 'node:path';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { HostJob } from '../../fleet/host-job.js';
import type { RefusedJob } from '../../fleet/plan.js';
import { hostFileName } from '../../formats/file-name.js';
import type { Layout } from './fleet.js';

/**
 * Refuses hosts whose files would have the names of an earlier host's, on a file system without case too: `host-name-taken`.
 * Hosts of which no name is known are refused when their exports are read.
 */
export const refuseCollisions = (
  jobs: readonly HostJob[],
  layout: Layout,
): { readonly jobs: readonly HostJob[]; readonly refused: readonly RefusedJob[] } => {
  const taken = new Map<string, string>();
  const refused: RefusedJob[] = [];
  const kept = jobs.filter((job) => {
    const host = job.host ?? job.told;
    if (host === undefined) return true;
    const isFilledIn = layout === 'flat' && job.into !== undefined;
    // A checklist that is filled in keeps its own name.
    const name = (isFilledIn ? `into ${basename(job.into ?? '')}` : hostFileName(host)).toLowerCase();
    const other = taken.get(name);
    if (other === undefined) taken.set(name, host);
    else
      refused.push({
        host,
        diagnostics: [diagnostic('host-name-taken', job.place, { host, other })],
      });
    return other === undefined;
  });
  return { jobs: kept, refused };
};
