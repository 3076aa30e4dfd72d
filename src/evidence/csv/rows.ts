import { CsvError, type InfoRecord, parse } from 'csv-parse/browser/esm/sync';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Preamble } from './header.js';

/** Takes the cells of a row and the line that it begins on; answers with the reason to refuse the file by it, if any. */
export type Row = (cells: readonly string[], line: number) => Diagnostic | undefined;

/** Ends csv-parse's work at the first refusal: what follows would only cost time. */
const stop = new Error('refused');

/**
 * Feeds `take` the rows of delimited text (RFC 4180) one by one with the line each begins on, and stops at its first refusal.
 * Blank lines are no rows. Refused as well: `csv-quote-not-closed`, `csv-quote-misplaced`.
 */
export const readRows = (
  text: string,
  preamble: Pick<Preamble, 'offset' | 'lines' | 'delimiter'>,
  file: string,
  take: Row,
): Diagnostic | undefined => {
  let line = preamble.lines + 1;
  let blank = 0;
  let scanned = 0;
  let refusal: Diagnostic | undefined;
  const onRecord = (cells: string[], info: InfoRecord): null => {
    line += info.empty_lines - blank;
    const onOneLine = info.lines - scanned <= 1 + info.empty_lines - blank;
    blank = info.empty_lines;
    scanned = info.lines;
    refusal = take(cells, line);
    if (refusal !== undefined) throw stop;
    // csv-parse counts a CRLF inside quotes twice, so its lines only tell that there is something to count.
    line += 1 + (onOneLine ? 0 : lineEndsIn(cells));
    return null;
  };
  try {
    // Bytes, because the browser's build takes long to make them of a string.
    parse(new TextEncoder().encode(text.slice(preamble.offset)), {
      delimiter: preamble.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: onRecord,
    });
  } catch (error) {
    if (error === stop) return refusal;
    if (!(error instanceof CsvError)) throw error;
    const place = { file, line: line + Number(error['empty_lines'] ?? blank) - blank };
    return diagnostic(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'csv-quote-not-closed' : 'csv-quote-misplaced', place);
  }
  return undefined;
};

const lineEndsIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
