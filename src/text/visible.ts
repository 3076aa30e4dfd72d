/** Controls, line and paragraph separators, bidirectional controls, zero-width characters, tags, lone surrogates. */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * Makes a text from an export safe to show on one line: what a reader could not see, or what would change the lines, the
 * direction or the terminal's state, is written as `\u{1B}`. Everything else stays as it is.
 */
export const visible = (text: string): string =>
  text.replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
