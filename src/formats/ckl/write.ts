import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule, Tool } from '../../model/checklist.js';
import { element, textElement, type XmlTree } from '../../xml/element.js';
import { serializeXml } from '../../xml/serialize.js';
import { writtenGroupId } from '../group-id.js';
import type { TextOptions } from '../portable.js';
import { statusNames } from '../status.js';
import type { Written } from '../written.js';
import { fitCkl } from './fit.js';

/**
 * Writes a checklist as CKL, the format of STIG Viewer 2 (schema: U_Checklist_Schema 2.5, whose sequences are strict), laid
 * out as STIG Viewer 2.17 does it.
 *
 * @param tool is named in the leading comment
 * @returns diagnostics: those of `fitCkl`, and `override-unwritable` for a severity that CKL has no word for
 */
export const toCkl = (checklist: Checklist, tool: Tool, texts: TextOptions = {}): Written => {
  const fitted = fitCkl(checklist, texts);
  const comment = `${tool.name} :: ${tool.version}`;
  return {
    text: serializeXml(toCklTree(fitted.checklist), { comment, emptyTags: true }),
    checklist: fitted.checklist,
    diagnostics: [...fitted.diagnostics, ...unwritableOverrides(fitted.checklist)],
  };
};

/** The checklist as CKL's element tree. */
export const toCklTree = (checklist: Checklist): XmlTree =>
  element('CHECKLIST', [
    assetElement(checklist.asset, checklist.stigs[0]?.benchmark.targetKey ?? ''),
    element('STIGS', checklist.stigs.map(stigElement)),
  ]);

const assetElement = (asset: Asset, targetKey: string): XmlTree =>
  element(
    'ASSET',
    [
      ['ROLE', asset.role],
      ['ASSET_TYPE', asset.assetType],
      ['MARKING', asset.marking],
      ['HOST_NAME', asset.hostName],
      ['HOST_IP', asset.ipAddresses.join('\n')],
      ['HOST_MAC', asset.macAddresses.join('\n')],
      ['HOST_FQDN', asset.fqdn],
      ['TARGET_COMMENT', asset.comment],
      ['TECH_AREA', asset.techArea],
      ['TARGET_KEY', targetKey],
      ['WEB_OR_DATABASE', String(asset.webOrDatabase)],
      ['WEB_DB_SITE', asset.webDbSite],
      ['WEB_DB_INSTANCE', asset.webDbInstance],
    ].map(([name = '', text = '']) => textElement(name, text)),
  );

const stigElement = (stig: ChecklistStig): XmlTree =>
  element('iSTIG', [infoElement(stig), ...stig.reviews.map((review) => vulnElement(review, stig))]);

const infoElement = ({ benchmark, uuid, classification }: ChecklistStig): XmlTree =>
  element('STIG_INFO', [
    infoData('version', benchmark.version),
    infoData('classification', classification ?? 'UNCLASSIFIED'),
    element('SI_DATA', [textElement('SID_NAME', 'customname')]),
    infoData('stigid', benchmark.id),
    infoData('description', benchmark.description),
    infoData('filename', benchmark.filename),
    infoData('releaseinfo', benchmark.releaseInfo),
    infoData('title', benchmark.title),
    infoData('uuid', uuid),
    infoData('notice', benchmark.noticeId),
    infoData('source', benchmark.source),
  ]);

const infoData = (name: string, text: string): XmlTree =>
  element('SI_DATA', [textElement('SID_NAME', name), textElement('SID_DATA', text)]);

const vulnElement = (review: ReviewedRule, stig: ChecklistStig): XmlTree =>
  element('VULN', [
    ...ruleAttributes(review, stig).map(([name, text]) =>
      element('STIG_DATA', [textElement('VULN_ATTRIBUTE', name), textElement('ATTRIBUTE_DATA', text)]),
    ),
    textElement('STATUS', statusNames[review.status].ckl),
    textElement('FINDING_DETAILS', review.findingDetails),
    textElement('COMMENTS', review.comments),
    textElement('SEVERITY_OVERRIDE', overrideWord(review)),
    textElement('SEVERITY_JUSTIFICATION', review.severityOverride?.justification ?? ''),
  ]);

const ruleAttributes = (
  { rule, classification }: ReviewedRule,
  stig: ChecklistStig,
): readonly (readonly [name: string, text: string])[] => [
  ['Vuln_Num', writtenGroupId(rule)],
  ['Severity', rule.severity],
  ['Group_Title', rule.groupTitle],
  ['Rule_ID', rule.ruleId],
  ['Rule_Ver', rule.stigId],
  ['Rule_Title', rule.title],
  ['Vuln_Discuss', rule.discussion],
  ['IA_Controls', rule.iaControls],
  ['Check_Content', rule.checkContent],
  ['Fix_Text', rule.fixText],
  ['False_Positives', rule.falsePositives],
  ['False_Negatives', rule.falseNegatives],
  ['Documentable', rule.documentable],
  ['Mitigations', rule.mitigations],
  ['Potential_Impact', rule.potentialImpacts],
  ['Third_Party_Tools', rule.thirdPartyTools],
  ['Mitigation_Control', rule.mitigationControl],
  ['Responsibility', rule.responsibility],
  ['Security_Override_Guidance', rule.severityOverrideGuidance],
  ['Check_Content_Ref', rule.checkContentRefName],
  ['Weight', rule.weight],
  ['Class', classification ?? 'Unclass'],
  ['STIGRef', stigReference(stig)],
  ['TargetKey', rule.reference.identifier],
  ['STIG_UUID', stig.uuid],
  ...legacyIds(rule.legacyIds).map((id) => ['LEGACY_ID', id] as const),
  ...rule.ccis.map((cci) => ['CCI_REF', cci] as const),
];

const stigReference = ({ benchmark }: ChecklistStig): string =>
  `${benchmark.title} :: Version ${benchmark.version}, ${benchmark.releaseInfo}`;

/** STIG Viewer writes LEGACY_ID twice, empty where a rule has none. */
const legacyIds = (ids: readonly string[]): readonly string[] => [...ids, '', ''].slice(0, Math.max(2, ids.length));

/** The schema knows low, medium and high. */
const overrideWord = ({ severityOverride }: ReviewedRule): string =>
  severityOverride === undefined || severityOverride.severity === 'unknown' ? '' : severityOverride.severity;

const unwritableOverrides = (checklist: Checklist): readonly Diagnostic[] =>
  checklist.stigs
    .flatMap((stig) => stig.reviews)
    .filter((review) => review.severityOverride?.severity === 'unknown')
    .map((review) =>
      diagnostic(
        'override-unwritable',
        { property: `${review.rule.groupId} severityOverride` },
        { severity: 'unknown' },
      ),
    );
