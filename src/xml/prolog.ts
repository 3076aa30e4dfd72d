/** How an XML document begins: its root's name without the prefix, or the DOCTYPE that comes before it. */
export interface Prolog {
  readonly root: string | undefined;
  /** The name that a DOCTYPE gives. */
  readonly doctype: string | undefined;
}

/**
 * Skips white space, instructions and comments, each by a search for its end, and reads the name of what follows. Goes over
 * the text once; what has no end leaves no root.
 */
export const readProlog = (text: string): Prolog => {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const part = skipped.find(([opening]) => text.startsWith(opening, at));
    if (part === undefined) break;
    const [begin, end] = part;
    const found = text.indexOf(end, at + begin.length);
    // Neither a root nor a DOCTYPE: `<!-` and `<?` begin no name.
    if (found === -1) break;
    at = found + end.length;
  }
  const here = text.slice(at, at + 400);
  return {
    root: /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(here)?.[1],
    doctype: /^<!DOCTYPE\s+([\w.:-]+)/i.exec(here)?.[1],
  };
};

const skipped = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;
