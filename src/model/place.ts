export type Severity = 'error' | 'warning' | 'info';

/**
 * What a diagnostic of reading does to the verdict:
 * - `refuses`: what was read is not used;
 * - `withholds-pass`: it is used, and may show a finding, but never that there is none;
 * - `none`: nothing.
 */
export type Effect = 'refuses' | 'withholds-pass' | 'none';

/** Where in the input something was found. Lines and columns count from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly connector?: string | undefined;
  readonly property?: string | undefined;
}

/** The importers that are modelled (docs/importers.md). */
export const importerNames = ['stig-manager', 'mitre', 'openscap', 'stig-viewer'] as const;

export type ImporterName = (typeof importerNames)[number];
