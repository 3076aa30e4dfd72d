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
  if (width > 0 && isPlain(text)) {
    for (let [start, end] = [0, 0]; start < text.length; start = end) {
      end = endOfLine(text, start, width);
      lines.push(text.slice(start, end).trimEnd());
    }
    return lines;
  }
  let line = '';
  for (const word of text.match(/[^ ,]*[ ,]|[^ ,]+/g) ?? []) {
    if (line !== '' && widthOf(`${line}${word}`.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line += word;
  }
  return [...lines, line.trimEnd()];
};

/** Where the words end that a line has room for, in a text whose characters take a column each; blanks behind them take none. */
const endOfLine = (text: string, start: number, width: number): number => {
  const room = start + width;
  if (text.length <= room) return text.length;
  let end = room;
  if (text[end] === ' ') {
    while (text[end] === ' ') end++;
    return end;
  }
  while (end > start && !endsWord(text, end)) end--;
  if (end === start) for (end = room + 1; end < text.length && !endsWord(text, end); ) end++;
  return end;
};

const endsWord = (text: string, end: number): boolean => text[end - 1] === ' ' || text[end - 1] === ',';
