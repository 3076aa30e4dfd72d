import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist } from '../model/checklist.js';

/** A checklist as a format can say it, and what had to be changed for that. */
export interface Fitted {
  readonly checklist: Checklist;
  readonly diagnostics: readonly Diagnostic[];
}
