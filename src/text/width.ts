import { isPlain } from './visible.js';

/** Marks that stand on the character before them, and the vowels and finals that Hangul composes with it. */
const zeroWide = /[\p{Mn}\p{Me}\u1160-\u11ff]/u;
/** What East Asian terminals draw over two columns (UAX #11, W and F). */
const twoWide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

const columnsOf = (character: string): number => {
  if (zeroWide.test(character)) return 0;
  return twoWide.test(character) ? 2 : 1;
};

/** How many columns of a terminal a text takes that `visible` let through. */
export const widthOf = (text: string): number =>
  isPlain(text) ? text.length : [...text].reduce((sum, character) => sum + columnsOf(character), 0);

/** The text, or its beginning and an ellipsis where it is wider; marks stay with their characters. */
export const cutToWidth = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += columnsOf(character);
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
  if (widthOf(text) <= width) return [text.trimEnd()];
  const size = isPlain(text) ? (part: string) => part.length : widthOf;
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[^ ,]*[ ,]|[^ ,]+/g) ?? []) {
    if (line !== '' && size(`${line}${word}`.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line += word;
  }
  return [...lines, line.trimEnd()];
};
