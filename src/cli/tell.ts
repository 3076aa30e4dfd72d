import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Io } from './io.js';
import { renderDiagnostics } from './render/diagnostics.js';
import { stderrStyle, tellNext } from './render/line.js';

export interface Telling {
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
  /** What to do next; by default what errors call for. */
  readonly next?: string | undefined;
}

/**
 * Prints a result with what was reported around it: notices and warnings before it, errors after it and last, then what to do next.
 * `quiet`: errors alone, and of the result what `print` itself lets through.
 */
export const tell = (
  io: Io,
  diagnostics: readonly Diagnostic[],
  telling: Telling,
  print: () => void = () => {},
): void => {
  const { quiet = false, verbose, next } = telling;
  const style = { ...stderrStyle(io), verbose };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!quiet)
    io.stderr(
      renderDiagnostics(
        diagnostics.filter(({ severity }) => severity !== 'error'),
        style,
      ),
    );
  print();
  io.stderr(renderDiagnostics(errors, style));
  if (!quiet) tellNext(io, next ?? whatErrorsCallFor(errors));
};

export const whatErrorsCallFor = ([first]: readonly Diagnostic[]): string | undefined =>
  first === undefined ? undefined : `correct this, then run the command again; explained by: ${helpOn(first)}`;

/** The command that explains a diagnostic. */
export const helpOn = ({ code }: Pick<Diagnostic, 'code'>): string => `exchange-stig help ${code}`;
