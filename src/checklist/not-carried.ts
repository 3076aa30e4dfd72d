import { type CarriedField, carries } from '../formats/carries.js';
import { type FormatName, formatNames } from '../model/format-names.js';
import { assetFields, reviewFields, ruleIdentityFields, ruleTextFields } from './compare.js';

/** An override's severity stands in XCCDF in the place of the rule's: one that equals it cannot be told. */
const rowOfReview = (field: (typeof reviewFields)[number]): CarriedField => {
  switch (field) {
    case 'severityOverride.severity':
      return carries.override.severity;
    case 'severityOverride.justification':
      return carries.override.justification;
    default:
      return carries.review[field];
  }
};

/** Every field that checklists are compared by and a format may not keep, with its row of the loss table. */
const compared: readonly (readonly [field: string, row: CarriedField])[] = [
  ...assetFields.map((field) => [field, carries.asset[field]] as const),
  ...[...ruleIdentityFields, ...ruleTextFields].map((field) => [field, carries.rule[field]] as const),
  ...reviewFields.map((field) => [field, rowOfReview(field)] as const),
  ['stig.classification', carries.stig.classification],
];

/** What a format does not keep as it is, of the fields that checklists are compared by: it is not compared where one of two files is in that format. */
export const notCarried = Object.fromEntries(
  formatNames.map((format) => [
    format,
    compared.filter(([, { fates }]) => fates[format] !== 'kept').map(([field]) => field),
  ]),
) as unknown as Readonly<Record<FormatName, readonly string[]>>;
