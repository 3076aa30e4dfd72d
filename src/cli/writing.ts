import type { Templates } from '../assess/templates.js';
import type { Reading } from '../diagnostics/diagnostic.js';
import type { WriteOutputs } from '../node/place-files.js';

/** Where a host's files go, how they are written, and the time that they tell. */
export interface Writing {
  readonly outDir: (host: string) => string;
  readonly write: WriteOutputs;
  /** Where a checklist is filled in in its place: replaces it, if its SHA-256 is still this one; answers with the backup's path. */
  readonly replace?: ((path: string, bytes: Uint8Array, original: string) => Promise<Reading<string>>) | undefined;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  /** The hosts of the run. */
  readonly fleet?: readonly string[] | undefined;
  /** Of the files of the run's other hosts. */
  readonly templates?: Templates | undefined;
}
