import type { Status } from '../model/checklist.js';

export type CklStatus = 'NotAFinding' | 'Open' | 'Not_Applicable' | 'Not_Reviewed';

/** The XCCDF results that are written; a reader meets more of them. */
export type XccdfResult = 'pass' | 'fail' | 'notapplicable' | 'notchecked';

/** A status in the words of each format; CKLB's are the model's own. */
export const statusNames: Readonly<Record<Status, { readonly ckl: CklStatus; readonly xccdf: XccdfResult }>> = {
  not_a_finding: { ckl: 'NotAFinding', xccdf: 'pass' },
  open: { ckl: 'Open', xccdf: 'fail' },
  not_applicable: { ckl: 'Not_Applicable', xccdf: 'notapplicable' },
  not_reviewed: { ckl: 'Not_Reviewed', xccdf: 'notchecked' },
};
