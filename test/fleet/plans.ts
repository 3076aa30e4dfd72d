import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FleetPlan } from '../../src/fleet/plan.js';

/** The codes of diagnostics in their order. */
export const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => code);

/** A plan as short data: hosts with their exports, refused hosts with their codes, and the other codes. */
export const outline = ({ jobs, refused, diagnostics }: FleetPlan) => ({
  jobs: jobs.map(({ host, exports }) => [host, ...exports]),
  refused: refused.map((one) => [one.host, ...codes(one.diagnostics)]),
  said: codes(diagnostics),
});
