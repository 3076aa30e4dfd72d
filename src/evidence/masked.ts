/** True for a text that was made illegible before it was handed over: only x and `*`, or a word in angle or square brackets. */
export const isMasked = (text: string): boolean =>
  /^[xX*\-{}\s]*[xX*][xX*\-{}\s]*$|^<[^<>]*>$|^\[[^[\]]*\]$/.test(text.trim());
