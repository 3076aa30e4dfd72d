import type { Rule, RuleSeverity } from '../model/benchmark.js';
import { foldSpace } from '../text/fold-space.js';
import { sha256 } from '../text/sha256.js';

/** Which rule of which STIG: its ids, and by which check texts these are known again. */
export interface RuleIdentity {
  /** The benchmark's id. */
  readonly stig: string;
  readonly stigId: string;
  /** The group's id in the latest release. */
  readonly vulnId: string;
  /** The group's other ids in earlier releases. */
  readonly formerVulnIds: readonly string[];
  /** In the latest release. */
  readonly ruleId: string;
  readonly severity: RuleSeverity;
  readonly ccis: readonly string[];
  /** Oldest first. */
  readonly texts: readonly RuleTexts[];
}

/** The digest (`textDigest`) of the check text that a rule has from a release on. */
export interface RuleTexts {
  readonly since: string;
  readonly check: string;
}

/** The first 128 bits of the SHA-256 of a text, white space folded: files differ in it. */
export const textDigest = (text: string): string => sha256(foldSpace(text)).slice(0, 32);

/** Whether a benchmark's rule is this one, whatever its release. A group's id alone stands for different rules in different STIGs. */
export const isRule = (identity: RuleIdentity, stig: string, rule: Pick<Rule, 'groupId' | 'stigId'>): boolean =>
  rule.stigId === ''
    ? identity.stig === stig && [identity.vulnId, ...identity.formerVulnIds].includes(rule.groupId)
    : rule.stigId === identity.stigId;
