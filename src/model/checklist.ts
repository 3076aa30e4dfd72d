import type { Benchmark, Rule, RuleSeverity } from './benchmark.js';

/** A rule's status, named as CKLB names it; facts: CKL `NotAFinding`, XCCDF `pass`, and so on. */
export type Status = 'open' | 'not_reviewed' | 'not_applicable' | 'not_a_finding';

export type Role = 'None' | 'Workstation' | 'Member Server' | 'Domain Controller';

/** The system that was assessed (CKL `ASSET`, CKLB `target_data`, XCCDF `target`). Empty strings where not known. */
export interface Asset {
  /** 1 to 255 characters, whole: only file names are shortened. Empty only where a file that was read has none. */
  readonly hostName: string;
  /** Dotted, or empty. */
  readonly fqdn: string;
  readonly ipAddresses: readonly string[];
  /** With colons. */
  readonly macAddresses: readonly string[];
  readonly role: Role;
  readonly assetType: 'Computing' | 'Non-Computing';
  readonly marking: string;
  readonly techArea: string;
  readonly comment: string;
  readonly webOrDatabase: boolean;
  readonly webDbSite: string;
  readonly webDbInstance: string;
}

export interface SeverityOverride {
  readonly severity: RuleSeverity;
  readonly justification: string;
}

/** A rule with its review. */
export interface ReviewedRule {
  readonly rule: Rule;
  /** UUID of this rule in this checklist. */
  readonly uuid: string;
  readonly status: Status;
  readonly findingDetails: string;
  readonly comments: string;
  readonly severityOverride?: SeverityOverride | undefined;
  /** When this rule was assessed, if a file says so: ISO 8601 in UTC with `Z`. */
  readonly assessedAt?: string | undefined;
  /** The classification of the rule's text, unless it is unclassified. */
  readonly classification?: string | undefined;
}

export interface ChecklistStig {
  /** UUID of this STIG in this checklist (CKL SI_DATA uuid and STIG_UUID, CKLB stigs[].uuid). */
  readonly uuid: string;
  /** Its `rules` are the benchmark's; those of the checklist, with their reviews, are in `reviews`. */
  readonly benchmark: Omit<Benchmark, 'rules'>;
  readonly reviews: readonly ReviewedRule[];
  /** The classification of the STIG, unless it is unclassified. */
  readonly classification?: string | undefined;
}

/** The one document model: every format is a reader and a writer of it. */
export interface Checklist {
  /** UUID of the checklist. */
  readonly id: string;
  /** The file's name without its extension (CKLB `title`). */
  readonly title: string;
  readonly asset: Asset;
  readonly stigs: readonly ChecklistStig[];
  /** When the assessment was made: ISO 8601 in UTC with `Z`; empty if the file does not say it. */
  readonly assessedAt: string;
  /** When the evidence was exported, if known: ISO 8601 in UTC with `Z`. */
  readonly collectedAt?: string | undefined;
  /** The assessor, as given by the user. */
  readonly assessor?: string | undefined;
}

/** The program that writes a file, for CKL's comment and XCCDF's test-system. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}
