import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist } from '../model/checklist.js';

/** A checklist in a form that a format can hold, and what had to be changed for it. */
export interface Fitted {
  readonly checklist: Checklist;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same as the text of a file (to be saved as UTF-8 without BOM). */
export interface Written extends Fitted {
  readonly text: string;
}
