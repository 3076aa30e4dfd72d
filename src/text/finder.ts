/** Finds the next occurrence from an offset that only grows, without looking at any character twice; infinity where there is none. */
export const finder = (text: string, needle: string): ((from: number) => number) => {
  let at = -1;
  return (from) => {
    if (at < from) {
      const found = text.indexOf(needle, from);
      at = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return at;
  };
};
