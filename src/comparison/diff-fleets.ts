import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { HostJob } from '../fleet/host-job.js';
import type { FleetPlan } from '../fleet/plan.js';
import { foldName } from '../text/fold-name.js';

/** A host of one of two fleets, or of both. */
export interface HostPair {
  readonly host: string;
  readonly old?: HostJob | undefined;
  readonly new?: HostJob | undefined;
  /** Why a folder of the host cannot be read as its exports; then it cannot be compared. */
  readonly refused: readonly Diagnostic[];
}

/** The hosts of two fleets by name (case aside): those of the old one in its order, then those that only the new one has. */
export const pairHosts = (old: FleetPlan, now: FleetPlan): readonly HostPair[] => {
  const pairs = new Map<string, HostPair>();
  const put = (host: string, part: Partial<HostPair>): void => {
    const key = foldName(host);
    const known = pairs.get(key) ?? { host, refused: [] };
    pairs.set(key, { ...known, ...part, refused: [...known.refused, ...(part.refused ?? [])] });
  };
  for (const [side, plan] of [['old', old] as const, ['new', now] as const]) {
    for (const job of plan.jobs) put(job.host ?? '', { [side]: job });
    for (const { host, diagnostics } of plan.refused) put(host, { refused: diagnostics });
  }
  return [...pairs.values()];
};
