/** Importers keep this many UTF-16 units of finding details and of comments, and cut or refuse what is longer. */
export const textLimit = 32_767;

/** The text's first `maxUnits` UTF-16 units, or one fewer where that would cut a surrogate pair in two. */
export const cutText = (text: string, maxUnits: number): string => {
  const units = Math.max(0, maxUnits);
  if (text.length <= units) return text;
  const cutsPair = isHighSurrogate(text.charCodeAt(units - 1)) && isLowSurrogate(text.charCodeAt(units));
  return text.slice(0, cutsPair ? units - 1 : units);
};

/** The text, or its beginning with an ellipsis where it is longer. */
export const shortened = (text: string, maxUnits = 60): string =>
  text.length > maxUnits ? `${cutText(text, maxUnits)}…` : text;

/** The beginning of a text on one line. */
export const beginning = (text: string, maxUnits = 60): string => shortened(text.trim().replace(/\s+/g, ' '), maxUnits);

/** The same as a quotation. */
export const quote = (text: string): string => `"${beginning(text)}"`;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
