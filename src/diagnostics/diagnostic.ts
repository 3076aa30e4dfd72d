import type { Effect, ImporterName, Place, Severity } from '../model/place.js';
import type { AllOf } from './all-of.js';
import { type Catalog, catalog, type DiagnosticCode } from './catalog.js';
import type { At, Entry } from './entry.js';

/** What the message of a code quotes. */
export type ArgsOf<C extends DiagnosticCode> = C extends unknown
  ? Catalog[C] extends Entry<infer Args>
    ? Args
    : never
  : never;

/**
 * One thing to tell the user: a code of the catalogue, where it was found, and the arguments of its message. Diagnostics are
 * data; their English is made by `messageOf`.
 */
export type Diagnostic<C extends DiagnosticCode = DiagnosticCode> = {
  readonly [Code in C]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly effect: Effect;
    readonly place: Place;
    /** The importer that this is about; none where it is about the file itself. */
    readonly importer?: ImporterName | undefined;
    readonly args: ArgsOf<Code>;
    /** How many more of this code were found in the same file, where only the first is told. */
    readonly more?: number | undefined;
  };
}[C];

/**
 * What became of an input: its value, or none where it was refused (then the diagnostics hold at least one error that
 * says why). A value may come with diagnostics too.
 */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

type NoArgs = Record<never, never>;

/** The arguments of a code as the rest of a function's parameters: none where its message quotes nothing. */
export type Given<C extends DiagnosticCode> =
  NoArgs extends AllOf<ArgsOf<C>> ? [args?: AllOf<ArgsOf<C>>] : [args: AllOf<ArgsOf<C>>];

/** Makes a diagnostic with the severity and the effect of its code. */
export const diagnostic = <C extends DiagnosticCode>(code: C, place: Place, ...[args]: Given<C>): Diagnostic<C> => {
  const { severity, effect } = catalog[code];
  return { code, severity, effect, place, args: args ?? {} } as Diagnostic<C>;
};

/** The same, refusing what was read. */
export const refused = <C extends DiagnosticCode>(code: C, place: Place, ...given: Given<C>): Reading<never> => ({
  ok: false,
  diagnostics: [diagnostic(code, place, ...given) as Diagnostic],
});

/** A diagnostic that is about one importer. */
export const ofImporter = (importer: ImporterName, d: Diagnostic): Diagnostic => ({ ...d, importer });

/** The English of a diagnostic: one line, without the place. */
export const messageOf = (d: Diagnostic): string => messageFor(undefined, d);

/** The same for the page, which has fields where the command has options. */
export const messageOnPage = (d: Diagnostic): string => messageFor('page', d);

/** The same for what is written, whichever of the two wrote it. */
export const messageInFile = (d: Diagnostic): string => messageFor('file', d);

const messageFor = (on: At['on'], d: Diagnostic): string => {
  const message = (catalog[d.code] as Entry<never>).message({ ...d.args, place: d.place, on } as never);
  return d.more === undefined ? message : `${message} (${d.more} more in this file)`;
};
