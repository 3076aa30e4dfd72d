/** Where an element's content stands in the text it was parsed from, in UTF-16 units. */
export type ContentSpan =
  /** Between the start tag and the end tag: nothing but text, references and CDATA sections. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  /** There is one tag, `<name/>`; `start` is the offset of its slash, `end` behind it. */
  | { readonly kind: 'empty-tag'; readonly start: number; readonly end: number; readonly name: string }
  /** There is an element, a comment or an instruction among the text, at `start`. */
  | { readonly kind: 'markup'; readonly start: number };

/**
 * Finds the content of an element that holds only text.
 *
 * @param text a document that `parseXml` took
 * @param start the element's own `start`
 */
export const contentSpan = (text: string, start: number): ContentSpan => {
  const tagEnd = endOfTag(text, start);
  if (text[tagEnd - 1] === '/') {
    const name = /[^<\s/>]+/.exec(text.slice(start, tagEnd))?.[0] ?? '';
    return { kind: 'empty-tag', start: tagEnd - 1, end: tagEnd + 1, name };
  }
  for (let at = tagEnd + 1; ; ) {
    const next = text.indexOf('<', at);
    if (text.startsWith('</', next)) return { kind: 'text', start: tagEnd + 1, end: next };
    if (!text.startsWith('<![CDATA[', next)) return { kind: 'markup', start: next };
    at = text.indexOf(']]>', next) + 3;
  }
};

/** The offset of the `>` that ends the tag; one in an attribute's value does not. */
export const endOfTag = (text: string, start: number): number => {
  const part = /"[^"]*"|'[^']*'|>/g;
  part.lastIndex = start;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) if (found[0] === '>') return found.index;
  return text.length;
};

/**
 * Writes a text as an element's content, so that it reads back exactly as it is.
 *
 * @param text holds only characters that XML 1.0 allows (../text/xml-characters.ts)
 * @param lineEnd what the file has for a line feed; a parser reads a line feed from any of them (XML 1.0, 2.11)
 */
export const escapeContent = (text: string, lineEnd: '\n' | '\r\n' | '\r'): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', lineEnd);
