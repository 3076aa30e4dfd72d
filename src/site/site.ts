import type { ReadPropertyName } from '../model/connector.js';
import type { Place } from '../model/place.js';

/** A site file as it was read (schemas/site.schema.json): what the site states, before it is decided what counts. */
export interface Site {
  readonly file: string;
  readonly sha256: string;
  readonly place: Place;
  readonly statedBy?: string | undefined;
  /** All dates are days, `2026-01-31`. */
  readonly statedOn?: string | undefined;
  readonly hosts: readonly string[];
  /** The Email Domain Security Plan. */
  readonly plan: {
    readonly title?: string | undefined;
    readonly version?: string | undefined;
    readonly reviewedOn?: string | undefined;
  };
  readonly enclave?: string | undefined;
  readonly smartHosts?: readonly string[] | undefined;
  readonly internalSmtpDomains?: readonly string[] | undefined;
  /** As ../evidence/sizes.ts writes them. */
  readonly maxSendSize: { readonly configured?: string | undefined; readonly documented?: string | undefined };
  readonly namesReviewedOn?: string | undefined;
  /** Statements about one connector each, in the order of the file. */
  readonly decisions: readonly Decision[];
}

export type DecisionKind =
  | 'internetFacing'
  | 'notInternetFacing'
  | 'validationMethod'
  | 'deviation'
  | 'acceptance'
  | 'clear'
  | 'unclear';

/** What the site decided about one connector. */
export interface Decision {
  readonly kind: DecisionKind;
  /** Where in the file, as people write it: `deviations[0]`. */
  readonly path: string;
  readonly place: Place;
  /** A name or a Guid. */
  readonly connector: string;
  /** The values that it was decided for, as `saidValue` writes them; if the connector has others, it has lapsed. */
  readonly values: ReadonlyMap<ReadPropertyName, string>;
  /** The STIG ID of the rule that it is about; without one, it is about every rule that asks for it. */
  readonly rule?: string | undefined;
  readonly method?: 'DomainValidation' | 'DomainSecureEnabled' | undefined;
  readonly reason?: string | undefined;
  /** For deviations and acceptances: who, when, the reference, and the last day on which it counts. */
  readonly signed?: Signature | undefined;
}

export interface Signature {
  readonly by: string;
  readonly on: string;
  readonly reference: string;
  readonly expires: string;
}

/** The kinds that state whether a connector is internet-facing. */
export const isFacing = ({ kind }: Decision): boolean => kind === 'internetFacing' || kind === 'notInternetFacing';

/** The kinds that state whether a connector's name is clear. */
export const isName = ({ kind }: Decision): boolean => kind === 'clear' || kind === 'unclear';
