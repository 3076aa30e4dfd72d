import { repeatsHostName } from '../formats/ckl/fit.js';
import type { Rule } from '../model/benchmark.js';
import type { Asset, ReviewedRule } from '../model/checklist.js';
import { ipValue, macValue } from '../text/addresses.js';

export type FieldValue = string | boolean | readonly string[];

/** A field that differs. Neither value is shortened. */
export interface FieldChange {
  readonly field: string;
  readonly old: FieldValue;
  readonly new: FieldValue;
}

/** The fields of an asset that are compared: all. */
export const assetFields = [
  'hostName',
  'fqdn',
  'ipAddresses',
  'macAddresses',
  'role',
  'assetType',
  'marking',
  'techArea',
  'comment',
  'webOrDatabase',
  'webDbSite',
  'webDbInstance',
] as const satisfies readonly (keyof Asset)[];

/** The fields of a rule that are compared as they are. */
export const ruleIdentityFields = [
  'groupId',
  'groupTitle',
  'ruleId',
  'stigId',
  'severity',
  'weight',
  'ccis',
  'legacyIds',
] as const satisfies readonly (keyof Rule)[];

/** The texts of a rule that are compared; white space aside, which every format and program breaks in its own way. */
export const ruleTextFields = [
  'title',
  'discussion',
  'checkContent',
  'fixText',
  'falsePositives',
  'falseNegatives',
  'documentable',
  'mitigations',
  'severityOverrideGuidance',
  'potentialImpacts',
  'thirdPartyTools',
  'mitigationControl',
  'responsibility',
  'iaControls',
] as const satisfies readonly (keyof Rule)[];

/** A rule's review, by field; a missing override has empty texts. */
export const reviewFields = [
  'status',
  'findingDetails',
  'comments',
  'severityOverride.severity',
  'severityOverride.justification',
  // Unless it is unclassified.
  'classification',
] as const;

/** Addresses are compared by their value, not by how they are written. */
export const compareAssets = (old: Asset, now: Asset): readonly FieldChange[] =>
  assetFields.flatMap((field) =>
    changeOf(field, meaningOf(old, field), meaningOf(now, field)).map((change) => ({
      ...change,
      old: old[field],
      new: now[field],
    })),
  );

const meaningOf = (asset: Asset, field: (typeof assetFields)[number]): FieldValue => {
  switch (field) {
    case 'fqdn':
      return repeatsHostName(asset) ? '' : asset.fqdn;
    case 'ipAddresses':
      return asset.ipAddresses.map((address) => ipValue(address) ?? address);
    case 'macAddresses':
      return asset.macAddresses.map((address) => macValue(address) ?? address);
    default:
      return asset[field];
  }
};

/** Ids, severity, weight, CCIs and texts. Ids of checks and fixes are left out: CKL and CKLB have no place for them. */
export const compareRules = (old: Rule, now: Rule): readonly FieldChange[] => [
  ...ruleIdentityFields.flatMap((field) =>
    field === 'weight' && weightOf(old) === weightOf(now) ? [] : changeOf(field, old[field], now[field]),
  ),
  ...ruleTextFields.flatMap((field) =>
    sameWords(old[field], now[field]) ? [] : [{ field, old: old[field], new: now[field] }],
  ),
];

/** XCCDF 1.2, 6.4.4.2: 1.0 where none is written. */
const weightOf = ({ weight }: Rule): number => Number(weight || '1.0');

export const compareReviews = (old: ReviewedRule, now: ReviewedRule): readonly FieldChange[] =>
  reviewFields.flatMap((field) => changeOf(field, reviewValue(old, field), reviewValue(now, field)));

/** True where two texts differ in white space only. */
export const sameWords = (a: string, b: string): boolean => words(a) === words(b);

/** The change of one field, or nothing where the values are equal. */
export const changeOf = (field: string, old: FieldValue, now: FieldValue): readonly FieldChange[] =>
  old === now || (typeof old === 'object' && JSON.stringify(old) === JSON.stringify(now))
    ? []
    : [{ field, old, new: now }];

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

const reviewValue = (review: ReviewedRule, field: (typeof reviewFields)[number]): string => {
  switch (field) {
    case 'severityOverride.severity':
      return review.severityOverride?.severity ?? '';
    case 'severityOverride.justification':
      return review.severityOverride?.justification ?? '';
    case 'classification':
      return review.classification ?? '';
    default:
      return review[field];
  }
};
