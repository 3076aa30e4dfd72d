/**
 * A text with each run of white space as one space and none at its ends: programs that carry texts on change line ends and blanks.
 * A single space is passed over, for most runs are one.
 */
export const foldSpace = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
