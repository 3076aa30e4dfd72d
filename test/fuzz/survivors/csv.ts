import { type Fields, faultsOf, pieceOf, type Survivors } from './piece.js';

/** A naive reading of CSV by the delimiter that the file was written with. */
export const csvSurvivors = (text: string, delimiter: string): Survivors => {
  const { rows, visible } = rowsOf(text.replace(/^(\s*(#TYPE[^\r\n]*)?\s*"?sep=.*(\r\n|[\r\n]))+/i, '$2\n'), delimiter);
  // A spreadsheet saves the empty rows below its data.
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  const pieces = [];
  let header: readonly string[] | undefined;
  for (const cells of rows) {
    const first = cells[0] ?? '';
    if (/^(#TYPE\b|sep=)/i.test(cells.join(delimiter))) header = undefined;
    else if (cells.length === 1 && first.trim() === '') continue;
    else if (header === undefined || isHeader(cells, header)) header = cells.map((cell) => cell.trim().toLowerCase());
    else {
      const fields = new Map<string, (string | undefined)[]>();
      for (const [i, name] of header.entries()) fields.set(name, [...(fields.get(name) ?? []), cells[i]]);
      if (cells.length !== header.length) visible.push('a row of another length');
      if (cells.every((cell) => cell.trim() === '')) visible.push('a row of empty cells');
      visible.push(...faultsOf(fields as Fields));
      pieces.push(pieceOf(fields, cells.join('\n')));
    }
  }
  if (header?.includes('')) visible.push('a column without a name');
  // A cut exactly between two records cannot be told; one within a cell can, unless the cell is a word that has an end of its own.
  if (!/(^|[\r\n"])$/.test(text) && !hasOwnEnd.test(rows.at(-1)?.at(-1) ?? '')) visible.push('no line end');
  return { pieces, visible, named: header?.join('\n') };
};

const hasOwnEnd =
  /^(\$?(true|false)|EncryptionOnly|CertificateValidation|DomainValidation|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

const isHeader = (cells: readonly string[], header: readonly string[]): boolean => {
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return names.size === header.length && header.every((name) => names.has(name));
};

const rowsOf = (text: string, delimiter: string): { rows: string[][]; visible: string[] } => {
  const rows: string[][] = [];
  const visible: string[] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += text[at] === '"' ? 2 : 1)
        cell += text[at];
      if (at >= text.length) visible.push('a quote that is never closed');
      at++;
    }
    const end = /[\r\n]|$/g;
    end.lastIndex = at;
    const line = end.exec(text)?.index ?? text.length;
    const next = text.indexOf(delimiter, at);
    const stop = next !== -1 && next < line ? next : line;
    if (cell !== '' && stop > at) visible.push('text behind a quote');
    if (cell === '' && text.slice(at, stop).includes('"') && !/^\s*#TYPE/i.test(text.slice(at, stop)))
      visible.push('a quote in a cell');
    row.push(cell + text.slice(at, stop));
    at = stop + 1;
    if (stop === next && next < line) {
      if (at >= text.length) row.push('');
      else continue;
    }
    if (text[stop] === '\r' && text[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  return { rows, visible };
};
