import type { Rule } from '../../model/benchmark.js';
import type { ReviewedRule } from '../../model/checklist.js';
import { groupBy } from '../../text/group-by.js';
import { weightType } from '../../text/weight.js';
import { textElement, type XmlTree } from '../../xml/element.js';
import { writtenGroupId } from '../group-id.js';
import { attributeIf, cdf, cdfText, groupXccdfId, ruleXccdfId } from './names.js';
import { identElements } from './test-result.js';

/** The rules of one group with their reviews, at least one. */
export interface Group {
  readonly id: string;
  readonly reviews: readonly [ReviewedRule, ...ReviewedRule[]];
}

/** A group for each rule; of other publishers several rules may share one. Ids must differ, and not be empty. */
export const groupsOf = (reviews: readonly ReviewedRule[]): readonly Group[] =>
  [...groupBy(reviews, ({ rule }) => groupXccdfId(writtenGroupId(rule)))].map(([id, members]) => ({
    id,
    reviews: members,
  }));

export const groupElement = ({ id, reviews }: Group): XmlTree =>
  cdf(
    'Group',
    [cdfText('title', reviews[0].rule.groupTitle), ...reviews.map(({ rule }) => ruleElement(rule))],
    [['id', id]],
  );

const ruleElement = (rule: Rule): XmlTree =>
  cdf(
    'Rule',
    [
      cdfText('version', rule.stigId),
      cdfText('title', rule.title),
      // DISA packs the discussion and more into escaped tags, which readers would show as they stand.
      cdfText('description', rule.discussion),
      ...referenceElements(rule),
      ...identElements(rule),
      cdfText('fixtext', rule.fixText, attributeIf('fixref', rule.fixId)),
      ...(rule.fixId === '' ? [] : [cdf('fix', [], [['id', rule.fixId]])]),
      cdf(
        'check',
        [
          cdf(
            'check-content-ref',
            [],
            [
              ['href', rule.checkContentRefHref],
              ['name', rule.checkContentRefName],
            ],
          ),
          cdfText('check-content', rule.checkContent),
        ],
        [['system', rule.checkSystem]],
      ),
    ],
    [['id', ruleXccdfId(rule.ruleId)], ['severity', rule.severity], ...attributeIf('weight', rule.weight, weightType)],
  );

/** None beside a rule without ident: MITRE's converter would look there for one and refuse the file. */
const referenceElements = ({ reference, ccis, legacyIds }: Rule): readonly XmlTree[] =>
  ccis.length + legacyIds.length === 0
    ? []
    : [
        cdf('reference', [
          textElement('dc:title', reference.title),
          textElement('dc:publisher', reference.publisher),
          textElement('dc:type', reference.type),
          textElement('dc:subject', reference.subject),
          textElement('dc:identifier', reference.identifier),
        ]),
      ];
