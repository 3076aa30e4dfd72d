import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Diagnostic, Given } from '../../diagnostics/diagnostic.js';
import { type Parsed, startOf } from './parsed.js';
import { mayChange } from './references.js';

/** What STIG Manager's parsers make of a file. Undefined stands for an object where there should be a text. */
export interface StigManagerPrediction {
  /** True where the parser throws: nothing of the file arrives. */
  readonly refused: boolean;
  readonly host?: string | undefined;
  readonly fqdn?: string | null | undefined;
  readonly ip?: string | null | undefined;
  readonly mac?: string | null | undefined;
  readonly checklists: readonly PredictedChecklist[];
}

export interface PredictedChecklist {
  readonly benchmarkId: string;
  /** `V2R2`; null where it cannot be read, and always of XCCDF results. */
  readonly revision: string | null;
  readonly reviews: readonly PredictedReview[];
}

export interface PredictedReview {
  readonly ruleId: string | undefined;
  readonly result: 'pass' | 'fail' | 'notapplicable' | 'informational';
  /** Null if STIG Manager inserts words of its own. */
  readonly detail: string | null | undefined;
  readonly comment: string | null | undefined;
}

/** A prediction with its diagnostics. */
export interface Predicted {
  readonly prediction: Omit<StigManagerPrediction, 'refused'>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where something is: the offset of its element, or the keys and indexes that lead to it in JSON. */
export type Where = number | readonly (string | number)[] | undefined;

/** Records a diagnostic; `property` names what it is about. Answers with nothing, as what is refused is read as nothing. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  where: Where,
  property: string,
  ...args: Given<C>
) => undefined;

/** The limits at which STIG Manager cuts. */
export const limits = { ruleId: 45, benchmarkId: 255, asset: 255, host: 255, text: 32_767 } as const;

/**
 * The text as it arrives, cut at the limit. Reports `stig-manager-not-text`, what `cut` does, and
 * `stig-manager-decodes-twice` where the second decoding makes another text of it.
 */
export const arriving = (
  report: Report,
  seen: Parsed,
  property: string,
  limit: number,
  code?: 'stig-manager-cuts-id',
): string | undefined => {
  if (seen.kind !== 'text') return report('stig-manager-not-text', startOf(seen), property);
  if (seen.text.trim() !== seen.meant.trim() || mayChange(seen.meant))
    report('stig-manager-decodes-twice', seen.start, property);
  return cut(report, seen.text, seen.start, property, limit, code);
};

/** The text cut at the limit; reports `stig-manager-cuts`, or of an id, which then fits nothing, `stig-manager-cuts-id`. */
export const cut = (
  report: Report,
  text: string,
  where: Where,
  property: string,
  limit: number,
  code: 'stig-manager-cuts' | 'stig-manager-cuts-id' = 'stig-manager-cuts',
): string => {
  if (text.length <= limit) return text;
  report(code, where, property, { length: String(text.length), limit: String(limit) });
  return text.slice(0, limit);
};

/** The benchmark's id as STIG Manager compares it, with case, to those that it has. */
export const benchmarkIdOf = (id: string): string => id.replace('xccdf_mil.disa.stig_benchmark_', '');
