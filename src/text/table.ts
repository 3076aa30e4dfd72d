import { visible } from './visible.js';

/** A column's texts are cut at this width, so that one long name does not push the rest off the screen. */
const widest = 60;

/**
 * A plain table: columns padded to their longest cell, two spaces between, the last column unpadded. Cells are made safe
 * for a terminal and cut at 60 characters but for the last column's.
 */
export const renderTable = (rows: readonly (readonly string[])[]): string => {
  const cells = rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? visible(cell) : cut(visible(cell)))));
  const widths = cells.reduce<number[]>(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, i === row.length - 1 ? 0 : cell.length)),
    [],
  );
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
};

const cut = (cell: string): string => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell);
