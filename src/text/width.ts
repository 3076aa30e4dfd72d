import { isPlain } from './visible.js';

/** Marks that stand on the character before them, and the vowels and finals that Hangul composes with it. */
const zeroWide = /[\p{Mn}\p{Me}\u1160-\u11ff]/u;
/** What East Asian terminals draw over two columns (UAX #11, W and F). */
const twoWide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

const columnsOf = (code: number): number => {
  if (code < 0x300) return 1;
  const character = String.fromCodePoint(code);
  if (zeroWide.test(character)) return 0;
  return twoWide.test(character) ? 2 : 1;
};

/** How many columns of a terminal a text takes that `visible` let through. */
export const widthOf = (text: string): number => {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0);
  return width;
};

/** Nothing is wider than two columns. */
const fits = (text: string, width: number): boolean => text.length * 2 <= width || widthOf(text) <= width;

/** The text, or its beginning and an ellipsis where it is wider; marks stay with their characters. */
export const cutToWidth = (text: string, width: number): string => {
  if (fits(text, width)) return text;
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += columnsOf(character.codePointAt(0) ?? 0);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
};

/** The text with blanks behind it up to the width. */
export const padToWidth = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The text in lines that end between words, or behind a comma. A word that is wider than a line has one of its own. */
export const wrapToWidth = (text: string, width: number): readonly string[] => {
  if (fits(text, width)) return [text.trimEnd()];
  const lines: string[] = [];
  // The line's whole words; then columns: of the line so far, of it without blanks at its end, of its whole words.
  let [start, end] = [0, 0];
  let [used, shown, whole] = [0, 0, 0];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    used += columnsOf(code);
    if (!isBlank(code)) shown = used;
    if (code !== 0x20 && code !== 0x2c && at < text.length) continue;
    if (end > start && shown > width) {
      lines.push(text.slice(start, end).trimEnd());
      start = end;
      used -= whole;
      shown = Math.max(0, shown - whole);
    }
    end = at;
    whole = used;
  }
  return [...lines, text.slice(start).trimEnd()];
};

const isBlank = (code: number): boolean =>
  code === 0x20 || ((code < 0x20 || code > 0x7e) && /\s/.test(String.fromCodePoint(code)));
