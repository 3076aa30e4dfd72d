import type { ExportValue } from '../../model/export-record.js';
import { seen } from '../seen.js';

/** A value's first line, or one that it was wrapped to; `full` where the line could not have taken another character. */
export interface Piece {
  readonly text: string;
  readonly full: boolean;
}

/** The longest word that a verdict hangs on is CertificateValidation. */
const longestWord = 21;

/**
 * Makes the value of its lines. Blank is null, `{a, b}` a list; what ends in `...` or `…` was cut and is unreadable, and so
 * is a list without its closing brace. A word so short that it never needs wrapping, yet is put together from several
 * lines, is unreadable too: joining must not make a True.
 */
export const valueOfPieces = (pieces: readonly Piece[]): ExportValue => {
  const text = withoutSpaces(joined(pieces));
  if (text === '') return { kind: 'null' };
  if (pieces.length > 1 && text.length <= longestWord && !/\s/.test(text)) return unreadable('unreadable', pieces);
  if (/(\.\.\.|…)\}?$/.test(text.slice(-20).replace(/\s/g, ''))) return unreadable('cut', pieces);
  if (!text.startsWith('{')) return { kind: 'text', text };
  if (!text.endsWith('}')) return unreadable('cut', pieces);
  const members = text.slice(1, -1).trim();
  const items = members === '' ? [] : members.split(', ');
  return { kind: 'list', items: items.map((item) => ({ kind: 'text', text: item.trim() })) };
};

/** A console pads with spaces; anything else that is blank is part of the value, or damage to it. */
const withoutSpaces = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && ' \t'.includes(text.charAt(from))) from++;
  while (to > from && ' \t'.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
};

/**
 * PowerShell breaks a line behind a space, which stays at the line's end, or, within a long word, where the line is full.
 * A shorter line without a space at its end lost the space to an editor, or is a line of a value that has several.
 */
const joined = (pieces: readonly Piece[]): string => {
  let text = '';
  let glue = '';
  for (const piece of pieces) {
    text += glue + piece.text;
    glue = piece.full || piece.text.endsWith(' ') ? '' : ' ';
  }
  return text;
};

const unreadable = (reason: 'unreadable' | 'cut', pieces: readonly Piece[]): ExportValue => {
  const text = pieces
    .map((piece) => piece.text.trim())
    .join(' ')
    .trim();
  return { kind: 'unreadable', reason, seen: seen(text) };
};
