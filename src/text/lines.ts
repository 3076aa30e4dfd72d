import { finder } from './finder.js';

/** A place in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets (UTF-16 units) into lines and columns; CRLF, LF and CR end a line. The text is gone over as far as it is
 * asked about. An offset outside the text is moved to its nearest end.
 */
export const lineIndex = (text: string): ((offset: number) => Position) => {
  const starts = [0];
  const nextFeed = finder(text, '\n');
  const nextReturn = finder(text, '\r');
  /** Finds where lines start, up to the one behind an offset. */
  const grow = (at: number): void => {
    for (let start = starts.at(-1) ?? 0; start <= at; ) {
      const end = Math.min(nextFeed(start), nextReturn(start));
      if (!Number.isFinite(end)) return;
      start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
      starts.push(start);
    }
  };
  // Look-ups usually move forward, so start at the line of the previous one.
  let last = 0;
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    grow(at);
    let low = 0;
    let high = starts.length - 1;
    if ((starts[last] ?? 0) <= at) {
      low = last;
      for (let step = 1; low + step < high; step *= 2)
        if ((starts[low + step] ?? 0) <= at) low += step;
        else {
          high = low + step - 1;
          break;
        }
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
};

/** The lines of a text without their ends; CRLF, LF and CR end a line. A last line without an end counts too. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** True when the text's last line has its end, or there is no text. */
export const endsWithLineEnd = (text: string): boolean => text === '' || /[\r\n]$/.test(text.slice(-1));
