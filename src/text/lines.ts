/** A place in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets (UTF-16 units) into lines and columns; CRLF, LF and CR end a line. The index is built
 * lazily, on the first look-up. An offset outside the text is moved to its nearest end.
 */
export const lineIndex = (text: string): ((offset: number) => Position) => {
  let starts: readonly number[] | undefined;
  // Look-ups usually move forward, so start at the line of the previous one.
  let last = 0;
  return (offset) => {
    starts ??= lineStarts(text);
    const at = Math.min(Math.max(offset, 0), text.length);
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

const lineStarts = (text: string): number[] => {
  const starts = [0];
  let feed = next(text, '\n', 0);
  let carriage = next(text, '\r', 0);
  while (Number.isFinite(feed) || Number.isFinite(carriage)) {
    const end = Math.min(feed, carriage);
    const behind = carriage + 1 === feed ? feed + 1 : end + 1;
    starts.push(behind);
    if (feed < behind) feed = next(text, '\n', behind);
    if (carriage < behind) carriage = next(text, '\r', behind);
  }
  return starts;
};

const next = (text: string, end: string, from: number): number => {
  const found = text.indexOf(end, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
};

/** The lines of a text without their ends; CRLF, LF and CR end a line. A last line without an end counts too. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** True when the text's last line has its end, or there is no text. */
export const endsWithLineEnd = (text: string): boolean => text === '' || /[\r\n]$/.test(text.slice(-1));
