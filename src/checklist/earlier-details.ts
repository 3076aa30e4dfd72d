import { endOfOwn, looksOwn } from '../rules/own-details.js';
import { visible } from '../text/visible.js';
import { withoutMarks } from './update-mark.js';

/** What earlier runs and people left in the finding details of a rule. */
export interface EarlierDetails {
  /** The text that this program did not write, unchanged; empty if there is none. */
  readonly people: string;
  /** From the first line that says "here before" to the end, as it stands; empty where there is none. */
  readonly below: string;
  /** True where an earlier text of this program was changed by hand, so that all of it counts as people's. */
  readonly edited: boolean;
}

/** The line above details that were there before; `status` is the one that they stood for. */
export const hereBefore = (status: string): string =>
  `---- Details that were here before (status: ${visible(status.trim()).slice(0, 40) || 'none'}) ----`;

const hereBeforeLine = /^---- Details that were here before \(status: .*\) ----[ \t]*\r?$/m;

/**
 * Tells what people wrote from what this program wrote, so that the latter can be replaced: a text that has its checksum.
 * Whatever is behind it is people's; so is the whole where a word of it was changed or the end is lost.
 *
 * @param next what is to be written now: where the very same text is there already, it is ours, whatever it looks like
 */
export const earlierDetails = (details: string, next: string): EarlierDetails => {
  const split = hereBeforeLine.exec(details)?.index ?? details.length;
  // The empty line above the line is `putAbove`'s.
  const above = details.slice(0, split).replace(split < details.length ? /(?:\r?\n){1,2}$/ : /$^/, '');
  const below = details.slice(split);
  if (above === next) return { people: '', below, edited: false };
  const own = withoutMarks(above.trimStart());
  const end = endOfOwn(own);
  // Without this program's text above it, the line is but a line that somebody wrote.
  if (end === undefined && !looksOwn(own)) return { people: contentOf(details), below: '', edited: false };
  if (end === undefined) return { people: contentOf(above), below, edited: true };
  return { people: contentOf(own.slice(end).replace(/^\s*\n/, '')), below, edited: false };
};

const contentOf = (text: string): string => (text.trim() === '' ? '' : text);

/**
 * Puts new details above what people wrote. Doing it again with the same details changes nothing.
 *
 * @param status the one that the earlier details stood for, in the file's word
 */
export const putAbove = (details: string, earlier: EarlierDetails, status: string): string => {
  const people = earlier.people === '' ? [] : [`${hereBefore(status)}\n${earlier.people}`];
  const below = earlier.below === '' ? [] : [earlier.below];
  return [details, ...people, ...below].join('\n\n');
};
