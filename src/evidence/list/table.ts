import { linesOf } from '../../text/lines.js';

/** How much of a text is looked at: a table begins at its top, below a prompt or a few blank lines at most. */
const top = 50_000;

/**
 * True for what Format-Table prints (and the console, for up to four properties): a header and below it a line of dashes,
 * as many and in the same places as the header's names have letters. Several groups of dashes from a line's beginning
 * suffice: a narrow console breaks the names. Format-List text has no such line, for it indents all but labels.
 */
export const looksLikeTable = (text: string): boolean => {
  const lines = linesOf(text.slice(0, top)).slice(0, 50);
  return lines.some((line, i) => /^\s*-+(\s+-+)*\s*$/.test(line) && underlines(line, lines[i - 1] ?? ''));
};

const underlines = (dashes: string, header: string): boolean =>
  (header.trim() !== '' && /^-+ +-/.test(dashes)) ||
  [...dashes.matchAll(/-+/g)].every(({ index, 0: group }) => {
    const name = header.slice(index, index + group.length);
    const around = header.charAt(index - 1) + header.charAt(index + group.length);
    return name.trim().length === group.length && around.trim() === '';
  });
