import type { ReadPropertyName } from './connector.js';
import type { Truth } from './review.js';

/**
 * What the site says beside the export, of one connector and for one rule: what only its Email Domain Security Plan (EDSP) and its
 * people know. What is left out was not said, which is unknown, never an answer.
 */
export interface SiteWord {
  /** The assessor has read the plan: only then is its silence an answer. */
  readonly planReviewed: boolean;
  readonly internetFacing: Truth;
  /** The site's smart hosts, addresses and names. */
  readonly smartHosts?: readonly string[] | undefined;
  readonly internalSmtpDomains?: readonly string[] | undefined;
  /** By what the plan has this connector validate. */
  readonly validationMethod?: 'DomainValidation' | 'DomainSecureEnabled' | undefined;
  /** Sizes as ../evidence/sizes.ts writes them. */
  readonly maxSendSize: { readonly configured?: string | undefined; readonly documented?: string | undefined };
  /** The properties whose very value is signed off, with risk acceptance, as a deviation from the rule. */
  readonly deviations: ReadonlySet<ReadPropertyName>;
  readonly nameIsClear: Truth;
}

/** The word of a site that says nothing. */
export const nothingSaid: SiteWord = {
  planReviewed: false,
  internetFacing: 'unknown',
  maxSendSize: {},
  deviations: new Set(),
  nameIsClear: 'unknown',
};
