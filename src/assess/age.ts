import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { LatestChange, SendConnector } from '../model/connector.js';
import type { Place } from '../model/place.js';
import { secondsIn } from '../text/utc-time.js';

export interface AgeInput {
  /** When the exports were made, according to the user: ISO 8601 in UTC with `Z`. */
  readonly collectedAt?: string | undefined;
  /** The age in days up to which there is no warning. */
  readonly maxAge?: number | undefined;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
}

const day = 86_400;

/** Refusal: `collected-after-assessment`. */
export const checkCollected = ({ collectedAt, assessedAt }: AgeInput): readonly Diagnostic[] =>
  collectedAt !== undefined && secondsIn(collectedAt) > secondsIn(assessedAt)
    ? [diagnostic('collected-after-assessment', {}, { collected: collectedAt, assessed: assessedAt })]
    : [];

/**
 * What the age of the exports gives rise to. Warnings: `export-too-old`, `export-age-unknown`, both of `maxAge` alone. Doubt:
 * `changed-after-collected`, where a connector was changed more than a day after it was exported; a day is what clocks and
 * zones may be wrong by.
 */
export const ageDiagnostics = (
  { collectedAt, maxAge, assessedAt }: AgeInput,
  connectors: readonly SendConnector[],
): readonly Diagnostic[] => {
  if (collectedAt === undefined) return maxAge === undefined ? [] : [diagnostic('export-age-unknown', {})];
  const collected = secondsIn(collectedAt);
  const later = changedAfter(collectedAt, connectors);
  const days = Math.floor((secondsIn(assessedAt) - collected) / day);
  return [
    ...(maxAge !== undefined && secondsIn(assessedAt) - collected > maxAge * day
      ? [diagnostic('export-too-old', {}, { days, most: maxAge })]
      : []),
    ...(later === undefined
      ? []
      : [diagnostic('changed-after-collected', later.place, { changed: later.changed, collected: collectedAt })]),
  ];
};

/** The first record with a change more than a day after the exports were made: when, and its place. */
export const changedAfter = (
  collectedAt: string | undefined,
  records: readonly { readonly place: Place; readonly changed?: LatestChange | undefined }[],
): { readonly changed: string; readonly place: Place } | undefined => {
  if (collectedAt === undefined) return undefined;
  const limit = secondsIn(collectedAt) + day;
  for (const { place, changed } of records)
    if (changed !== undefined && changed.at > limit)
      return { changed: changed.written, place: { ...place, ...changed.place, property: changed.property } };
  return undefined;
};
