import { visible } from '../text/visible.js';

/*
 * PowerShell takes a curly quotation mark for a straight one, ends a comment at any line end, and Windows PowerShell 5.1 reads a file
 * without a mark in the code page of the machine. So nothing but printable ASCII is written, whatever a name holds.
 */

/** Printable ASCII. */
const plain = /^[\x20-\x7e]*$/;

/** What begins a signature, wherever it stands. */
const signature = /SIG (?=#)/i;

/** An expression whose value is exactly the text. */
export const literal = (text: string): string => {
  if (plain.test(text) && !signature.test(text)) return quoted(text);
  // A character by itself would be added as a number: the empty text in front makes texts of them.
  const parts = text.match(/[\x20-\x7e]+|[^\x20-\x7e]/g) ?? [];
  const terms = parts.flatMap((part) =>
    plain.test(part) ? [quoted(part)] : Array.from({ length: part.length }, (_, i) => character(part.charCodeAt(i))),
  );
  return `('' + ${terms.join(' + ')})`;
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const character = (unit: number): string => `[char]0x${unit.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A text on one line, for comments and for the screen: what is not plain is written as `\u{F6}`, and so is what would end a block
 * comment or begin a signature.
 */
export const plainText = (text: string): string =>
  visible(text)
    .replaceAll('\u2026', '...')
    .replace(/[^\x20-\x7e]/gu, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
    .replace(/#(?=>)|(?<=SIG )#/gi, '\\u{23}');

/** Lines of a comment; where blanks allow it, none is longer than a screen is wide. */
export const comment = (text: string, indent = ''): readonly string[] =>
  wrapped(text, 112 - indent.length).map((line, i) => `${indent}# ${i === 0 ? '' : '  '}${line}`);

/** Paragraphs within a block comment. */
export const helpText = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text) => wrapped(text, 112).map((line, i) => `    ${i === 0 ? '' : '  '}${line}`));

const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};
