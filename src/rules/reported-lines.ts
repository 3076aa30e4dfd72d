import { placeText } from '../diagnostics/line.js';
import type { Reported } from '../model/reported.js';
import { shown, shownFile } from './shown.js';

/** How many are listed one by one: they must not crowd out the connectors. */
const longestList = 20;

/** What was reported as lines that begin with a word, files by their names alone; of very many the first, and a count. */
export const reportedLines = (word: string, reported: readonly Reported[]): readonly string[] => {
  const more = reported.length - longestList;
  return [
    ...reported.slice(0, longestList).map(({ code, place, message }) => {
      const at = placeText({ ...place, file: place.file && shownFile(place.file) });
      return `${word}: ${shown(`${at}${message} [${code}]`)}`;
    }),
    ...(more > 0 ? [`${word}: ${more} more`] : []),
  ];
};
