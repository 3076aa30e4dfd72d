import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist, Tool } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import type { Review } from '../model/review.js';
import type { TransportEvidence } from '../model/transport-config.js';

/** The input of an extract. */
export interface ExtractInput {
  readonly checklist: Checklist;
  /** How its rules were judged by this program; none for a checklist that was read. */
  readonly judged?: JudgedRules | undefined;
  readonly tool: Tool;
}

export interface JudgedRules {
  readonly reviews: readonly Review[];
  readonly evidence: readonly Evidence[];
  /** The exports of Get-TransportConfig. */
  readonly transportConfigs: readonly TransportEvidence[];
}

/** An extract as the text of a file (to be saved as UTF-8 without BOM), and what had to be changed for it. */
export interface Extracted {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}
