import { cutText } from '../text/limit.js';
import { visible } from '../text/visible.js';

/** A name or value longer than this is cut: one of them must not push the verdict out of the details. */
const longestValue = 300;

/** A text of the export as the details show it: on one line, nothing invisible, not endless. */
export const shown = (text: string): string =>
  text.length > longestValue ? `${visible(cutText(text, longestValue))}… [cut]` : visible(text);

/** A file by its name without the folders, which are the assessor's own. */
export const shownFile = (path: string): string => shown(path.split(/[\\/]/).at(-1) || path);
