import type { Asset, Checklist, ChecklistStig, ReviewedRule } from '../../model/checklist.js';
import { writtenGroupId } from '../group-id.js';
import { type TextOptions, toPortable } from '../portable.js';
import type { Written } from '../written.js';

export interface CklbOptions extends TextOptions {
  /** Leave out what STIG Viewer 3 writes although its schema does not allow it: `stigs[].version`, `target_data.classification`. */
  readonly strict: boolean;
}

/**
 * Writes a checklist as CKLB, the format of STIG Viewer 3 (JSON; schema: STIG Viewer 3 Checklist 1.0), with its properties in
 * the order in which STIG Viewer 3 writes them.
 *
 * @returns diagnostics: those of `toPortable`
 */
export const toCklb = (checklist: Checklist, options: CklbOptions): Written => {
  const portable = toPortable(checklist, options);
  const text = JSON.stringify(toCklbTree(portable.checklist, options), null, 2);
  return { ...portable, text: `${text}\n` };
};

/** The checklist as CKLB's JSON value. */
export const toCklbTree = (checklist: Checklist, options: CklbOptions) => ({
  title: checklist.title,
  id: checklist.id,
  stigs: checklist.stigs.map((stig) => stigObject(stig, options)),
  active: false,
  mode: 2,
  has_path: true,
  target_data: targetData(checklist.asset, options),
  cklb_version: '1.0',
});

const targetData = (asset: Asset, { strict }: CklbOptions) => ({
  target_type: asset.assetType,
  host_name: asset.hostName,
  ip_address: asset.ipAddresses.join('\n'),
  mac_address: asset.macAddresses.join('\n'),
  fqdn: asset.fqdn,
  comments: asset.comment,
  role: asset.role,
  is_web_database: asset.webOrDatabase,
  technology_area: asset.techArea,
  web_db_site: asset.webDbSite,
  web_db_instance: asset.webDbInstance,
  ...(strict ? {} : { classification: null }),
});

const stigObject = (stig: ChecklistStig, { strict }: CklbOptions) => ({
  stig_name: stig.benchmark.title,
  display_name: stig.benchmark.title.replace(' Security Technical Implementation Guide', ''),
  stig_id: stig.benchmark.id,
  release_info: stig.benchmark.releaseInfo,
  // A string: a number breaks importers.
  ...(strict ? {} : { version: stig.benchmark.version }),
  uuid: stig.uuid,
  reference_identifier: stig.benchmark.targetKey,
  size: stig.benchmark.ruleCount,
  rules: stig.reviews.map((review) => ruleObject(review, stig)),
});

const ruleObject = (review: ReviewedRule, stig: ChecklistStig) => {
  const { rule, severityOverride } = review;
  const groupId = writtenGroupId(rule);
  return {
    group_id_src: groupId,
    group_tree: [{ id: groupId, title: rule.groupTitle, description: '<GroupDescription></GroupDescription>' }],
    group_id: groupId,
    severity: rule.severity,
    // STIG Viewer 3 has the rule's title here; the group's is in group_tree.
    group_title: rule.title,
    rule_id_src: rule.ruleId,
    rule_id: rule.ruleId.replace(/_rule$/, ''),
    rule_version: rule.stigId,
    rule_title: rule.title,
    fix_text: rule.fixText,
    weight: rule.weight,
    check_content: rule.checkContent,
    check_content_ref: { href: rule.checkContentRefHref, name: rule.checkContentRefName },
    classification: review.classification ?? 'Unclassified',
    discussion: rule.discussion,
    false_positives: rule.falsePositives,
    false_negatives: rule.falseNegatives,
    documentable: rule.documentable,
    security_override_guidance: rule.severityOverrideGuidance,
    potential_impacts: rule.potentialImpacts,
    third_party_tools: rule.thirdPartyTools,
    ia_controls: rule.iaControls,
    responsibility: rule.responsibility,
    mitigations: rule.mitigations,
    mitigation_control: rule.mitigationControl,
    legacy_ids: rule.legacyIds,
    ccis: rule.ccis,
    reference_identifier: rule.reference.identifier,
    uuid: review.uuid,
    stig_uuid: stig.uuid,
    status: review.status,
    overrides:
      severityOverride === undefined
        ? {}
        : { severity: { severity: severityOverride.severity, reason: severityOverride.justification } },
    comments: review.comments,
    finding_details: review.findingDetails,
  };
};
