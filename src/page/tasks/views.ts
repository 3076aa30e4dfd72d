import { type Diagnostic, messageOnPage } from '../../diagnostics/diagnostic.js';
import { placeText } from '../../diagnostics/line.js';
import type { Severity } from '../../model/place.js';
import { sha256 } from '../../text/sha256.js';

/** What tasks answer with: plain data that a worker can hand over, with no more of it than is shown. */
export interface DiagnosticView {
  readonly code: string;
  readonly severity: Severity;
  /** `file:line:column: connector "X": property`; empty where it is of no place. */
  readonly place: string;
  readonly message: string;
  readonly importer?: string | undefined;
}

/** A file to download. */
export interface OutputView {
  readonly format: string;
  readonly fileName: string;
  readonly blob: Blob;
  readonly sha256: string;
}

/** How many diagnostics of one code are shown; the rest are counted. */
const shownOfACode = 20;

/** Errors first; of a code with very many, the first and a count. */
export const diagnosticViews = (diagnostics: readonly Diagnostic[]): readonly DiagnosticView[] => {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const counts = new Map<string, number>();
  const views: DiagnosticView[] = [];
  for (const d of [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity])) {
    const count = (counts.get(d.code) ?? 0) + 1;
    counts.set(d.code, count);
    if (count <= shownOfACode) views.push(viewOf(d));
  }
  for (const [code, count] of counts)
    if (count > shownOfACode)
      views.push({ code, severity: 'info', place: '', message: `${count - shownOfACode} more of this kind` });
  return views;
};

const viewOf = (d: Diagnostic): DiagnosticView => ({
  code: d.code,
  severity: d.severity,
  place: placeText(d.place).replace(/: $/, ''),
  message: messageOnPage(d),
  importer: d.importer,
});

const types: Readonly<Record<string, string>> = {
  cklb: 'application/json',
  csv: 'text/csv',
  poam: 'text/csv',
  hdf: 'application/json',
  oscal: 'application/json',
  html: 'text/html',
  txt: 'text/plain',
};

/** A file to download of its bytes, or of a text as UTF-8. */
export const outputView = (format: string, fileName: string, content: Uint8Array | string): OutputView => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const type = types[format] ?? 'application/xml';
  return { format, fileName, blob: new Blob([new Uint8Array(bytes)], { type }), sha256: sha256(bytes) };
};
