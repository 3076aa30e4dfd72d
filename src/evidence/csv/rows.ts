import { finder } from '../../text/finder.js';

/** A row of delimited text. */
export interface Row {
  readonly cells: readonly string[];
  /** The line that it begins on. */
  readonly line: number;
  /** It goes over several lines, for a quoted cell holds line ends. */
  readonly hasLineEnds: boolean;
  /** What is wrong with its quotes: one opens a cell and closes it nowhere, or stands within a cell. */
  readonly quotes: 'whole' | 'not-closed' | 'misplaced';
}

/** Where rows begin, and what is between their cells. */
export interface Start {
  /** In UTF-16 units. */
  readonly offset: number;
  /** How many lines come before. */
  readonly lines: number;
  /** One character. */
  readonly delimiter: string;
}

/**
 * Feeds `take` the rows of delimited text (RFC 4180; CRLF, LF or CR) one by one, until it answers with a reason to stop, which it
 * passes on. Blank lines are no rows. A
 * quote that RFC 4180 does not allow is a character like others, so that it damages its own row alone.
 */
export const readRows = <T>(
  text: string,
  { offset, lines, delimiter }: Start,
  take: (row: Row) => T | undefined,
): T | undefined => {
  const nextDelimiter = finder(text, delimiter);
  const nextQuote = finder(text, '"');
  const nextFeed = finder(text, '\n');
  const nextReturn = finder(text, '\r');
  const lineEnd = (from: number) => Math.min(nextFeed(from), nextReturn(from), text.length);
  let line = lines + 1;
  for (let at = offset; at < text.length; ) {
    const [start, firstLine] = [at, line];
    const cells: string[] = [];
    let quotes: Row['quotes'] = 'whole';
    for (;;) {
      const close = text[at] === '"' ? closingQuote(text, at) : undefined;
      const behind = close === undefined ? undefined : text[close + 1];
      if (
        close !== undefined &&
        close < text.length &&
        (behind === undefined || behind === delimiter || behind === '\r' || behind === '\n')
      ) {
        const cell = text.slice(at + 1, close);
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
        if (lineEnd(at) < close) line += lineEndsIn(cell);
        at = close + 1;
      } else {
        const end = Math.min(nextDelimiter(at), lineEnd(at));
        if (close === text.length) quotes = 'not-closed';
        else if (nextQuote(at) < end && quotes === 'whole') quotes = 'misplaced';
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== delimiter) break;
      at += 1;
    }
    const row = { cells, line: firstLine, hasLineEnds: line > firstLine, quotes };
    const isBlank = at === start;
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
    }
    const stop = isBlank ? undefined : take(row);
    if (stop !== undefined) return stop;
  }
  return undefined;
};

/** The quote that closes a cell, not doubled; the text's length where there is none. */
const closingQuote = (text: string, opening: number): number => {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
};

const lineEndsIn = (cell: string): number => cell.match(/\r\n?|\n/g)?.length ?? 0;
