import { toUtcTime } from './utc-time.js';

/**
 * The time of an assessment as a user gives it: ISO 8601 with a zone, seconds and fractions left to choice. Years 1 to 9999
 * only: results can hold no others (xsd:dateTime, and what importers make of it).
 *
 * @returns UTC to the second, with `Z`; undefined where the text is no such time
 */
export const toTimestamp = (text: string): string | undefined => {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (found === null || (found[2] === undefined && text.includes('.'))) return undefined;
  const time = toUtcTime(`${found[1]}${found[2] ?? ':00'}${found[3]}`)?.time;
  return time !== undefined && /^(?!0000)\d{4}-/.test(time) ? time : undefined;
};
