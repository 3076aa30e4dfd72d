import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { wouldChange } from '../diagnostics/reported.js';
import type { Status } from '../model/checklist.js';

/** The exit codes of the program, as README.md tells them. */
export const exitCode = { ok: 0, open: 1, notReviewed: 2, failed: 3, bug: 4 } as const;

/**
 * The exit code of `evaluate`: the worst of what happened, in the order 3, 1, 2, 0. An error that refused nothing, such as an
 * importer's that would drop a rule, is more than a warning to `--fail-on-warning`.
 */
export const evaluateExitCode = (
  result: {
    readonly failed: boolean;
    readonly statuses: readonly Status[];
    readonly diagnostics: readonly Diagnostic[];
  },
  failOnWarning: boolean,
): number => {
  if (result.failed) return exitCode.failed;
  if (result.statuses.includes('open')) return exitCode.open;
  if (result.statuses.includes('not_reviewed') || result.diagnostics.some(wouldChange)) return exitCode.notReviewed;
  return failOnWarning && result.diagnostics.some((d) => d.severity !== 'info') ? exitCode.notReviewed : exitCode.ok;
};
