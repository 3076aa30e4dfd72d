import type { AskedServer, Evidence, LatestChange } from './connector.js';
import type { Place } from './place.js';
import type { Property } from './property.js';

/** What an export of Get-TransportConfig says of the organisation or, made on an Edge, of that server. */
export interface TransportConfig {
  readonly place: Place;
  /** As ../evidence/sizes.ts writes it. */
  readonly maxSendSize: Property<string>;
  readonly tlsSendDomainSecureList: Property<readonly string[]>;
  readonly changed?: LatestChange | undefined;
  /** The servers that the export says were asked. */
  readonly asked?: readonly AskedServer[] | undefined;
}

/** An export of Get-TransportConfig among the evidence. */
export type TransportEvidence = Omit<Evidence, 'connectors' | 'part'>;

/** What all exports of Get-TransportConfig together say to the rules. */
export interface TransportWord {
  /** Each size that one of them has for MaxSendSize: several contradict each other, none is unknown. */
  readonly maxSendSizes: readonly string[];
  /** TLSSendDomainSecureList; undefined where it is unknown, or where they contradict each other. */
  readonly secureDomains?: readonly string[] | undefined;
  /** Something in them is in doubt. */
  readonly isDoubtful: boolean;
  /** The files, as people read it. */
  readonly by: string;
}
