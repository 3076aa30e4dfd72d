import type { Place } from '../model/place.js';
import type { DiagnosticCode } from './catalog.js';
import { type Diagnostic, diagnostic, type Given } from './diagnostic.js';

/** What was reported of a file so far, each code once. */
export type Reports = Map<DiagnosticCode, Diagnostic>;

/** Adds a diagnostic. One whose code is there already is only counted: a damaged file must not say one thing a thousand times. */
export const report = (reports: Reports, found: Diagnostic): void => {
  const first = reports.get(found.code);
  reports.set(found.code, first === undefined ? found : { ...first, more: (first.more ?? 0) + 1 });
};

/** The same, where a place takes work: only the first is asked for. */
export const reportAt = <C extends DiagnosticCode>(
  reports: Reports,
  code: C,
  place: () => Place,
  ...given: Given<C>
): void => report(reports, reports.get(code) ?? (diagnostic(code, place(), ...given) as Diagnostic));
