import type { Status } from '../model/checklist.js';

/** Where a value stands in a file's text, what it is, and how another is written there. Offsets are UTF-16 units. */
export interface Slot {
  readonly kind: 'slot';
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** As a parser reads it. */
  readonly value: string;
  /** The text from `start` to `end` that a parser reads as this value. */
  readonly write: (value: string) => string;
}

/** Why a value cannot be changed in its place. */
export interface SlotFault {
  readonly kind: 'fault';
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

/** A rule of an existing checklist, with the values that may be filled in; comments only by a merge. */
export interface RuleSlots {
  /** The benchmark id of the STIG that it stands in; empty where the file has none. */
  readonly stig: string;
  readonly ruleId: string;
  /** Empty where the file has none, like the two below. */
  readonly checkContent: string;
  readonly title: string;
  readonly fixText: string;
  readonly offset: number;
  readonly status: Slot | SlotFault;
  readonly details: Slot | SlotFault;
  readonly comments: Slot | SlotFault;
}

/** An existing checklist, as far as filling it in needs it. */
export interface FillInTarget {
  /** The host names in the file that are not empty: one, or none. More than one, and they contradict each other. */
  readonly hostNames: readonly string[];
  readonly fqdns: readonly string[];
  /** The ids of its STIGs. */
  readonly stigs: readonly string[];
  /** Every place in which the rule stands. */
  readonly find: (vulnId: string) => readonly RuleSlots[];
  /** A status in the format's own word. */
  readonly statusWord: (status: Status) => string;
}
