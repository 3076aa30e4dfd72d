import { linesOf } from '../../text/lines.js';
import { looseLabel } from './label.js';
import { withoutSpaces } from './value.js';

/** A text's lines as a console showed them, and the first of those that were changed on the way, counted from 0. */
export interface ShownLines {
  readonly lines: readonly string[];
  readonly changed: number | undefined;
}

/**
 * Takes off what is not text of the output: colours (SGR sequences), no-break spaces that a web page put in place of blanks, and
 * the quote marks or bullets of mails and documents where a connector's properties stand behind them. Colours are PowerShell's
 * own; the rest is a change.
 */
export const toShownLines = (text: string): ShownLines => {
  const plain = text.includes('\u001b') ? text.replace(/\u001b\[[\d;]*m/g, '') : text;
  const written = linesOf(plain);
  // Behind the last line end there is no line.
  if (written.at(-1) === '') written.pop();
  const marked = written.some((line) => isMarked(line));
  let changed: number | undefined;
  const lines = written.map((line, i) => {
    const shown = withBlanks(marked ? line.replace(marks, '') : line);
    if (shown !== line) changed ??= i;
    return shown;
  });
  return { lines, changed };
};

const marks = /^(?:[ \t]{0,8}(?:> ?|[-*+•·▪‣◦] ))+/;

const isMarked = (line: string): boolean => {
  const found = marks.exec(line)?.[0];
  return found !== undefined && looseLabel(withBlanks(line.slice(found.length)).trimStart(), true) !== undefined;
};

/** No-break spaces within a value may be its own; those before it and at the line's end cannot. */
const withBlanks = (line: string): string => {
  if (!line.includes('\u00a0')) return line;
  const before = /^[^:]*:(?:\s|$)|^\s+/.exec(line)?.[0] ?? '';
  const value = withoutSpaces(line.slice(before.length));
  return before.includes('\u00a0') || value !== value.trim() ? line.replaceAll('\u00a0', ' ') : line;
};
