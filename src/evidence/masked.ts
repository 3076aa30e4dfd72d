/**
 * True for what people put in place of a text that they do not want to show: only x, X or `*`, between the hyphens of a GUID too, or a
 * word in `<>` or `[]`.
 */
export const isMasked = (text: string): boolean => {
  const word = text.trim();
  return (/^[x*{}\s-]+$/i.test(word) && /[x*]/i.test(word)) || /^(?:<[^<>]*>|\[[^[\]]*\])$/.test(word);
};
