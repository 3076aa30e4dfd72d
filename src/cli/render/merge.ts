import type { Answer } from '../../checklist/merge/answers.js';
import type { MergeReport } from '../../checklist/merge/merge.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from '../../model/benchmark.js';
import type { Tool } from '../../model/checklist.js';
import type { FormatName, TargetName } from '../../model/format-names.js';
import { diagnosticSummary } from './summary.js';

export interface MergeResult {
  readonly paths: readonly string[];
  /** Undefined for a file that could not be read. */
  readonly formats: readonly (FormatName | undefined)[];
  /** Undefined where the files could not be read or are of several hosts. */
  readonly report: MergeReport | undefined;
  /** Undefined where nothing was written. */
  readonly output: { readonly format: TargetName; readonly path: string; readonly sha256: string } | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The JSON document of `merge --json` and of a report that ends in .json: schemas/merge.schema.json describes it. Files are numbered from 0. */
export const toMerge = ({ paths, formats, report, output, diagnostics }: MergeResult, { name, version }: Tool) => ({
  tool: { name, version },
  inputs: paths.map((path, i) => ({ path, format: formats[i] ?? null })),
  output: output ?? null,
  host: report?.host ?? null,
  prefer: report?.prefer ?? null,
  stigs: report?.stigs ?? [],
  conflicts: (report?.conflicts ?? []).map(({ stig, rule, answers, kept, undecided }) => ({
    stig,
    ...idsOf(rule),
    kept: kept === undefined ? null : kept.file,
    undecided: undecided ?? null,
    answers: answers.map(toAnswer),
  })),
  fields: report?.fields ?? [],
  leftBehind: (report?.leftBehind ?? []).map(({ stig, release, rule, answer }) => ({
    stig,
    release,
    ...idsOf(rule),
    answer: toAnswer(answer),
  })),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});

const idsOf = ({ groupId, ruleId, stigId, title }: Rule) => ({ groupId, ruleId, stigId, title });

const toAnswer = ({ file, status, findingDetails, comments, severityOverride, assessedAt }: Answer) => ({
  file,
  status,
  findingDetails,
  comments,
  severityOverride: severityOverride ?? null,
  assessedAt: assessedAt === '' ? null : assessedAt,
});
