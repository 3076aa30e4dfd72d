import type { FormatName } from '../model/format-names.js';

/**
 * What a format has no place for, of the fields that checklists are compared by: it is not compared where one of the two
 * files is in that format. CKL carries them all.
 */
export const notCarried: Readonly<Record<FormatName, readonly string[]>> = {
  ckl: [],
  cklb: ['marking'],
  xccdf: [
    'role',
    'assetType',
    'marking',
    'techArea',
    'comment',
    'webOrDatabase',
    'webDbSite',
    'webDbInstance',
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
    // An override's severity stands in the place of the rule's: one that equals it cannot be told.
    'severityOverride.severity',
    'severityOverride.justification',
    'classification',
    'stig.classification',
  ],
};
