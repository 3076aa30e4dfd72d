import type { Status } from '../model/checklist.js';
import { textLimit } from '../text/limit.js';

/** Whether the check that a result was made by is still the same; `unknown` where the checklist does not hold its text. */
export type CheckText = 'same' | 'changed' | 'unknown';

export interface Marked {
  readonly status: Status;
  readonly findingDetails: string;
  /** `line`: the details begin with the mark. `status`: it did not fit, and no pass is claimed instead. */
  readonly by: 'line' | 'status';
}

const words: Readonly<Record<Status, string>> = {
  open: 'open',
  not_reviewed: 'not reviewed',
  not_applicable: 'not applicable',
  not_a_finding: 'not a finding',
};

const request = ': review this result again (was: ';

/**
 * Marks a result as one to review again: a line above the finding details, which every format carries and every importer
 * shows. Comments belong to people and get none. Where line and details would exceed the limit that importers cut at, the
 * details stay whole, and the status becomes the mark: see `withoutPass`.
 */
export const markForReview = (
  result: { readonly status: Status; readonly findingDetails: string },
  checkText: Exclude<CheckText, 'same'>,
  releases: { readonly old: string; readonly new: string },
): Marked => {
  const what =
    checkText === 'changed'
      ? `Check text changed from ${releases.old} to ${releases.new}`
      : `Carried from ${releases.old} to ${releases.new} without the check text it was made by`;
  const line = `${what}${request}${words[result.status]}).`;
  const findingDetails = result.findingDetails === '' ? line : `${line}\n${result.findingDetails}`;
  return findingDetails.length <= textLimit
    ? { status: result.status, findingDetails, by: 'line' }
    : { status: withoutPass(result.status), findingDetails: result.findingDetails, by: 'status' };
};

/** Drops the marks above details: after a new review they are no longer needed. */
export const withoutMarks = (details: string): string => {
  let from = 0;
  for (let end = details.indexOf('\n'); end !== -1; end = details.indexOf('\n', from)) {
    if (!isMark(details.slice(from, end).replace(/\r$/, ''))) break;
    from = end + 1;
  }
  return details.slice(from);
};

/** Without a regular expression, which would be quadratic in the line's length. */
const isMark = (line: string): boolean => {
  const releases = / from V\d+R\d+ to V\d+R\d+/.exec(line);
  const at = line.lastIndexOf(request);
  return releases !== null && at >= releases.index + releases[0].length && /^[^)]*\)\.$/.test(line.slice(at));
};

/** An open finding stays open until someone reviews it; a pass becomes not_reviewed. */
export const withoutPass = (status: Status): Status => (status === 'open' ? 'open' : 'not_reviewed');
