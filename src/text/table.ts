import { visible } from './visible.js';
import { cutToWidth, padToWidth, widthOf, wrapToWidth } from './width.js';

/** The width of a terminal that does not tell its own, and of tables in files. */
export const usualWidth = 80;
/** How many blanks stand between two columns. */
export const between = 2;
/** No column is cut to less than the longest status, `NOT APPLICABLE`, so that a status is never cut. */
const narrowest = 14;

export interface TableStyle {
  /** The columns of the terminal. */
  readonly width?: number | undefined;
  /** A column that is cut before any other, and to what width. */
  readonly cutFirst?: { readonly column: number; readonly least: number };
  /** Whether the last column goes on in further lines, between words, instead of being cut. */
  readonly wraps?: boolean;
  /** Colours a cell that is laid out already. */
  readonly paint?: (cell: string, column: number, text: string) => string;
}

/**
 * A plain table that fits the width: columns padded to their widest cell, two spaces between, the last column unpadded. Cells are made
 * safe for a terminal. Where the room does not suffice, the widest columns are cut with an ellipsis, and the last one goes on in further
 * lines where it `wraps`.
 */
export const renderTable = (
  rows: readonly (readonly string[])[],
  { width = usualWidth, cutFirst, wraps = false, paint = (cell) => cell }: TableStyle = {},
): string => {
  const cells = rows.map((row) => row.map(visible));
  const widths = fitting(naturalWidths(cells), width, cutFirst);
  const last = widths.length - 1;
  let table = '';
  for (const row of cells)
    for (const line of linesOf(row, widths, wraps)) {
      const laidOut = line.map((cell, i) => paint(i === last ? cell : padToWidth(cell, widths[i] ?? 0), i, cell));
      table += `${laidOut.join(' '.repeat(between)).trimEnd()}\n`;
    }
  return table;
};

const naturalWidths = (cells: readonly (readonly string[])[]): number[] =>
  cells.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, widthOf(cell))), []);

/** Takes from one column, then from the widest, until all fit or none can give more. */
const fitting = (natural: readonly number[], width: number, cutFirst: TableStyle['cutFirst']): readonly number[] => {
  const widths = [...natural];
  const sum = () => widths.reduce((all, one) => all + one + between, -between);
  const give = (i: number, least: number) => {
    const had = widths[i] ?? 0;
    widths[i] = Math.max(Math.min(had, least), had - Math.max(0, sum() - width));
  };
  if (cutFirst !== undefined) give(cutFirst.column, cutFirst.least);
  while (sum() > width) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    const i = widths.lastIndexOf(widest);
    // Down to the next widest at once; of two that are alike, one column of each in turn.
    const next = Math.max(narrowest, ...widths.filter((_, at) => at !== i));
    give(i, Math.min(next, widest - 1));
  }
  return widths;
};

const linesOf = (row: readonly string[], widths: readonly number[], wraps: boolean): readonly string[][] => {
  const last = row.length - 1;
  const cut = (cell: string, i: number) => cutToWidth(cell, widths[i] ?? 0);
  if (!wraps) return [row.map(cut)];
  const [first = '', ...more] = wrapToWidth(row[last] ?? '', widths[last] ?? 0).map((line) => cut(line, last));
  const blank = row.slice(0, last).map(() => '');
  return [[...row.slice(0, last).map(cut), first], ...more.map((line) => [...blank, line])];
};
