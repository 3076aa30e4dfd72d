/**
 * Controls, line and paragraph separators, bidirectional controls, lone surrogates, and what Unicode calls ignorable: zero-width
 * characters, fillers, tags, variation selectors.
 */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}|\p{Surrogate}/gu;

/** True for printable ASCII alone, which most texts are. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * Makes a text from an export safe to show on one line: what a reader could not see, or what would change the lines, the
 * direction or the terminal's state, is written as `\u{1B}`. Everything else stays as it is.
 */
export const visible = (text: string): string =>
  isPlain(text)
    ? text
    : text.replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);

/** The same of a text of several lines: line feeds and tabs stay. */
export const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');

/**
 * JSON for programs and for terminals: what a terminal would act on is written as an escape (`\u009b`), which is the same text
 * to who parses it. JSON.stringify leaves all but the first 32 characters as they are.
 *
 * @returns the document with a line feed at its end
 */
export const jsonText = (value: unknown): string => {
  const escaped = JSON.stringify(value, null, 2).replace(invisible, (found) =>
    found === '\n' ? found : unitsOf(found),
  );
  return `${escaped}\n`;
};

const unitsOf = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => {
    const unit = character.charCodeAt(i).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
