import type { FormatName } from '../model/format-names.js';

const encoder = new TextEncoder();

/** A file of one format as bytes with gaps: what every host has, cut where a host's own values stand. */
export interface TemplateFile {
  readonly format: FormatName;
  readonly pieces: readonly (Uint8Array | Gap)[];
}

/** Where a value stands. */
interface Gap {
  readonly value: number;
  readonly as: 'none' | 'xml' | 'json';
}

/** How a value is written: as it is where it needs no escape in any format. */
const escapes = {
  none: (text: string) => text,
  xml: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  json: (text: string) => JSON.stringify(text).slice(1, -1),
};

/** A file with stand-ins for a host's values, written twice: once with each of two statuses for every rule that was judged. */
export interface StandIns {
  readonly texts: readonly [one: string, other: string];
  /** What stands for the statuses in each (`wordsOf`). */
  readonly words: readonly [one: readonly (readonly string[])[], other: readonly (readonly string[])[]];
  /** What stands for a value, with its place in a group. */
  readonly pattern: RegExp;
  /** The place of the first value that has to be escaped, and of the first word. */
  readonly firstText: number;
  readonly firstWord: number;
}

/**
 * Cuts a file at its stand-ins, and where the two texts differ. Nothing where a value stands where it cannot be put, or a difference is
 * no known word.
 */
export const cutFile = (format: FormatName, input: StandIns): TemplateFile | undefined => {
  const [one, other] = input.texts.map((text) => text.split(input.pattern));
  if (one === undefined || one.length !== other?.length) return undefined;
  const used = input.words[0].map(() => 0);
  const pieces: (Uint8Array | Gap)[] = [];
  let isInTag = false;
  const add = (text: string): void => {
    pieces.push(encoder.encode(text));
    const [opened, closed] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
    if (opened !== closed) isInTag = opened > closed;
  };
  for (const [i, text] of one.entries()) {
    const same = other[i] ?? '';
    if (i % 2 === 0) {
      const cut = cutWords(text, same, input, used);
      if (cut === undefined) return undefined;
      for (const piece of cut)
        if (typeof piece === 'string') add(piece);
        else pieces.push({ value: piece, as: 'none' });
      continue;
    }
    const value = Number(text);
    const isPlain = value < input.firstText;
    if (text !== same || (!isPlain && isInTag && format !== 'cklb')) return undefined;
    pieces.push({ value, as: isPlain ? 'none' : format === 'cklb' ? 'json' : 'xml' });
  }
  const isWhole = used.every((count, list) => count === 0 || count === input.words[0][list]?.length);
  return isWhole ? { format, pieces } : undefined;
};

/** A text between two values: what both have, and the places of the words in which they differ. `used` counts the words of each list. */
const cutWords = (
  one: string,
  other: string,
  { words, firstWord }: StandIns,
  used: number[],
): readonly (string | number)[] | undefined => {
  const pieces: (string | number)[] = [];
  let [from, a, b] = [0, 0, 0];
  while (a < one.length || b < other.length) {
    if (one[a] === other[b]) {
      a += 1;
      b += 1;
      continue;
    }
    const [word, otherWord] = [wordAt(one, a), wordAt(other, b)];
    const list = used.findIndex((n, l) => words[0][l]?.[n] === word && words[1][l]?.[n] === otherWord);
    const count = used[list];
    if (count === undefined) return undefined;
    pieces.push(one.slice(from, a), firstWord + words[0].slice(0, list).flat().length + count);
    used[list] = count + 1;
    a += word.length;
    b += otherWord.length;
    from = a;
  }
  return [...pieces, one.slice(from)];
};

/** Up to the end of an element's text, of an attribute or of a text in JSON. */
const wordAt = (text: string, at: number): string => text.slice(at, at + text.slice(at, at + 40).search(/[<"]/));

/** Gives room for so many bytes, all of which are written. */
export type Room = (length: number) => Uint8Array;

/** The files of a host: its values in their places. */
export const fillFiles = (
  files: readonly TemplateFile[],
  values: readonly string[],
  room: Room,
): readonly Uint8Array[] => {
  const encoded: Record<Gap['as'], Uint8Array[]> = { none: [], xml: [], json: [] };
  const valueAt = ({ value, as }: Gap): Uint8Array => {
    encoded[as][value] ??= encoder.encode(escapes[as](values[value] ?? ''));
    return encoded[as][value];
  };
  return files.map(({ pieces }) => {
    const parts = pieces.map((piece) => (piece instanceof Uint8Array ? piece : valueAt(piece)));
    const whole = room(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  });
};
