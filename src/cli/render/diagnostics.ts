import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnosticLine } from '../../diagnostics/line.js';
import type { Severity } from '../../model/place.js';
import { groupBy } from '../../text/group-by.js';
import { visible } from '../../text/visible.js';
import { type LineStyle, styledLine } from './line.js';

/** How many errors of one code are shown; the rest are counted. */
const shownOfACode = 20;

/**
 * Diagnostics as lines for a person: `error: send.csv:3: connector "X": DomainSecureEnabled: … [code]`. Notices first and errors last,
 * where the eye is when the command ends. All of them are in the JSON output.
 */
export const renderDiagnostics = (diagnostics: readonly Diagnostic[], style: LineStyle = {}): string => {
  const of = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted);
  const { verbose } = style;
  return (['info', 'warning', 'error'] as const)
    .flatMap((severity) => {
      const lines = severity === 'error' ? errorLines(of('error'), verbose) : otherLines(of(severity), verbose);
      return lines.map((line) => styledLine(severity, `${labels[severity]}: ${line}`, style));
    })
    .join('');
};

export const labels = { error: 'error', warning: 'warning', info: 'note' } as const;

const errorLines = (errors: readonly Diagnostic[], verbose = false): readonly string[] =>
  [...groupBy(errors, ({ code }) => code)].flatMap(([code, alike]) => {
    const most = verbose ? alike.length : shownOfACode;
    const lines = alike.slice(0, most).map(diagnosticLine);
    return alike.length > most ? [...lines, `${alike.length - most} more of [${code}]; --json shows all`] : lines;
  });

const otherLines = (diagnostics: readonly Diagnostic[], verbose = false): readonly string[] => {
  if (verbose) return diagnostics.map(diagnosticLine);
  return [...groupBy(diagnostics, ({ code, place }) => `${code} ${place.file}`).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [withCount(first, more.length === 0 ? undefined : othersOf(first, more))],
  );
};

/** A line that stands for others too. The code stays at the end, where scripts look for it. */
export const withCount = (d: Diagnostic, others: string | undefined): string => {
  const line = diagnosticLine(d);
  return others === undefined
    ? line
    : line.replace(/ \[[\w-]+\]$/, (code) => ` (${others}; --verbose shows all)${code}`);
};

/** Others of a kind are named by what they are about, where that differs and is not too much. */
const othersOf = (first: Diagnostic, more: readonly Diagnostic[]): string => {
  const about = [...new Set(more.map(({ place }) => place.property ?? ''))].filter(
    (name) => name !== first.place.property,
  );
  const isTold = about.length === more.length && about.length <= mostNamed && about.every((name) => name !== '');
  return isTold ? `the same for ${about.map(visible).join(', ')}` : `and ${more.length} more of this kind`;
};

const mostNamed = 24;
