import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist, ChecklistStig, ReviewedRule } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { quote } from '../text/limit.js';
import { countStatuses, countsText } from './count-statuses.js';

/**
 * What became of a checklist that was written and read again, by comparing the two: nothing that a format cannot carry goes unsaid.
 * Refusals: `convert-counts-differ` (rules per status) and `convert-text-differs` (a rule's identity, status, finding details,
 * comments, or an override from nowhere). Then for each property that was lost or changed one diagnostic with the first
 * place and a count: `convert-not-carried`, for ids and what is counted or named anew `convert-id-not-carried`.
 *
 * @param written what was given to the writer
 * @param readBack what the writer's text says
 * @param from the format that it was read from: ids that this one does not have were made here, and are no loss
 * @param to the format that it was written in
 */
export const findLosses = (
  written: Checklist,
  readBack: Checklist,
  from: FormatName,
  to: FormatName,
): readonly Diagnostic[] => {
  const [before, after] = [countsText(countStatuses(written)), countsText(countStatuses(readBack))];
  if (before !== after || written.stigs.length !== readBack.stigs.length)
    return [diagnostic('convert-counts-differ', {}, { read: before, written: after })];
  const differing = written.stigs.flatMap((stig, i) => differingTexts(stig, readBack.stigs[i]));
  return differing.length > 0
    ? differing
    : lostProperties(written, readBack, to.toUpperCase(), from === 'cklb' ? [] : ownIds);
};

/** White space alone is no text. */
const isSame = (a: string, b: string | undefined): boolean => a === b || (a.trim() === '' && b?.trim() === '');

const differingTexts = (before: ChecklistStig, after: ChecklistStig | undefined): readonly Diagnostic[] =>
  before.reviews.flatMap((review, i) => {
    const other = after?.reviews[i];
    const wrong = [
      ...(review.rule.ruleId === other?.rule.ruleId ? [] : ['rule id']),
      ...(review.status === other?.status ? [] : ['status']),
      ...(isSame(review.findingDetails, other?.findingDetails) ? [] : ['finding details']),
      ...(isSame(review.comments, other?.comments) ? [] : ['comments']),
      ...(review.severityOverride === undefined && other?.severityOverride !== undefined ? ['severity override'] : []),
    ];
    return wrong.map((expected) =>
      diagnostic('convert-text-differs', { property: nameOf(review) }, { text: expected, rule: nameOf(review) }),
    );
  });

const nameOf = ({ rule }: ReviewedRule): string => rule.groupId || rule.ruleId;

/** Fields that are derived on reading, so they are not losses. */
const anew = new Set(['id', 'title', 'STIG uuid', 'rule uuid', 'STIG ruleCount']);

/** Fields that only a CKLB has. */
const ownIds = ['id', 'title', 'rule uuid'];

/** What is compared by itself, and what only tells which of DISA's rules another publisher's is. */
const notCompared = new Set(['rules', 'reviews', 'stigs', 'otherIds']);

interface Loss {
  readonly where: string;
  readonly text: string;
  count: number;
}

const lostProperties = (
  written: Checklist,
  readBack: Checklist,
  target: string,
  unnamed: readonly string[],
): readonly Diagnostic[] => {
  const losses = new Map<string, Loss>();
  const compare = (kind: string, where: string, before: object, after: object | undefined): void => {
    for (const key of Object.keys(before)) {
      const value = (before as Readonly<Record<string, unknown>>)[key];
      const other = after === undefined ? undefined : (after as Readonly<Record<string, unknown>>)[key];
      if (value === other || notCompared.has(key)) continue;
      if (isPlainObject(value)) compare(`${kind}${key} `, where, value, isPlainObject(other) ? other : undefined);
      else if (!unnamed.includes(`${kind}${key}`)) note(losses, `${kind}${key}`, where, value, other);
    }
  };
  const { asset, stigs, ...whole } = written;
  compare('', '', whole, readBack);
  compare('asset ', asset.hostName, asset, readBack.asset);
  for (const [i, stig] of stigs.entries()) {
    const other = readBack.stigs[i];
    const { benchmark, reviews, ...own } = stig;
    compare('STIG ', benchmark.id, { ...own, ...benchmark }, { ...other, ...other?.benchmark });
    for (const [r, { rule, ...review }] of reviews.entries()) {
      const where = rule.groupId || rule.ruleId;
      compare('rule ', where, rule, other?.reviews[r]?.rule);
      compare('rule ', where, review, other?.reviews[r]);
    }
  }
  return [...losses].map(([property, { where, text, count }]) => {
    const code = anew.has(property) ? 'convert-id-not-carried' : 'convert-not-carried';
    const times = count > 1 ? ` and ${count - 1} more` : '';
    return diagnostic(code, { property }, { format: target, what: `${text}${where && ` (${where}${times})`}` });
  });
};

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An empty value cannot be lost. */
const note = (losses: Map<string, Loss>, property: string, where: string, before: unknown, after: unknown): void => {
  const text = Array.isArray(before) ? before.join(', ') : String(before ?? '');
  const other = Array.isArray(after) ? after.join(', ') : String(after ?? '');
  if (text.trim() === '' || text === '0' || text === 'false' || text === other) return;
  const known = losses.get(property);
  if (known !== undefined) {
    known.count += 1;
    return;
  }
  losses.set(property, { where, text: quote(text), count: 1 });
};
