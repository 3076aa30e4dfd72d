import { placeText } from '../diagnostics/line.js';
import type { Reported } from '../model/reported.js';
import { shown, shownFile } from './shown.js';

/** How many are listed one by one: they must not crowd out the connectors. */
const longestList = 20;

/** What was reported as lines that begin with a word, after the first with another, files by their names alone; of very many the first, and a count. */
export const reportedLines = (word: string, reported: readonly Reported[], again = word): readonly string[] => {
  const more = reported.length - longestList;
  return [
    ...reported.slice(0, longestList).map(({ code, place, message }, i) => {
      const at = placeText({ ...place, file: place.file && shownFile(place.file) });
      return `${i === 0 ? word : again}: ${shown(`${at}${message} [${code}]`)}`;
    }),
    ...(more > 0 ? [`${again}: ${more} more`] : []),
  ];
};
