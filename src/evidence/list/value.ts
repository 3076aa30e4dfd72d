import type { ExportValue } from '../../model/export-record.js';
import { booleans, isSendConnectorName } from '../property-names.js';
import { seen } from '../seen.js';
import { cellsOf } from './cells.js';

/** A value's first line, or one below it, without the indent; `end` is the cell where the line ends. */
export interface Piece {
  readonly text: string;
  readonly end: number;
}

/** Properties that hold any text. In the others braces stand around a collection, and dots at the end are what was cut off. */
const anyText = new Set(['name', 'identity', 'id', 'distinguishedname', 'comment', 'admindisplayname']);

/** Properties whose value is one word, which never goes on in a second line. */
export const isOneWord = (key: string): boolean => booleans.has(key) || key === 'tlsauthlevel';

/**
 * Makes the value of its lines. Blank is null, `{a, b}` a list; what ends in `...` or `…` was cut and is unreadable, and so
 * is a list without its closing brace. Of a Boolean or an enum the first line counts; joining must not make a True.
 *
 * @param width the cells of a whole line, where PowerShell breaks values
 */
export const valueOfPieces = (key: string, pieces: readonly Piece[], width: number): ExportValue => {
  const text = withoutSpaces(isOneWord(key) ? (pieces[0]?.text ?? '') : joined(pieces, width));
  if (text === '') return pieces.every((piece) => piece.text.trim() === '') ? { kind: 'null' } : unread(pieces);
  if (anyText.has(key)) return { kind: 'text', text };
  if (/(\.\.\.|…)\}?$/.test(text.slice(-20).replace(/\s/g, ''))) return unread(pieces, 'cut');
  if (!text.startsWith('{')) return { kind: 'text', text };
  if (!text.endsWith('}')) return unread(pieces, 'cut');
  const members = text.slice(1, -1).trim();
  const items = members === '' ? [] : members.split(/,\s/);
  return { kind: 'list', items: items.map((item) => ({ kind: 'text', text: item.trim() })) };
};

/** A console pads with spaces; anything else that is blank is part of the value, or damage to it. */
export const withoutSpaces = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && ' \t\n'.includes(text.charAt(from))) from++;
  while (to > from && ' \t\n'.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
};

/**
 * PowerShell breaks a line where it is full or, in some cultures, behind a blank where the next word does not fit; an editor may
 * have taken that blank. Any other break is the value's own.
 */
const joined = (pieces: readonly Piece[], width: number): string => {
  let text = '';
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1];
    text += piece.text + (next === undefined ? '' : glue(piece, next.text, width));
  }
  return text;
};

const glue = ({ text, end }: Piece, next: string, width: number): string => {
  if (beginsWithName(next)) return '\n';
  if (end >= width || (end === width - 1 && cellsOf(next.charAt(0)) === 2)) return '';
  const word = cellsOf(next.split(' ', 1)[0] ?? '');
  const blank = text.endsWith(' ') ? '' : ' ';
  return word > 0 && end + blank.length + word > width ? blank : '\n';
};

const beginsWithName = (text: string): boolean => {
  const colon = text.slice(0, 80).indexOf(':');
  return colon > 0 && isSendConnectorName(text.slice(0, colon).trim().toLowerCase());
};

const unread = (pieces: readonly Piece[], reason: 'unreadable' | 'cut' = 'unreadable'): ExportValue => {
  const text = pieces
    .map((piece) => piece.text.trim())
    .join(' ')
    .trim();
  return { kind: 'unreadable', reason, seen: seen(text) };
};
