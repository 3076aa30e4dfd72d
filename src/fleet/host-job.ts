import type { Place } from '../model/place.js';

/**
 * One host to assess: what a manifest's row, a folder's files or a column's value say of it. Paths as given, `/`-separated,
 * relative to the folder or the manifest.
 */
export interface HostJob {
  /** Undefined where the export's PSComputerName is to tell it, as in `evaluate` without `--host`. */
  readonly host: string | undefined;
  /** What the exports tell then, where it was asked already. */
  readonly told?: string | undefined;
  /** At least one, each once, in an order that does not depend on how the files were listed. */
  readonly exports: readonly string[];
  readonly fqdn?: string | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly mac?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly marking?: string | undefined;
  readonly benchmark?: string | undefined;
  readonly into?: string | undefined;
  /** A site file. */
  readonly site?: string | undefined;
  /** When the exports were made: ISO 8601 in UTC with `Z`. */
  readonly collected?: string | undefined;
  /** The manifest's line, or the folder, for diagnostics. */
  readonly place: Place;
}
