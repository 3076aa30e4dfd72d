import type { Status } from '../model/checklist.js';
import { foldSpace } from '../text/fold-space.js';
import { sha256 } from '../text/sha256.js';
import { statusWords } from './status-words.js';

/*
 * What makes finding details recognisable as this program's, so that a later run replaces them and keeps what people wrote: the
 * words that begin the first line, and a checksum in the line that ends them. Nothing else has to be known of what stands between.
 */

/** The words that begin every text of this program. */
export const detailsMark = 'Judged by exchange-stig';

/** How the line that states the verdict begins. */
export const verdictWords = (status: Status): string => `Verdict: ${statusWords[status]}. `;

const length = 16;

/** Programs that carry a text on change line ends and blanks at times: these do not count. */
const checksumOf = (text: string): string => sha256(foldSpace(text)).slice(0, length);

/** How much longer `seal` makes a text. */
export const sealLength = ` (checksum ${'0'.repeat(length)})`.length;

/**
 * Ends a text with its checksum.
 *
 * @param text up to the end of the line that names the tool
 * @param after one line more, with the line end before it, or nothing
 */
export const seal = (text: string, after: string): string => `${text} (checksum ${checksumOf(text + after)})${after}`;

const sealLine = /^(Evaluated by exchange-stig \S+ at \S+) \(checksum ([0-9a-f]+)\)[ \t]*\r?$/m;

/**
 * Where the text of this program ends that details begin with; undefined where they begin with none, or where it was changed, be
 * it by a word.
 */
export const endOfOwn = (details: string): number | undefined => {
  const last = details.startsWith(detailsMark) ? sealLine.exec(details) : null;
  if (last === null) return undefined;
  const [line, words = '', checksum] = last;
  const text = details.slice(0, last.index + words.length);
  const end = last.index + line.length;
  const after = /^\n.*/.exec(details.slice(end))?.[0] ?? '';
  if (checksumOf(text) === checksum) return end;
  return checksumOf(text + after) === checksum ? end + after.length : undefined;
};

/** The verdict that details of this program state; undefined for details of others. */
export const statedVerdict = (details: string): Status | undefined => {
  if (!details.trimStart().startsWith(detailsMark)) return undefined;
  const line = /^Verdict: .*/m.exec(details)?.[0] ?? '';
  return (Object.keys(statusWords) as Status[]).find((status) => line.startsWith(verdictWords(status)));
};
