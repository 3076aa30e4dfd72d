import type { Rule } from '../model/benchmark.js';
import type { ReviewedRule } from '../model/checklist.js';
import { visible } from '../text/visible.js';

/** A rule by its ids and its title, on one line. */
export const ruleTitle = (rule: Rule): string =>
  visible(`${[rule.groupId, rule.ruleId, rule.stigId].filter((id) => id !== '').join(', ')}: ${rule.title}`);

/** A text under its label: on the same line if it is short, else indented below. */
export const labelled = (label: string, text: string): readonly string[] => {
  if (text === '') return [`  ${label}: (empty)\n`];
  if (!text.includes('\n')) return [`  ${label}: ${withTabs(text)}\n`];
  return [`  ${label}:\n`, ...text.split('\n').map((line) => `    ${withTabs(line)}`.trimEnd().concat('\n'))];
};

const withTabs = (line: string): string => line.split('\t').map(visible).join('\t');

/** Everything about a rule besides its status; empty texts are shown as empty. */
export const answerLines = ({
  findingDetails,
  comments,
  severityOverride,
}: Pick<ReviewedRule, 'findingDetails' | 'comments' | 'severityOverride'>): readonly string[] => [
  ...labelled('finding details', findingDetails),
  ...labelled('comments', comments),
  ...(severityOverride === undefined
    ? []
    : [
        ...labelled('severity override', severityOverride.severity),
        ...labelled('justification', severityOverride.justification),
      ]),
];
