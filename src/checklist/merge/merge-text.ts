import { visible } from '../../text/visible.js';
import { countsText } from '../count-statuses.js';
import { answerLines, ruleTitle } from '../report-lines.js';
import type { Answer } from './answers.js';
import type { MergeReport } from './merge.js';

/** What was merged, and how many rules have each status. */
export const renderMergeSummary = ({
  host,
  files,
  stigs,
  conflicts,
  fields,
  leftBehind,
  prefer,
}: MergeReport): string =>
  [
    `${visible(host)}: ${files.length} files\n`,
    ...stigs.map(({ id, release, counts }) => `${visible(id)} ${visible(release)}: ${countsText(counts)}\n`),
    `${[
      `${counted(conflicts.length, 'rule')} answered differently${conflicts.length === 0 ? '' : ` (kept: the ${prefer})`}`,
      `${counted(fields.length, 'field')} said differently`,
      `${counted(leftBehind.length, 'answer')} left behind`,
    ].join(', ')}\n`,
  ].join('');

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

/** The summary, and every answer of rules that the files answer differently or that was left behind, with its whole texts. */
export const renderMergeReport = (report: MergeReport): string =>
  [
    renderMergeSummary(report),
    ...(report.files.length > 0
      ? ['\nFiles\n', ...report.files.map((file, i) => `  [${i + 1}] ${visible(file)}\n`)]
      : []),
    ...report.fields.map(
      ({ field, kept, other }) =>
        `\nField ${visible(field)}: "${visible(kept.value)}" of [${kept.file + 1}] kept, "${visible(other.value)}" of [${other.file + 1}] not\n`,
    ),
    ...report.conflicts.map(({ stig, rule, answers, kept }) =>
      [
        `\nAnswered differently: ${ruleTitle(rule)} of ${visible(stig)}\n`,
        ...answers.map((answer) =>
          answerText(answer, kept === undefined ? '' : answer === kept ? ', kept' : ', not kept'),
        ),
      ].join(''),
    ),
    ...report.leftBehind.map(({ stig, release, rule, answer }) =>
      [`\nLeft behind: ${ruleTitle(rule)} of ${visible(stig)} ${visible(release)}\n`, answerText(answer, '')].join(''),
    ),
  ].join('');

const answerText = (answer: Answer, became: string): string =>
  [
    `  [${answer.file + 1}] ${answer.status}${answer.assessedAt === '' ? ', at an unknown time' : `, ${visible(answer.assessedAt)}`}${became}\n`,
    ...answerLines(answer).map((line) => `  ${line}`),
  ].join('');
