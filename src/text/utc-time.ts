/**
 * A time of XML Schema (dateTime, 3.3.7) in UTC with `Z`; a fraction of a second stays as it is written. A time without a zone
 * counts as UTC (`zoned` tells). Undefined where the text is no such time.
 */
export const toUtcTime = (text: string): { readonly time: string; readonly zoned: boolean } | undefined => {
  const found = dateTime.exec(text.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const [fraction = '', zone = ''] = found.slice(7, 9);
  const dayNumber = daysBefore(year, month) + day - 1;
  if (month < 1 || month > 12 || day < 1 || dayNumber >= daysBefore(year, month + 1)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const sign = zone.startsWith('-') ? -1 : 1;
  const [zoneHours = 0, zoneMinutes = 0] = zone === '' || zone === 'Z' ? [] : zone.slice(1).split(':').map(Number);
  const minutes = dayNumber * 1440 + hour * 60 + minute - sign * (zoneHours * 60 + zoneMinutes);
  const date = dateOf(Math.floor(minutes / 1440));
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const time = `${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}:${pad(second)}${fraction}`;
  return { time: `${date}T${time}Z`, zoned: zone !== '' };
};

/** Seconds since 1970 of a date and a time of day in UTC, in the Gregorian calendar; undefined where there is no such date. */
export const secondsOf = (
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second]: readonly [number, number, number] = [0, 0, 0],
): number | undefined => {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const days = daysBefore(year, month) + day - 1;
  if (days >= daysBefore(year, month + 1)) return undefined;
  return ((days - daysBefore(1970, 1)) * 24 + hour) * 3600 + minute * 60 + second;
};

/** Seconds since 1970 of a time that `toUtcTime` made. */
export const secondsIn = (time: string): number => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (time.match(/\d+/g) ?? []).map(Number);
  return secondsOf([year, month, day], [hour, minute, second]) ?? 0;
};

/** The day in UTC, `2026-01-31`, of a number of seconds since 1970. */
export const dayOf = (seconds: number): string => dateOf(Math.floor(seconds / 86_400) + daysBefore(1970, 1));

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

/** Days from the beginning of the year 0 to that of a month (13: the next year's first), in the Gregorian calendar. */
const daysBefore = (year: number, month: number): number => {
  if (month > 12) return daysBefore(year + 1, month - 12);
  const before = year - 1;
  const years = year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1] ?? 0;
  return years + months + (leap && month > 2 ? 1 : 0);
};

const dateOf = (days: number): string => {
  let year = Math.floor(days / 365.2425);
  while (daysBefore(year + 1, 1) <= days) year += 1;
  while (daysBefore(year, 1) > days) year -= 1;
  let month = 1;
  while (daysBefore(year, month + 1) <= days) month += 1;
  return `${pad(year, 4)}-${pad(month)}-${pad(days - daysBefore(year, month) + 1)}`;
};
