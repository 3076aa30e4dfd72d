import { firstEnd, firstStart, lastEnd, lastStart, matchesWhole, type Pieces, piecesOf } from './wildcard.js';

/** A parsed template: the patterns of the folders and the file, one of which has the host in it. */
export interface FileTemplate {
  readonly segments: readonly Segment[];
}

type Segment = { readonly pattern: Pieces } | { readonly before: Pieces; readonly behind: Pieces };

const placeholder = '{host}';

/**
 * Reads a template of paths such as `{host}-send-connectors.*` or `{host}/exports/*.csv`: `{host}` exactly once stands for the
 * host's name, `*` for any characters or none, both without `/`. Everything else is meant as it is, case included. Undefined
 * for what is no such template: also where `*` touches `{host}`, because nothing then tells where the name ends.
 */
export const parseFileTemplate = (text: string): FileTemplate | undefined => {
  const folders = text.split('/');
  const isPath = folders.every((part) => !['', '.', '..'].includes(part)) && !text.includes('\\');
  const rest = text.split(placeholder);
  if (!isPath || rest.length !== 2 || /[{}]/.test(rest.join('')) || /\*\{host\}|\{host\}\*/.test(text))
    return undefined;
  const segments = folders.map((part): Segment => {
    const [before = '', behind] = part.split(placeholder);
    if (behind === undefined) return { pattern: piecesOf(before) };
    return { before: piecesOf(before), behind: piecesOf(behind) };
  });
  return { segments };
};

/**
 * What the template makes of a path (`/`-separated, relative): the host, or that it could be several, or undefined where the
 * path does not match. Takes time in proportion to the path's length.
 */
export const matchTemplate = (
  { segments }: FileTemplate,
  path: string,
): { readonly host: string; readonly other?: string | undefined } | undefined => {
  const parts = path.split('/');
  if (parts.length !== segments.length) return undefined;
  let found: ReturnType<typeof hostIn>;
  for (const [i, segment] of segments.entries()) {
    const part = parts[i] ?? '';
    if ('pattern' in segment) {
      if (!matchesWhole(segment.pattern, part)) return undefined;
    } else {
      found = hostIn(segment.before, segment.behind, part);
      if (found === undefined) return undefined;
    }
  }
  return found;
};

/** The host that the template sees in a path; undefined where it does not match, or leaves several possible. */
export const hostOf = (template: FileTemplate, path: string): string | undefined => {
  const found = matchTemplate(template, path);
  return found?.other === undefined ? found?.host : undefined;
};

/** The longest name that is possible, and the shortest where that is another one. */
const hostIn = (
  before: Pieces,
  behind: Pieces,
  text: string,
): { readonly host: string; readonly other?: string | undefined } | undefined => {
  // The name begins where a match of `before` ends, and ends where one of `behind` begins.
  const start = firstEnd(before, text);
  const end = lastStart(behind, text);
  if (start === undefined || end === undefined || start >= end) return undefined;
  const host = text.slice(start, end);
  const otherStart = lastEnd(before, text, end) ?? start;
  if (otherStart !== start) return { host, other: text.slice(otherStart, end) };
  const otherEnd = firstStart(behind, text, start + 1) ?? end;
  return otherEnd === end ? { host } : { host, other: text.slice(start, otherEnd) };
};
