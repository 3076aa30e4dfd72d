import type { Status } from '../model/checklist.js';
import { foldSpace } from '../text/fold-space.js';
import { sha256 } from '../text/sha256.js';
import { statusWords } from './status-words.js';

/*
 * What makes finding details recognisable as this program's, so that a later run replaces them and keeps what people wrote: the
 * checksum in the line that ends them, over all that stands before it. Nothing else has to be known of what stands there, so that
 * details of earlier versions, which had another order, are recognised too.
 */

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

/** Where the text of this program ends that details begin with; undefined where they begin with none, or where it was changed, be it by a word. */
export const endOfOwn = (details: string): number | undefined => {
  const last = sealLine.exec(details);
  if (last === null) return undefined;
  const [line, words = '', checksum] = last;
  const text = details.slice(0, last.index + words.length);
  const end = last.index + line.length;
  const after = /^\n.*/.exec(details.slice(end))?.[0] ?? '';
  if (checksumOf(text) === checksum) return end;
  return checksumOf(text + after) === checksum ? end + after.length : undefined;
};

/** How details of this program begin that state this status. */
export const verdictWords = (status: Status): string => `${statusWords[status]}: `;

/** How details began before the verdict came first, and how their line with the verdict did. */
const firstOfOld = 'Judged by exchange-stig: V-';
const verdictOfOld = (status: Status): string => `Verdict: ${statusWords[status]}. `;

const statuses = Object.keys(statusWords) as readonly Status[];

const isOld = (details: string): boolean => details.startsWith(firstOfOld);

/** Lines that nobody writes but this program. */
const ownLine = /^(Send connector \d+ of \d+: |Evaluated by exchange-stig )/m;

/** Whether details look like this program's, be they whole or changed since. */
export const looksOwn = (details: string): boolean =>
  isOld(details) || (statuses.some((status) => details.startsWith(verdictWords(status))) && ownLine.test(details));

/** The verdict that details of this program state; undefined for details of others. */
export const statedVerdict = (details: string): Status | undefined => {
  const own = details.trimStart();
  if (!isOld(own))
    return endOfOwn(own) === undefined ? undefined : statuses.find((status) => own.startsWith(verdictWords(status)));
  const line = /^Verdict: .*/m.exec(own)?.[0] ?? '';
  return statuses.find((status) => line.startsWith(verdictOfOld(status)));
};
