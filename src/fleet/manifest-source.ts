import type { Place } from '../model/place.js';

/** A manifest's content as plain values, before anybody asked whether they are what a manifest may hold. */
export interface ManifestSource {
  /** An array of hosts, or an object with it. */
  readonly value: unknown;
  /** Where in the file the value at a path of keys and indexes stands, or should stand. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** The properties of a host and columns of a CSV manifest, as schemas/manifest.schema.json has them. */
export const manifestNames = [
  'host',
  'fqdn',
  'ip',
  'mac',
  'role',
  'marking',
  'exports',
  'benchmark',
  'into',
  'site',
  'collected',
] as const;

/** Those that hold several values; in a CSV's cell they are separated by semicolons. */
export const manifestLists: ReadonlySet<string> = new Set(['ip', 'mac', 'exports']);
