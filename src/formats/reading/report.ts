import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../model/place.js';
import { quote } from '../../text/limit.js';

/** Collects what a reader could not take over. Things of one kind become one diagnostic, which tells the first and counts. */
export interface Report {
  readonly say: <C extends DiagnosticCode>(code: C, place: Spot, ...args: Given<C>) => void;
  /** Content that the model has no place for; ignored if `text` is blank. */
  readonly leave: (property: string, place: Spot, text: string) => void;
  /** The same for what identifies or repeats something that is kept. */
  readonly leaveId: (property: string, place: Spot, text: string) => void;
  /** All diagnostics, in the order in which each kind was met first. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Where in the file; computed only when it is asked for. */
export type Spot = () => Pick<Place, 'line' | 'column' | 'property'>;

interface Left {
  readonly code: 'reading-not-carried' | 'reading-id-not-carried';
  readonly place: Place;
  readonly text: string;
  count: number;
}

/** A report on one file. */
export const createReport = (file: string): Report => {
  const said: (Diagnostic | Left)[] = [];
  const left = new Map<string, Left>();
  const leave = (code: Left['code'], property: string, spot: Spot, text: string): void => {
    if (text.trim() === '') return;
    const earlier = left.get(`${code} ${property}`);
    if (earlier !== undefined) {
      earlier.count += 1;
      return;
    }
    const kind = { code, place: { file, ...spot(), property }, text, count: 1 };
    left.set(`${code} ${property}`, kind);
    said.push(kind);
  };
  return {
    say: (code, spot, ...args) => void said.push(diagnostic(code, { file, ...spot() }, ...args) as Diagnostic),
    leave: (property, spot, text) => leave('reading-not-carried', property, spot, text),
    leaveId: (property, spot, text) => leave('reading-id-not-carried', property, spot, text),
    diagnostics: () => said.map((item) => ('count' in item ? leftDiagnostic(item) : item)),
  };
};

const leftDiagnostic = ({ code, place, text, count }: Left): Diagnostic =>
  diagnostic(code, place, { what: `${quote(text)}${count > 1 ? `, ${count} in all` : ''}` });
