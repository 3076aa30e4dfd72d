/**
 * Rows of cells as CSV text (RFC 4180): commas, CRLF behind each row, quotes around each cell that needs them. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
export const toCsvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const cell = (text: string): string => {
  const safe = withoutFormula(text);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * What begins with one of these is a formula to some spreadsheet: as it stands, after white space and characters without a width, or
 * full-width as East Asian editions take it.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u;

const withoutFormula = (text: string): string => (formula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text);
