import { releaseOf } from '../../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule } from '../../model/checklist.js';

/** The columns of a row, with what stands in them. */
const columns = {
  Host: ({ asset }) => asset.hostName,
  FQDN: ({ asset }) => asset.fqdn,
  IP: ({ asset }) => asset.ipAddresses.join(', '),
  STIG: (_, { benchmark }) => benchmark.id,
  Release: (_, { benchmark }) => releaseOf(benchmark),
  'Group ID': (_, __, { rule }) => rule.groupId,
  'Rule ID': (_, __, { rule }) => rule.ruleId,
  'STIG ID': (_, __, { rule }) => rule.stigId,
  Severity: (_, __, { rule, severityOverride }) => severityOverride?.severity ?? rule.severity,
  CCI: (_, __, ___, ccis) => ccis.join(', '),
  Status: (_, __, { status }) => status,
  'Finding Details': (_, __, { findingDetails }) => findingDetails,
  Comments: (_, __, { comments }) => comments,
  'Assessed At': ({ assessedAt }, _, review) => review.assessedAt ?? assessedAt,
  Assessor: ({ assessor = '' }) => assessor,
} satisfies Record<
  string,
  (checklist: Checklist, stig: ChecklistStig, review: ReviewedRule, ccis: readonly string[]) => string
>;

/** The names of the columns, in their order. */
export const columnNames: readonly string[] = Object.keys(columns);

/** What stands in a row: of one rule, and of all or some of its CCIs. */
export const rowOf = (
  checklist: Checklist,
  stig: ChecklistStig,
  review: ReviewedRule,
  ccis: readonly string[],
): readonly string[] => Object.values(columns).map((cell) => cell(checklist, stig, review, ccis));
