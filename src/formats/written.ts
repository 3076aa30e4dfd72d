import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A checklist as the text of a file (to be saved as UTF-8 without BOM), and what the format could not carry. */
export interface Written {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}
