import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnosticLine } from '../../diagnostics/line.js';
import { visible } from '../../text/visible.js';

/** How many diagnostics of one code are shown in full; the rest are counted. */
const shownOfACode = 20;

/**
 * Diagnostics as lines for a person: `error: send.csv:3: connector "X": DomainSecureEnabled: … [code]`. Errors first; of a
 * code with very many, the first and a count. All of them are in the JSON output.
 */
export const renderDiagnostics = (diagnostics: readonly Diagnostic[], most = shownOfACode): string => {
  const groups = groupBy(worstFirst(diagnostics), ({ code }) => code);
  const lines = [...groups.values()].flatMap((alike) => alike.slice(0, most).map(renderDiagnostic));
  const counts = [...groups]
    .filter(([, { length }]) => length > most)
    .map(([code, { length }]) => `note: ${length - most} more of [${code}]; --json shows all`);
  return textOf([...lines, ...counts]);
};

/** The same, every one. */
export const renderWholly = (diagnostics: readonly Diagnostic[]): string => renderDiagnostics(diagnostics, Infinity);

/** The same, with one line for each kind of warning and notice about a file, and the count of the others. */
export const renderBriefly = (diagnostics: readonly Diagnostic[]): string => {
  const [errors, others] = [true, false].map((wanted) =>
    diagnostics.filter(({ severity }) => (severity === 'error') === wanted),
  ) as [Diagnostic[], Diagnostic[]];
  const groups = groupBy(worstFirst(others), ({ code, place }) => `${code} ${place.file}`);
  const lines = [...groups.values()].map(([first, ...more]) => {
    const line = first === undefined ? '' : renderDiagnostic(first);
    const count = `(${othersOf(first, more)}; --verbose shows all)`;
    // The code stays at the end, where scripts look for it.
    return more.length === 0 ? line : line.replace(/ (\[[\w-]+\])$/, ` ${count} $1`);
  });
  return renderDiagnostics(errors) + textOf(lines);
};

/** Others of a kind are named by what they are about, where that differs and is not too much. */
const othersOf = (first: Diagnostic | undefined, more: readonly Diagnostic[]): string => {
  const about = [...new Set(more.map(({ place }) => place.property ?? ''))].filter(
    (name) => name !== first?.place.property,
  );
  const isTold = about.length === more.length && about.length <= mostNamed && about.every((name) => name !== '');
  return isTold ? `the same for ${about.map(visible).join(', ')}` : `and ${more.length} more of this kind`;
};

const mostNamed = 24;

const worstFirst = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity]);
};

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const label = { error: 'error', warning: 'warning', info: 'note' } as const;

const renderDiagnostic = (d: Diagnostic): string => `${label[d.severity]}: ${diagnosticLine(d)}`;

const groupBy = (
  diagnostics: readonly Diagnostic[],
  keyOf: (d: Diagnostic) => string,
): ReadonlyMap<string, readonly Diagnostic[]> => {
  const groups = new Map<string, Diagnostic[]>();
  for (const d of diagnostics) {
    const group = groups.get(keyOf(d));
    if (group === undefined) groups.set(keyOf(d), [d]);
    else group.push(d);
  }
  return groups;
};
