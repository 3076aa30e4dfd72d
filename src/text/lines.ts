/** A place in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets (UTF-16 units) into lines and columns; CRLF, LF and CR end a line. The text is scanned at the first
 * question, so that an index nobody asks costs nothing. An offset outside the text is taken to its nearest end.
 */
export const lineIndex = (text: string): ((offset: number) => Position) => {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const at = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
};

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
};

/** The lines of a text without their ends; CRLF, LF and CR end a line. A last line without an end counts too. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** True when the text's last line has its end, or there is no text. */
export const endsWithLineEnd = (text: string): boolean => text === '' || /[\r\n]$/.test(text.slice(-1));
