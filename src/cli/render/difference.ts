import type { FieldChange, FieldValue } from '../../checklist/compare.js';
import { type ChecklistDiff, isEmptyDiff, type RuleDiff, type StigDiff } from '../../checklist/diff.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ReviewedRule, Tool } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { shortened } from '../../text/limit.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';
import { renderTable } from './table.js';

/** A file that was compared; without a format where it could not be read. */
export interface ComparedFile {
  readonly path: string;
  readonly format: FormatName | undefined;
}

export interface Comparison {
  readonly old: ComparedFile;
  readonly new: ComparedFile;
  /** Undefined where a file could not be read. */
  readonly diff: ChecklistDiff | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A table with a line for each field that differs, for a person: the whole texts are in the JSON output. */
export const renderDifference = (diff: ChecklistDiff, width: number | undefined): string => {
  if (isEmptyDiff(diff)) return 'no difference\n';
  const rows = [
    ...diff.asset.map((change) => ['asset', ...changeCells(change)]),
    ...diff.stigs.flatMap((stig) => [
      ...stigRows(stig),
      ...stig.rules.flatMap((rule) => ruleRows(rule, stig.change === 'changed')),
    ]),
  ];
  return `${renderTable([['WHERE', 'WHAT', 'OLD', 'NEW'], ...rows], { width, cutFirst: { column: 0, least: 14 } })}\n${summaryLine(diff)}\n`;
};

const stigRows = (stig: StigDiff): readonly string[][] =>
  stig.change === 'changed'
    ? stig.fields.map((change) => [stig.id, ...changeCells(change)])
    : [[stig.id, `STIG ${stig.change}`, stig.release.old ?? '', stig.release.new ?? '']];

const ruleRows = (rule: RuleDiff, isWithin: boolean): readonly string[][] => {
  const name = rule.groupId || rule.ruleId || rule.stigId;
  if (rule.change === 'changed') return rule.fields.map((change) => [name, ...changeCells(change)]);
  const status = rule.review?.status ?? '';
  const what = isWithin ? `rule ${rule.change}` : `rule of a STIG ${rule.change}`;
  return [[name, what, ...(rule.change === 'removed' ? [status, ''] : ['', status])]];
};

const changeCells = (change: FieldChange): readonly string[] => [
  change.field,
  ...excerpts(textOf(change.old), textOf(change.new)),
];

const textOf = (value: FieldValue): string => (typeof value === 'object' ? value.join(', ') : String(value));

const excerptLength = 48;

/** The beginnings of two texts; of two that begin alike for long, what is around the place where they part. */
const excerpts = (old: string, now: string): readonly [string, string] => {
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  const from = same > excerptLength / 2 ? same - 12 : 0;
  return [excerpt(old, from), excerpt(now, from)];
};

const excerpt = (text: string, from: number): string => {
  if (text === '') return '(empty)';
  const shown = visible(text.slice(from).replace(/\s+/g, ' '));
  return `${from > 0 ? '…' : ''}${shortened(shown, excerptLength)}`;
};

const countsOf = (diff: ChecklistDiff) => {
  const rules = diff.stigs.flatMap((stig) => stig.rules);
  const count = (change: RuleDiff['change']) => rules.filter((rule) => rule.change === change).length;
  return {
    assetFields: diff.asset.length,
    stigs: diff.stigs.length,
    rules: { changed: count('changed'), added: count('added'), removed: count('removed') },
    statuses: rules.filter((rule) => rule.fields.some(({ field }) => field === 'status')).length,
  };
};

const summaryLine = (diff: ChecklistDiff): string => {
  const { assetFields, rules, statuses } = countsOf(diff);
  return `rules: ${rules.changed} changed (${statuses} in status), ${rules.added} added, ${rules.removed} removed; asset: ${assetFields} field${assetFields === 1 ? '' : 's'} changed`;
};

/** The JSON document of `diff --json`, as schemas/diff.schema.json describes it. */
export const toDifference = ({ old, new: now, diff, diagnostics }: Comparison, { name, version }: Tool) => ({
  tool: { name, version },
  same: diff === undefined ? null : isEmptyDiff(diff),
  old: { path: old.path, format: old.format ?? null },
  new: { path: now.path, format: now.format ?? null },
  counts: countsOf(diff ?? { asset: [], stigs: [] }),
  asset: diff?.asset ?? [],
  stigs: (diff?.stigs ?? []).map((stig) => ({
    id: stig.id,
    change: stig.change,
    release: stig.release,
    fields: stig.fields,
    rules: stig.rules.map(({ review, ...rule }) => ({
      ...rule,
      ...(review === undefined ? {} : { review: reviewSummary(review) }),
    })),
  })),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});

/** What a checklist says of a rule, for JSON output. */
export const reviewSummary = ({ status, findingDetails, comments, severityOverride }: ReviewedRule) => ({
  status,
  findingDetails,
  comments,
  severityOverride: severityOverride ?? null,
});
