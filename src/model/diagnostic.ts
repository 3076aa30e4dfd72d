/**
 * What a reader, the judge or a writer has to say besides its result. Diagnostics are data; the codes with their
 * severities and English are in ../diagnostics/catalog.ts.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Where in the input something was found. Lines and columns count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly connector?: string | undefined;
  readonly property?: string | undefined;
}

/** One thing to tell the user. `expected` and `actual` are short texts that the message of the code quotes. */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  /** The importer that this is about; none where it is about the file itself. */
  readonly importer?: ImporterName | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
}

/**
 * What became of an input: its value, or none where it was refused (then the diagnostics hold at least one error that
 * says why). A value may come with diagnostics too.
 */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The programs whose reading of a file is predicted (docs/importers.md). */
export const importerNames = ['stig-manager', 'mitre', 'openscap', 'stig-viewer'] as const;

export type ImporterName = (typeof importerNames)[number];
