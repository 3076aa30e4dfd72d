import type { Rule } from '../../model/benchmark.js';
import { textElement, type XmlTree } from '../../xml/element.js';
import { attributeIf, cdf, cdfText, groupXccdfId, ruleXccdfId, weightType } from './names.js';
import { identElements } from './test-result.js';

/** The rules of one group, at least one. */
export interface Group {
  readonly id: string;
  readonly rules: readonly [Rule, ...Rule[]];
}

/** A group for each rule; of other publishers several rules may share one. Ids must differ, and not be empty. */
export const groupsOf = (rules: readonly Rule[]): readonly Group[] => {
  const groups = new Map<string, [Rule, ...Rule[]]>();
  for (const rule of rules) {
    const id = groupXccdfId(rule.groupId || rule.ruleId);
    const same = groups.get(id);
    if (same === undefined) groups.set(id, [rule]);
    else same.push(rule);
  }
  return [...groups].map(([id, members]) => ({ id, rules: members }));
};

export const groupElement = ({ id, rules }: Group): XmlTree =>
  cdf('Group', [cdfText('title', rules[0].groupTitle), ...rules.map(ruleElement)], [['id', id]]);

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
