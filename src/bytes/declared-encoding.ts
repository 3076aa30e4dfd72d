/** The encoding that an XML declaration names; undefined where it names none. */
export const declaredEncoding = (text: string): string | undefined =>
  /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(text)?.[1];

/** Encodings of one byte for each character whose first half is ASCII, by the names that readers of XML know. */
const singleByte = /^(?:windows-125\d|cp125\d|iso-8859-\d{1,2}|latin1|koi8-[ru]|macintosh)$/i;

/** Whether a text of these bytes may be in the encoding that it names, where it is no Unicode. */
export const isSingleByte = (declared: string): boolean => singleByte.test(declared);

/**
 * Whether readers that go by the declaration (libxml2, expat) read a text that is encoded as UTF-8 as it is. Whatever is ASCII alone is the same in most
 * encodings.
 */
export const isReadAsUtf8 = (text: string): boolean => {
  const declared = declaredEncoding(text);
  if (declared === undefined || /^utf-?8$/i.test(declared)) return true;
  return (isSingleByte(declared) || /^(?:us-)?ascii$/i.test(declared)) && !/[^\x00-\x7f]/.test(text);
};
