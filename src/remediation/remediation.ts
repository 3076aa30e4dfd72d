import type { RuleSeverity } from '../model/benchmark.js';
import type { Status } from '../model/checklist.js';
import type { SettingName } from '../rules/what-exchange-allows.js';

/** What to change on a host's connectors so that they meet the rules that were asked for, and what not, and why. */
export interface Remediation {
  readonly changes: readonly Change[];
  readonly withheld: readonly Withheld[];
}

/** A rule as it is named to people. */
export interface NamedRule {
  readonly vulnId: string;
  readonly ruleId: string;
  readonly stigId: string;
  readonly severity: RuleSeverity;
  readonly ccis: readonly string[];
}

/** A connector by what the export tells of it. */
export interface NamedConnector {
  readonly name: string;
  readonly identity: string;
  /** In lower case; none where the export has none that can be used. */
  readonly guid?: string | undefined;
}

/** One connector's values as they were judged and as they are to be. */
export interface Change {
  readonly connector: NamedConnector;
  readonly rules: readonly { readonly rule: NamedRule; readonly clauses: readonly string[] }[];
  readonly values: readonly ChangedValue[];
  /** What else was judged and has to be so still: whether Exchange saves the change hangs on it. */
  readonly unchanged: readonly SettingValue[];
  /** Rules that the connector fails with these values. */
  readonly opens: readonly OpenedRule[];
  /** It takes mail to every domain ("*") and asks more of each of their servers. */
  readonly stopsMail: boolean;
}

/** A value as Exchange shows it (of a size the bytes); null is not set. */
export interface SettingValue {
  readonly property: SettingName;
  readonly judged: string | null;
}

export interface ChangedValue extends SettingValue {
  readonly fixed: string;
}

export interface OpenedRule {
  readonly rule: NamedRule;
  /** Whether the change opens it, or keeps it open because nothing can meet both. */
  readonly kind: 'opens' | 'keeps-open';
  readonly reason: string;
}

/** A rule that a connector fails, or of which nobody knows, and for which nothing is changed. */
export interface Withheld {
  readonly connector: NamedConnector;
  readonly rule: NamedRule;
  readonly status: Status;
  readonly code: WithheldCode;
  readonly reason: string;
}

export type WithheldCode =
  | 'check-text-differs'
  | 'edge-sync'
  | 'evidence-in-doubt'
  | 'exchange-refuses'
  | 'no-command'
  | 'not-genuine'
  | 'not-identified'
  | 'not-judged'
  | 'records-differ'
  | 'risk-accepted'
  | 'rules-conflict'
  | 'site-decides'
  | 'still-open'
  | 'value-unknown'
  | 'would-replace';
