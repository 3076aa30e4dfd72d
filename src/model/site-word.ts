import type { ReadPropertyName } from './connector.js';
import type { Truth } from './review.js';
import type { TransportWord } from './transport-config.js';

/**
 * What the site states about one connector for one rule: what only its Email Domain Security Plan (EDSP) and its
 * people know. What is missing was not stated, and is unknown.
 */
export interface SiteWord {
  /** The assessor has read the plan: only then is its silence an answer. */
  readonly planReviewed: boolean;
  readonly internetFacing: Truth;
  /** The site's smart hosts, addresses and names. */
  readonly smartHosts?: readonly string[] | undefined;
  readonly internalSmtpDomains?: readonly string[] | undefined;
  /** The validation method that the plan has for this connector. */
  readonly validationMethod?: 'DomainValidation' | 'DomainSecureEnabled' | undefined;
  /** Sizes as ../evidence/sizes.ts writes them. */
  readonly maxSendSize: { readonly configured?: string | undefined; readonly documented?: string | undefined };
  /** The properties with a value that is signed off, with risk acceptance, as a deviation from the rule. */
  readonly deviations: ReadonlySet<ReadPropertyName>;
  readonly nameIsClear: Truth;
  /** From exports of Get-TransportConfig, which are evidence and not the site's word. */
  readonly transport?: TransportWord | undefined;
  /** Who stated each of them, since when and until when, in words. */
  readonly by?: Readonly<Partial<Record<SiteField, string>>> | undefined;
}

/** A site file among the evidence. */
export interface SiteEvidence {
  readonly path: string;
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly statedBy?: string | undefined;
  readonly statedOn?: string | undefined;
  /** When the assessor read the Email Domain Security Plan, and which one. */
  readonly planReviewedOn?: string | undefined;
  readonly plan?: string | undefined;
}

/** A thing that the site can state. */
export type SiteField =
  | 'planReviewed'
  | 'internetFacing'
  | 'smartHosts'
  | 'internalSmtpDomains'
  | 'validationMethod'
  | 'configuredSize'
  | 'documentedSize'
  | 'deviations'
  | 'nameIsClear';

/** The word of a site that states nothing. */
export const nothingSaid: SiteWord = {
  planReviewed: false,
  internetFacing: 'unknown',
  maxSendSize: {},
  deviations: new Set(),
  nameIsClear: 'unknown',
};

/** The same word without one of its statements. */
export const without = (site: SiteWord, field: SiteField): SiteWord => {
  const { maxSendSize } = site;
  switch (field) {
    case 'configuredSize':
      return { ...site, maxSendSize: { documented: maxSendSize.documented } };
    case 'documentedSize':
      return { ...site, maxSendSize: { configured: maxSendSize.configured } };
    default:
      return { ...site, [field]: nothingSaid[field] };
  }
};

/** The keys of a site file that state each of them (schemas/site.schema.json). */
export const siteKeys: Readonly<Record<SiteField, string>> = {
  planReviewed: 'edsp',
  internetFacing: 'internetFacing or notInternetFacing',
  smartHosts: 'smartHosts',
  internalSmtpDomains: 'internalSmtpDomains',
  validationMethod: 'validationMethod',
  configuredSize: 'maxSendSize.configured',
  documentedSize: 'maxSendSize.documented',
  deviations: 'deviations',
  nameIsClear: 'names',
};
