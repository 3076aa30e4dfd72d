import { emptyRule, type RuleSeverity } from '../../model/benchmark.js';
import type { SeverityOverride, Status } from '../../model/checklist.js';
import { plainWeight } from '../../text/weight.js';
import type { ReadReview } from '../reading/finish.js';
import type { Report } from '../reading/report.js';
import { classificationOf, overrideOf, severityOf } from '../reading/words.js';
import { statusNames } from '../status.js';
import { isObject, itemsOf, type Members, membersOf, wordsIn } from './json.js';

/** Reads a rule of a CKLB with its review. `stigUuid`: the STIG's own, which each rule repeats. */
export const readRule = (rule: Members, stigUuid: string, report: Report): ReadReview => {
  const groupId = rule.word('group_id') || rule.word('group_id_src');
  const spot = rule.spot();
  const severity = severityOf(rule.text('severity'), report, rule.spot('severity'));
  const contentRef = membersOf(rule.value('check_content_ref'), [...rule.path, 'check_content_ref'], report, () =>
    rule.spot('check_content_ref'),
  );
  const title = rule.word('rule_title');
  const read: ReadReview = {
    spot: () => ({ ...spot(), property: groupId || rule.path.join('.') }),
    uuid: rule.word('uuid'),
    rule: {
      ...emptyRule,
      groupId,
      groupTitle: groupTitleOf(rule, title, report),
      ruleId: ruleIdOf(rule, report),
      stigId: rule.word('rule_version'),
      title,
      severity,
      weight: plainWeight(rule.word('weight')),
      discussion: rule.text('discussion'),
      falsePositives: rule.text('false_positives'),
      falseNegatives: rule.text('false_negatives'),
      documentable: rule.word('documentable'),
      mitigations: rule.text('mitigations'),
      severityOverrideGuidance: rule.text('security_override_guidance'),
      potentialImpacts: rule.text('potential_impacts'),
      thirdPartyTools: rule.text('third_party_tools'),
      mitigationControl: rule.text('mitigation_control'),
      responsibility: rule.text('responsibility'),
      iaControls: rule.text('ia_controls'),
      checkContentRefName: contentRef.word('name'),
      checkContentRefHref: contentRef.word('href'),
      checkContent: rule.text('check_content'),
      fixText: rule.text('fix_text'),
      ccis: wordsIn(rule.value('ccis')),
      legacyIds: wordsIn(rule.value('legacy_ids')),
      reference: { ...emptyRule.reference, identifier: rule.word('reference_identifier') },
    },
    status: statusOf(rule, groupId, report),
    findingDetails: rule.text('finding_details'),
    comments: rule.text('comments'),
    severityOverride: overrideIn(rule, severity, report),
    ...classificationOf(rule.text('classification')),
  };
  if (rule.word('stig_uuid') !== stigUuid) report.leaveId('stig_uuid', rule.spot('stig_uuid'), rule.word('stig_uuid'));
  if (rule.word('group_id_src') !== groupId)
    report.leaveId('group_id_src', rule.spot('group_id_src'), rule.word('group_id_src'));
  contentRef.leaveRest();
  rule.leaveRest(['STIGUuid', 'createdAt', 'updatedAt', 'stig_ref', 'target_key']);
  return read;
};

/** STIG Viewer's rule_id lacks the ending that rule_id_src has. */
const ruleIdOf = (rule: Members, report: Report): string => {
  const source = rule.word('rule_id_src');
  const short = rule.word('rule_id');
  if (source === '')
    return short === '' || short.endsWith('_rule') || short.startsWith('xccdf_') ? short : `${short}_rule`;
  if (source.replace(/_rule$/, '') !== short.replace(/_rule$/, ''))
    report.leaveId('rule_id', rule.spot('rule_id'), short);
  return source;
};

const noDescription = '<GroupDescription></GroupDescription>';

/** STIG Viewer 3 has the rule's title as group_title, others the group's; group_tree has the group's. */
const groupTitleOf = (rule: Members, ruleTitle: string, report: Report): string => {
  const [inner, ...outer] = itemsOf(rule.value('group_tree')).toReversed();
  const short = rule.word('group_title');
  const group = isObject(inner) ? inner : {};
  const title = typeof group['title'] === 'string' ? group['title'].trim() : '';
  const { description } = group;
  if (typeof description === 'string' && description.trim() !== noDescription)
    report.leave('group_tree description', rule.spot('group_tree'), description);
  if (outer.length > 0) report.leave('group_tree', rule.spot('group_tree'), JSON.stringify(outer));
  if (title === '') return short === ruleTitle ? '' : short;
  if (short !== title && short !== ruleTitle) report.leaveId('group_title', rule.spot('group_title'), short);
  return title;
};

const statuses = Object.keys(statusNames) as readonly Status[];

/** Only what is exactly one of the four words is a status: what is garbled must not become a pass. */
const statusOf = (rule: Members, groupId: string, report: Report): Status => {
  const word = rule.word('status');
  const status = statuses.find((known) => known === word);
  if (status === undefined)
    report.say('reading-status-unknown', () => ({ ...rule.spot('status')(), property: `${groupId} status` }), {
      status: word,
      statuses: statuses.join(', '),
    });
  return status ?? 'not_reviewed';
};

const overrideIn = (rule: Members, ofRule: RuleSeverity, report: Report): SeverityOverride | undefined => {
  const path = [...rule.path, 'overrides'];
  const spotOf = () => rule.spot('overrides');
  const overrides = membersOf(rule.value('overrides'), path, report, spotOf);
  const severity = membersOf(overrides.value('severity'), [...path, 'severity'], report, spotOf);
  const word = severity.word('severity');
  const justification = severity.text('reason');
  severity.leaveRest();
  overrides.leaveRest();
  return overrideOf(word, justification, ofRule, report, rule.spot('overrides'));
};
