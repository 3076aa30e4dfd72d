import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../model/place.js';

/** Collects what a reader could not take over. Things of one kind become one diagnostic, which tells the first and counts. */
export interface Report {
  readonly say: (code: DiagnosticCode, place: Spot, words?: { expected?: string; actual?: string }) => void;
  /** Content that the model has no place for; nothing is said where `text` is blank. */
  readonly leave: (property: string, place: Spot, text: string) => void;
  /** The same for what identifies or repeats something that is kept. */
  readonly leaveId: (property: string, place: Spot, text: string) => void;
  /** Everything that was said, in the order in which each kind was met first. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Where in the file; computed only when it is asked for. */
export type Spot = () => Pick<Place, 'line' | 'column' | 'property'>;

interface Left {
  readonly code: DiagnosticCode;
  readonly place: Place;
  readonly text: string;
  readonly keptAs: string;
  count: number;
}

/** A report on one file. `keptAs` in the words: what the model keeps instead. */
export const createReport = (file: string): Report => {
  const said: (Diagnostic | Left)[] = [];
  const left = new Map<string, Left>();
  const leave = (code: DiagnosticCode, property: string, spot: Spot, text: string): void => {
    if (text.trim() === '') return;
    const earlier = left.get(`${code} ${property}`);
    if (earlier !== undefined) {
      earlier.count += 1;
      return;
    }
    const keptAs = code === 'reading-id-not-carried' ? 'ids of the rules and STIGs' : 'what a checklist carries';
    const kind = { code, place: { file, ...spot(), property }, text, keptAs, count: 1 };
    left.set(`${code} ${property}`, kind);
    said.push(kind);
  };
  return {
    say: (code, spot, words) => void said.push(diagnostic(code, { file, ...spot() }, words)),
    leave: (property, spot, text) => leave('reading-not-carried', property, spot, text),
    leaveId: (property, spot, text) => leave('reading-id-not-carried', property, spot, text),
    diagnostics: () => said.map((item) => ('count' in item ? leftDiagnostic(item) : item)),
  };
};

const leftDiagnostic = ({ code, place, text, keptAs, count }: Left): Diagnostic =>
  diagnostic(code, place, { expected: keptAs, actual: `${quote(text)}${count > 1 ? `, ${count} in all` : ''}` });

const longest = 60;

/** A text as a short quotation on one line. */
export const quote = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return `"${line.length > longest ? `${line.slice(0, longest).replace(/\p{Surrogate}$/u, '')}…` : line}"`;
};
