import { emptyRule } from '../../model/benchmark.js';
import type { Status } from '../../model/checklist.js';
import { plainWeight } from '../../text/weight.js';
import { elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { ReadReview } from '../reading/finish.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf, classificationOf, overrideOf, severityOf } from '../reading/words.js';
import { statusNames } from '../status.js';
import { byName, pairsIn, type SpotOf, vulnAttributes } from './names.js';

/** Reads a VULN: the rule's texts from STIG_DATA, and the review. `stigUuid`: that of STIG_INFO, which STIG_UUID repeats. */
export const readVuln = (vuln: XmlElement, stigUuid: string, report: Report, spotOf: SpotOf): ReadReview => {
  const data = pairsIn([vuln], 'STIG_DATA', 'VULN_ATTRIBUTE', 'ATTRIBUTE_DATA');
  const attribute = byName(
    data.filter(([name]) => name !== 'LEGACY_ID' && name !== 'CCI_REF'),
    attributes,
    report,
    spotOf,
  );
  const word = (name: (typeof vulnAttributes)[number]) => attribute(name).trim();
  const wordsOf = (name: string) => data.flatMap(([one, text]) => (one === name && text.trim() ? [text.trim()] : []));
  const groupId = word('Vuln_Num');
  const spot = spotOf(vuln, groupId || word('Rule_ID'));
  const field = fieldsOf(vuln, report, spotOf);
  if (word('STIG_UUID') !== stigUuid) report.leaveId('STIG_UUID', spot, word('STIG_UUID'));
  report.leaveId('STIGRef', spot, word('STIGRef').includes(' :: Version ') ? '' : word('STIGRef'));
  const severity = severityOf(attribute('Severity'), report, spot);
  return {
    spot,
    uuid: '',
    rule: {
      ...emptyRule,
      groupId,
      groupTitle: word('Group_Title'),
      ruleId: word('Rule_ID'),
      stigId: word('Rule_Ver'),
      title: word('Rule_Title'),
      severity,
      weight: plainWeight(word('Weight')),
      discussion: attribute('Vuln_Discuss'),
      falsePositives: attribute('False_Positives'),
      falseNegatives: attribute('False_Negatives'),
      documentable: word('Documentable'),
      mitigations: attribute('Mitigations'),
      severityOverrideGuidance: attribute('Security_Override_Guidance'),
      potentialImpacts: attribute('Potential_Impact'),
      thirdPartyTools: attribute('Third_Party_Tools'),
      mitigationControl: attribute('Mitigation_Control'),
      responsibility: attribute('Responsibility'),
      iaControls: attribute('IA_Controls'),
      checkContentRefName: word('Check_Content_Ref'),
      checkContent: attribute('Check_Content'),
      fixText: attribute('Fix_Text'),
      ccis: wordsOf('CCI_REF'),
      legacyIds: wordsOf('LEGACY_ID'),
      reference: { ...emptyRule.reference, identifier: word('TargetKey') },
    },
    status: statusOf(vuln, report, spotOf(vuln, `${groupId} STATUS`)),
    findingDetails: field('FINDING_DETAILS'),
    comments: field('COMMENTS'),
    severityOverride: overrideOf(field('SEVERITY_OVERRIDE'), field('SEVERITY_JUSTIFICATION'), severity, report, spot),
    ...classificationOf(attribute('Class')),
  };
};

const attributes = new Set(vulnAttributes);
const fieldNames = new Set(['FINDING_DETAILS', 'COMMENTS', 'SEVERITY_OVERRIDE', 'SEVERITY_JUSTIFICATION'] as const);

const fieldsOf = (vuln: XmlElement, report: Report, spotOf: SpotOf) =>
  byName(
    elementsOf(vuln)
      .filter(({ name }) => name !== 'STIG_DATA' && name !== 'STATUS')
      .map((child) => [child.name, asLf(textOf(child)), child]),
    fieldNames,
    report,
    spotOf,
  );

const statuses = Object.entries(statusNames) as readonly [Status, (typeof statusNames)[Status]][];

/** Only what is exactly one of the four words, and there once, is a status: what is garbled must not become a pass. */
const statusOf = (vuln: XmlElement, report: Report, spot: Spot): Status => {
  const found = elementsOf(vuln, 'STATUS').map((element) => textOf(element).trim());
  const status = found.length === 1 ? statuses.find(([, { ckl }]) => ckl === found[0])?.[0] : undefined;
  if (status === undefined)
    report.say('reading-status-unknown', spot, {
      status: found.join('" and "'),
      statuses: statuses.map(([, { ckl }]) => ckl).join(', '),
    });
  return status ?? 'not_reviewed';
};
