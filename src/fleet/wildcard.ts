/**
 * A pattern with `*` for any characters or none, as the texts between the `*`; never empty. Patterns are matched by looking for
 * one text after the other, never by a regular expression made of them, which could be made to take for ever.
 */
export type Pieces = readonly [string, ...string[]];

export const piecesOf = (pattern: string): Pieces => {
  const [first = '', ...others] = pattern.split('*');
  return [first, ...others];
};

/** True where the pattern matches the whole text. */
export const matchesWhole = (pieces: Pieces, text: string): boolean => {
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === last;
  const from = firstEnd(pieces.slice(0, -1), text);
  return from !== undefined && from + last.length <= text.length && text.endsWith(last);
};

/** The first place at which a beginning of the text that the pattern matches can end. */
export const firstEnd = (pieces: readonly string[], text: string): number | undefined => {
  let end = 0;
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (text.startsWith(piece) ? 0 : -1) : text.indexOf(piece, end);
    if (found === -1) return undefined;
    end = found + piece.length;
  }
  return end;
};

/** The last such place before `limit`, where there is one. */
export const lastEnd = (pieces: Pieces, text: string, limit: number): number | undefined => {
  const first = firstEnd(pieces, text);
  if (first === undefined || first >= limit) return undefined;
  if (pieces.length === 1) return first;
  const last = pieces.at(-1) ?? '';
  return Math.max(first, text.lastIndexOf(last, limit - 1 - last.length) + last.length);
};

/** The last place at which an end of the text that the pattern matches can begin. */
export const lastStart = (pieces: readonly string[], text: string): number | undefined => {
  let start = text.length;
  for (const [i, piece] of [...pieces].reverse().entries()) {
    const at = start - piece.length;
    const found = i === 0 ? (text.endsWith(piece) ? at : -1) : at < 0 ? -1 : text.lastIndexOf(piece, at);
    if (found === -1) return undefined;
    start = found;
  }
  return start;
};

/** The first such place from `from` on, where there is one. */
export const firstStart = (pieces: Pieces, text: string, from: number): number | undefined => {
  const last = lastStart(pieces, text);
  if (last === undefined || last < from) return undefined;
  return pieces.length === 1 ? last : text.indexOf(pieces[0], from);
};
