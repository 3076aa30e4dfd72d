import type { LatestChange, SendConnector } from '../model/connector.js';
import type { ExportRecord, ExportValue } from '../model/export-record.js';
import { dayOf, secondsIn, secondsOf, toUtcTime } from '../text/utc-time.js';
import { seen } from './seen.js';

const columns = ['WhenChangedUTC', 'WhenChanged', 'WhenCreatedUTC', 'WhenCreated'].map((name) => ({
  name,
  key: name.toLowerCase(),
  isUtc: name.endsWith('UTC'),
}));

/**
 * The latest change that a record tells with its zone. Local times without one say nothing, and of a day and a month that may be
 * meant either way the earlier date is taken: what contradicts another time must be sure to.
 */
export const latestChange = ({ properties }: ExportRecord): LatestChange | undefined => {
  let latest: LatestChange | undefined;
  for (const { name: property, key, isUtc } of columns) {
    const found = properties.get(key);
    const text = found === undefined ? undefined : textOf(found.value);
    const at = text === undefined ? undefined : timeIn(text.trim(), isUtc);
    if (found === undefined || text === undefined || at === undefined) continue;
    if (latest === undefined || at > latest.at)
      latest = { property, at, written: seen(text.trim()), place: found.place };
  }
  return latest;
};

/** The day, in UTC, on which a record tells that its connector was made, where it tells the zone too. */
export const creation = ({ properties }: ExportRecord): SendConnector['created'] => {
  for (const { key, isUtc } of columns.slice(2)) {
    const found = properties.get(key);
    const text = found === undefined ? undefined : textOf(found.value)?.trim();
    const at = text === undefined ? undefined : timeIn(text, isUtc);
    if (text !== undefined && at !== undefined) return { day: dayOf(at), written: seen(text) };
  }
  return undefined;
};

/** Windows PowerShell's JSON wraps a time in an object. */
const textOf = (value: ExportValue): string | undefined =>
  value.kind === 'text'
    ? value.text
    : value.kind === 'object' && value.inner !== undefined
      ? textOf(value.inner)
      : undefined;

const written = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})[ ,]+(\d{1,2})[:.](\d\d)[:.](\d\d)(?: ?([AP])M)?$/i;

const timeIn = (text: string, isUtc: boolean): number | undefined => {
  const milliseconds = /^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1];
  if (milliseconds !== undefined) return Number(milliseconds) / 1000;
  const time = toUtcTime(text.replace(' ', 'T'));
  if (time !== undefined) return time.zoned || isUtc ? secondsIn(time.time) : undefined;
  return isUtc ? earliest(written.exec(text)) : undefined;
};

/** `1/31/2026 8:05:09 PM`, `31.01.2026 20:05:09` */
const earliest = (found: RegExpExecArray | null): number | undefined => {
  if (found === null) return undefined;
  const [first = 0, second = 0, third = 0, hour = 0, minute = 0, seconds = 0] = found.slice(1, 7).map(Number);
  const half = found[7]?.toUpperCase();
  const hours = half === undefined ? hour : (hour % 12) + (half === 'P' ? 12 : 0);
  const dates: readonly (readonly [number, number, number])[] =
    first > 31
      ? [[first, second, third]]
      : [
          [third, first, second],
          [third, second, first],
        ];
  const times = dates
    .filter(([year]) => year >= 1000)
    .flatMap((date) => secondsOf(date, [hours, minute, seconds]) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
};
