import type { Collected } from '../collection/collected-files.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { doubtsOf } from '../diagnostics/reported.js';
import type { Export } from '../evidence/read-export.js';
import type { Evidence } from '../model/connector.js';

/** An export as bytes, with the path to show and its SHA-256 in lower-case hexadecimal. */
export interface ExportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** What its collection says of it, where it came with one. */
  readonly collected?: Collected | undefined;
}

/** A host's part of an export of many hosts that was read already, with all that was reported while it was read. */
export interface ReadExportFile {
  readonly path: string;
  readonly sha256: string;
  readonly read: Reading<Export>;
  readonly part: NonNullable<Evidence['part']>;
}

/** An export that could not be opened, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly read: Reading<Export> & { readonly ok: false };
}

/** What is noted of an export that was read, with all that was reported of it. */
export const evidenceOf = (
  file: ExportFile | ReadExportFile,
  read: Export,
  diagnostics: readonly Diagnostic[],
): Evidence => {
  const reasons = doubtsOf(diagnostics);
  return {
    path: file.path,
    format: read.format,
    encoding: read.encoding,
    sha256: file.sha256,
    connectors: read.connectors.length,
    strength: reasons.length === 0 ? 'whole' : 'doubtful',
    reasons,
    ...('part' in file ? { part: file.part } : {}),
  };
};
