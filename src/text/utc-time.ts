// Date is the calendar here and nothing else: the clock is not read.

/**
 * A time of XML Schema (dateTime, 3.3.7) in UTC with `Z`; a fraction of a second stays as it is written. A time without a zone
 * counts as UTC (`zoned` tells). Undefined where the text is no such time.
 */
export const toUtcTime = (text: string): { readonly time: string; readonly zoned: boolean } | undefined => {
  const found = dateTime.exec(text.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const [fraction = '', zone = ''] = found.slice(7, 9);
  const seconds = secondsOf([year, month, day], [hour, minute, second]);
  if (seconds === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const sign = zone.startsWith('-') ? -1 : 1;
  const [zoneHours = 0, zoneMinutes = 0] = zone === '' || zone === 'Z' ? [] : zone.slice(1).split(':').map(Number);
  const utc = new Date((seconds - sign * (zoneHours * 60 + zoneMinutes) * 60) * 1000).toISOString();
  // A year of five digits, or one before 0.
  if (utc.length > 24) return undefined;
  return { time: `${utc.slice(0, -5)}${fraction}Z`, zoned: zone !== '' };
};

/** Seconds since 1970 of a date and a time of day in UTC, in the Gregorian calendar; undefined where there is no such date. */
export const secondsOf = (
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second]: readonly [number, number, number] = [0, 0, 0],
): number | undefined => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return at.getTime() / 1000 + (hour * 60 + minute) * 60 + second;
};

/** Seconds since 1970 of a time that `toUtcTime` made. */
export const secondsIn = (time: string): number => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (time.match(/\d+/g) ?? []).map(Number);
  return secondsOf([year, month, day], [hour, minute, second]) ?? 0;
};

/** The day in UTC, `2026-01-31`, of a number of seconds since 1970; in the years 0 to 9999, so that days compare as texts. */
export const dayOf = (seconds: number): string => {
  const [first, last] = [secondsIn('0000-01-01T00:00:00Z'), secondsIn('9999-12-31T00:00:00Z')];
  return new Date(Math.min(Math.max(seconds, first), last) * 1000).toISOString().slice(0, 10);
};

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
