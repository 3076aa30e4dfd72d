import type { Status } from '../model/checklist.js';
import { detailsMark } from '../rules/finding-details.js';
import { visible } from '../text/visible.js';

/** What an earlier hand left in the finding details of a rule that is filled in again. */
export interface EarlierDetails {
  /** What this program did not write, as it stands; empty where there is none. */
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

/** How a text of this program ends (../rules/finding-details.ts). */
const lastLine =
  /^Evaluated by exchange-stig \S+ at \S+[ \t]*(?:\r?\n\d+ of \d+ .{1,60} left out here for length; none of them is worse than those above\.[ \t]*)?\r?$/m;

/** The lines that ../rules/finding-details.ts and connector-block.ts write between the first and the last: keep them in step. */
const ownLines: readonly RegExp[] = [
  /^(?:Host|Verdict|In doubt|Reported|Evidence(?: \[\d+\])?): /,
  /^ {2}\d+ records of this .* were judged one by one; the worst counts:$/,
  /^The check says "this is a finding" only of /,
  /^ {2}(?:Identity|Enabled|Missing|Source): /,
  /^ {2}\[(?:met|NOT MET|not known)\] required: /,
  /^(?: {2})?Note(?: \(integrity\))?: /,
  /^To (?:supply what is missing|export again), run on the server /,
  / \[cut\]$/,
  /^\s*$/,
];

/** Those of them for which a single pattern would take the square of a line's length. */
const isOwnLine = (line: string): boolean =>
  ownLines.some((known) => known.test(line)) || isTitle(line) || isConnector(line);

/** The benchmark's title with its release. */
const isTitle = (line: string): boolean => line.endsWith(')') && /, V\d+R\d+ \(/.test(line);

/** `Send connector 1 of 2: "Internet": OPEN` */
const isConnector = (line: string): boolean => {
  const colon = line.lastIndexOf(':');
  const head = line.slice(0, colon);
  return (
    /^ [A-Z ]+$/.test(line.slice(colon + 1)) &&
    /(?:"|\(no name\))$/.test(head.slice(-9)) &&
    /^\S.* \d+ of \d+: (?:".*"|\(no name\))$/.test(head)
  );
};

/** Drops what `update` puts above details to be reviewed again: this program's too, once it reviews them. */
const withoutReviewMarks = (details: string): string => {
  let from = 0;
  for (let end = details.indexOf('\n'); end !== -1; end = details.indexOf('\n', from)) {
    if (!isReviewMark(details.slice(from, end).replace(/\r$/, ''))) break;
    from = end + 1;
  }
  return details.slice(from);
};

const isReviewMark = (line: string): boolean => {
  const releases = / from V\d+R\d+ to V\d+R\d+/.exec(line);
  const request = line.lastIndexOf(': review this result again (was: ');
  return releases !== null && request >= releases.index + releases[0].length && /^[^)]*\)\.$/.test(line.slice(request));
};

/**
 * Tells what people wrote from what this program wrote, so that the latter can be replaced: a text that begins with its
 * mark, has its last line, and no other line than it writes. Whatever is behind that last line is people's; so is the whole
 * where a line was put in or the end is lost.
 *
 * @param next what is to be written now: where the very same stands there already, it is no people's, whatever it looks like
 */
export const earlierDetails = (details: string, next: string): EarlierDetails => {
  const split = hereBeforeLine.exec(details)?.index ?? details.length;
  // The empty line above the line is `putAbove`'s.
  const above = details.slice(0, split).replace(split < details.length ? /(?:\r?\n){1,2}$/ : /$^/, '');
  const below = details.slice(split);
  if (above === next) return { people: '', below, edited: false };
  const own = withoutReviewMarks(above.trimStart());
  if (!own.startsWith(detailsMark)) {
    // Without this program's text above it, the line is but a line that somebody wrote.
    return { people: contentOf(details), below: '', edited: false };
  }
  const end = lastLine.exec(own);
  const lines = end === null ? [] : own.slice(0, end.index).split(/\r?\n/).slice(1);
  if (end === null || !lines.every(isOwnLine)) return { people: contentOf(above), below, edited: true };
  return { people: contentOf(own.slice(end.index + end[0].length).replace(/^\s*\n/, '')), below, edited: false };
};

/** The verdict that details of this program state; undefined for details of others. */
export const statedVerdict = (details: string): Status | undefined => {
  if (!details.trimStart().startsWith(detailsMark)) return undefined;
  const words = /^Verdict: ([A-Z ]+)\. /m.exec(details)?.[1];
  return verdicts.find((status) => status.replaceAll('_', ' ').toUpperCase() === words);
};

const verdicts: readonly Status[] = ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'];

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
