import { emptyRule } from '../../model/benchmark.js';
import type { SeverityOverride, Status } from '../../model/checklist.js';
import { plainWeight } from '../../text/weight.js';
import { elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { ReadReview } from '../reading/finish.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf, classificationOf, severityOf } from '../reading/words.js';
import { statusNames } from '../status.js';

type SpotOf = (element: XmlElement, property?: string) => Spot;

/** Attributes that hold a text, which is not trimmed. */
const texts = [
  'Vuln_Discuss',
  'IA_Controls',
  'Check_Content',
  'Fix_Text',
  'False_Positives',
  'False_Negatives',
  'Mitigations',
  'Potential_Impact',
  'Third_Party_Tools',
  'Mitigation_Control',
  'Responsibility',
  'Security_Override_Guidance',
] as const;

/** Attributes that hold a word or a name. */
const words = [
  'Vuln_Num',
  'Severity',
  'Group_Title',
  'Rule_ID',
  'Rule_Ver',
  'Rule_Title',
  'Documentable',
  'Check_Content_Ref',
  'Weight',
  'Class',
  'STIGRef',
  'TargetKey',
  'STIG_UUID',
] as const;

type Name = (typeof texts)[number] | (typeof words)[number];

const known = new Set<string>([...texts, ...words]);

/** Reads a VULN: the rule's texts from STIG_DATA, and the review. `stigUuid`: that of STIG_INFO, which STIG_UUID repeats. */
export const readVuln = (vuln: XmlElement, stigUuid: string, report: Report, spotOf: SpotOf): ReadReview => {
  const { attribute, legacyIds, ccis } = attributesOf(vuln, report, spotOf);
  const word = (name: (typeof words)[number]) => attribute(name).trim();
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
      ccis,
      legacyIds,
      reference: { ...emptyRule.reference, identifier: word('TargetKey') },
    },
    status: statusOf(vuln, report, spotOf(vuln, `${groupId} STATUS`)),
    findingDetails: field('FINDING_DETAILS'),
    comments: field('COMMENTS'),
    severityOverride: overrideOf(field('SEVERITY_OVERRIDE'), field('SEVERITY_JUSTIFICATION'), severity, report, spot),
    ...classificationOf(attribute('Class')),
  };
};

interface Attributes {
  readonly attribute: (name: Name) => string;
  readonly legacyIds: readonly string[];
  readonly ccis: readonly string[];
}

/** STIG_DATA by name; of repeated ones the first, LEGACY_ID and CCI_REF aside, and unknown ones are left behind. */
const attributesOf = (vuln: XmlElement, report: Report, spotOf: SpotOf): Attributes => {
  const found = new Map<string, string>();
  const legacyIds: string[] = [];
  const ccis: string[] = [];
  for (const data of elementsOf(vuln, 'STIG_DATA')) {
    const name = textOf(firstOf(data, 'VULN_ATTRIBUTE') ?? data).trim();
    const value = firstOf(data, 'ATTRIBUTE_DATA');
    const text = value === undefined ? '' : asLf(textOf(value));
    if (name === 'LEGACY_ID' || name === 'CCI_REF') {
      if (text.trim() !== '') (name === 'LEGACY_ID' ? legacyIds : ccis).push(text.trim());
    } else if (!known.has(name)) report.leave(name, spotOf(data), text);
    else if (found.has(name)) report.leave(`another ${name}`, spotOf(data), text);
    else found.set(name, text);
  }
  return { attribute: (name) => found.get(name) ?? '', legacyIds, ccis };
};

const fieldNames = ['FINDING_DETAILS', 'COMMENTS', 'SEVERITY_OVERRIDE', 'SEVERITY_JUSTIFICATION'] as const;

const fieldsOf = (
  vuln: XmlElement,
  report: Report,
  spotOf: SpotOf,
): ((name: (typeof fieldNames)[number]) => string) => {
  const found = new Map<string, string>();
  for (const child of elementsOf(vuln)) {
    if (child.name === 'STIG_DATA' || child.name === 'STATUS') continue;
    const text = asLf(textOf(child));
    if (!fieldNames.some((name) => name === child.name)) report.leave(child.name, spotOf(child), text);
    else if (found.has(child.name)) report.leave(`another ${child.name}`, spotOf(child), text);
    else found.set(child.name, text);
  }
  return (name) => found.get(name) ?? '';
};

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

const overrideOf = (
  severity: string,
  justification: string,
  ofRule: SeverityOverride['severity'],
  report: Report,
  spot: Spot,
): SeverityOverride | undefined => {
  if (severity.trim() !== '') return { severity: severityOf(severity, report, spot), justification };
  if (justification.trim() === '') return undefined;
  report.say('reading-override-without-severity', spot, { readAs: ofRule });
  return { severity: ofRule, justification };
};
