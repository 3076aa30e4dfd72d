import type { AskedServer, Evidence, LatestChange } from './connector.js';
import type { Place } from './place.js';
import type { Property } from './property.js';

/** The transport configuration of the organisation or, if exported on an Edge, of that server. */
export interface TransportConfig {
  readonly place: Place;
  /** As ../evidence/sizes.ts writes it. */
  readonly maxSendSize: Property<string>;
  readonly tlsSendDomainSecureList: Property<readonly string[]>;
  readonly changed?: LatestChange | undefined;
  /** The servers that were queried, according to the export. */
  readonly asked?: readonly AskedServer[] | undefined;
}

/** An export of Get-TransportConfig among the evidence. */
export type TransportEvidence = Omit<Evidence, 'connectors' | 'part'>;

/** All exports of Get-TransportConfig combined, as the rules use them. */
export interface TransportWord {
  /** The sizes for MaxSendSize: several contradict each other, none means unknown. */
  readonly maxSendSizes: readonly string[];
  /** TLSSendDomainSecureList; undefined if it is unknown or contradictory. */
  readonly secureDomains?: readonly string[] | undefined;
  /** Whether something in them is in doubt. */
  readonly isDoubtful: boolean;
  /** The files, in words. */
  readonly by: string;
}
