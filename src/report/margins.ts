import { shortened } from '../text/limit.js';
import { onOneLine } from './html.js';

/** More does not fit in a margin. */
const longestInMargin = 160;

/** Whether the margins have no room for the whole marking: then it is printed on the page as well. */
export const isTooLongForMargin = (marking: string): boolean => onOneLine(marking).length > longestInMargin;

/** A marking longer than this is set smaller, so that it stays within its margin. */
const longMarking = 50;

/**
 * What repeats in the margins of each printed page, as CSS (CSS Paged Media Module Level 3, margin boxes): the marking at the
 * top and the bottom, and a label that tells loose pages apart. The page number is in the style that all pages share.
 *
 * @returns printable ASCII without `<`, `>`, `&` and line feeds, whatever the texts hold
 */
export const marginStyle = (marking: string, label: string): string => {
  const box = (name: string, text: string, more = '') =>
    ` @${name} { content: ${cssString(shortened(onOneLine(text), longestInMargin))};${more} }`;
  const size = marking.length > longMarking ? ' font-size: 6.5pt;' : '';
  const markings = marking === '' ? '' : box('top-center', marking, size) + box('bottom-center', marking, size);
  return `@page {${markings}${box('bottom-left', label)} }`;
};

/** A CSS string (CSS Syntax Module Level 3, 4.3.7). The blank that ends each escape belongs to it. */
const cssString = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 ]/gu, (found) => `\\${(found.codePointAt(0) ?? 0).toString(16)} `)}"`;
