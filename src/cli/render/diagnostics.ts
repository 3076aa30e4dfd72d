import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnosticLine } from '../../diagnostics/line.js';

/** How many diagnostics of one code are shown in full; the rest are counted. */
const shownOfACode = 20;

/**
 * Diagnostics as lines for a person: `error: send.csv:3: connector "X": DomainSecureEnabled: … [code]`. Errors first; of a
 * code with very many, the first and a count. All of them are in the JSON output.
 */
export const renderDiagnostics = (diagnostics: readonly Diagnostic[]): string => {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const d of [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity])) {
    const count = (seen.get(d.code) ?? 0) + 1;
    seen.set(d.code, count);
    if (count <= shownOfACode) lines.push(renderDiagnostic(d));
  }
  for (const [code, count] of seen)
    if (count > shownOfACode) lines.push(`note: ${count - shownOfACode} more of [${code}]; --json shows all`);
  return lines.map((line) => `${line}\n`).join('');
};

const label = { error: 'error', warning: 'warning', info: 'note' } as const;

const renderDiagnostic = (d: Diagnostic): string => `${label[d.severity]}: ${diagnosticLine(d)}`;
