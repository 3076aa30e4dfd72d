import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { HostJob } from './host-job.js';

/**
 * What a fleet comes to before any export is read. Every host that was named is in `jobs` or in `refused`, once. Where
 * nothing at all can be done, both are empty and `diagnostics` holds an error that says why.
 */
export interface FleetPlan {
  readonly jobs: readonly HostJob[];
  readonly refused: readonly RefusedJob[];
  /** What is not about one refused host. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A host that is not assessed, with the reasons. `host` is empty where it cannot be told. */
export interface RefusedJob {
  readonly host: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan in which nothing can be done. */
export const noPlan = (...diagnostics: readonly Diagnostic[]): FleetPlan => ({ jobs: [], refused: [], diagnostics });
