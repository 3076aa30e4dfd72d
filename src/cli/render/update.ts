import type { UpdateReport } from '../../checklist/update.js';
import { updateCounts } from '../../checklist/update-text.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from '../../model/benchmark.js';
import type { Tool } from '../../model/checklist.js';
import type { TargetName } from '../../model/format-names.js';
import { reviewSummary } from './difference.js';
import { diagnosticSummary } from './summary.js';

export interface UpdateOutcome {
  readonly checklist: string;
  readonly benchmark: string;
  /** Undefined where it was refused. */
  readonly report: UpdateReport | undefined;
  readonly outputs: readonly { readonly format: TargetName; readonly path: string; readonly sha256: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

const idsOf = ({ groupId, ruleId, stigId, title: text, severity }: Rule) => ({
  groupId,
  ruleId,
  stigId,
  title: text,
  severity,
});

/** The JSON document of `update --json` and of a report that ends in .json: schemas/update.schema.json describes it. */
export const toUpdate = (outcome: UpdateOutcome, { name, version }: Tool) => ({
  tool: { name, version },
  refused: outcome.report === undefined,
  checklist: outcome.checklist,
  benchmark: outcome.benchmark,
  stig: outcome.report === undefined ? null : { id: outcome.report.stig, release: outcome.report.release },
  counts: updateCounts(
    outcome.report ?? { stig: '', release: { old: '', new: '' }, carried: [], added: [], removed: [] },
  ),
  carried: (outcome.report?.carried ?? []).map(({ rule, matchedBy, checkText, marked, status, changes }) => ({
    ...idsOf(rule),
    matchedBy,
    checkText,
    marked: marked ?? null,
    status,
    changes,
  })),
  added: (outcome.report?.added ?? []).map(idsOf),
  removed: (outcome.report?.removed ?? []).map(({ review, candidates }) => ({
    ...idsOf(review.rule),
    ...reviewSummary(review),
    candidates,
  })),
  outputs: outcome.outputs,
  diagnostics: outcome.diagnostics.map((d) => diagnosticSummary(d)),
});
