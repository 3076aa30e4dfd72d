import { renderTable } from '../text/table.js';
import { visible } from '../text/visible.js';
import type { FieldChange } from './compare.js';
import { answerLines, labelled, ruleTitle } from './report-lines.js';
import type { CarriedRule, RemovedRule, UpdateReport } from './update.js';

/** The counts, and a line for each rule of which more than the rule id changed. */
export const renderUpdateSummary = (report: UpdateReport, width?: number): string => {
  const { stig, release } = report;
  const counts = updateCounts(report);
  const rows = [
    ...report.carried.flatMap((rule) =>
      carriedNotes(rule) === '' ? [] : [[rule.rule.groupId, rule.status.new, carriedNotes(rule)]],
    ),
    ...report.removed.map(({ review, candidates }) => [
      review.rule.groupId || review.rule.ruleId,
      review.status,
      candidates.length === 0 ? 'removed' : `not carried: may be ${candidates.join(', ')}`,
    ]),
    ...report.added.map((rule) => [rule.groupId, 'not_reviewed', 'added']),
  ];
  return [
    `${visible(stig)}: ${visible(release.old)} to ${visible(release.new)}\n`,
    `${counts.carried} rules carried (${counts.marked} marked for review), ${counts.added} added, ${counts.removed} removed\n`,
    ...(rows.length > 0 ? ['\n', renderTable([['RULE', 'STATUS', 'WHAT'], ...rows], { width, wraps: true })] : []),
  ].join('');
};

/** The summary, both texts of every check that changed, texts that the new release lacks, and removed rules whole. */
export const renderUpdateReport = (report: UpdateReport, width?: number): string =>
  [
    renderUpdateSummary(report, width),
    ...report.carried.flatMap((rule) => carriedBlock(rule, report.release)),
    ...report.removed.map(removedBlock),
  ].join('');

/** What is worth reporting about a rule that was carried; nothing if only the revision of its ids changed. */
export const carriedNotes = ({ matchedBy, checkText, marked, changes, status }: CarriedRule): string => {
  const others = changes.map(({ field }) => field).filter((field) => field !== 'ruleId' && field !== 'checkContent');
  return [
    ...(checkText === 'changed' ? ['check text changed'] : []),
    ...(checkText === 'unknown' ? ['earlier check text not known'] : []),
    ...(marked === undefined ? [] : ['review again']),
    ...(status.old === status.new ? [] : [`was ${status.old}`]),
    ...(matchedBy === 'identity' || matchedBy === 'group id' ? [] : [`matched by ${matchedBy}`]),
    ...(others.length > 0 ? [`changed: ${others.join(', ')}`] : []),
  ].join('; ');
};

const carriedBlock = (carried: CarriedRule, release: UpdateReport['release']): readonly string[] => {
  const lost = carried.changes.filter((change) => change.old !== '' && change.new === '');
  const check = carried.changes.find(({ field }) => field === 'checkContent');
  if (lost.length === 0 && check === undefined) return [];
  const both = (change: FieldChange) => [
    ...labelled(`${change.field} in ${release.old}`, String(change.old)),
    ...labelled(`${change.field} in ${release.new}`, String(change.new)),
  ];
  return [
    `\nCarried: ${ruleTitle(carried.rule)}\n`,
    ...(check === undefined ? [] : both(check)),
    ...lost.filter((change) => change !== check).flatMap(both),
  ];
};

const removedBlock = ({ review, candidates }: RemovedRule): string =>
  [
    `\n${candidates.length === 0 ? 'Removed' : `Not carried (may be ${candidates.join(', ')})`}: ${ruleTitle(review.rule)}\n`,
    ...labelled('severity', review.rule.severity),
    ...labelled('status', review.status),
    ...answerLines(review),
  ].join('');

/** How many rules were carried, of these marked for review, added and removed. */
export const updateCounts = ({ carried, added, removed }: UpdateReport) => ({
  carried: carried.length,
  marked: carried.filter((rule) => rule.marked !== undefined).length,
  added: added.length,
  removed: removed.length,
});
