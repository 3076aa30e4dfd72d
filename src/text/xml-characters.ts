/** What XML 1.0 (section 2.2, Char) leaves out. With the u flag \p{Surrogate} matches lone surrogates only. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What may be one of these, a half of a pair, or a carriage return. */
const suspicious = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;

/**
 * Makes a text one that XML 1.0 can carry and give back unchanged: forbidden characters and lone surrogates become U+FFFD,
 * CRLF and CR become LF (a parser would do that to them).
 *
 * @returns the text, and how many characters were replaced by U+FFFD (line breaks are not counted)
 */
export const toXmlText = (text: string): { readonly text: string; readonly replaced: number } => {
  if (!suspicious.test(text)) return { text, replaced: 0 };
  let replaced = 0;
  const legal = text.replace(forbidden, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: legal.replace(/\r\n?/g, '\n'), replaced };
};
