import type { ExportValue } from '../model/export-record.js';
import { known } from '../model/property.js';
import { type Interpretation, unreadable, unreadableText } from './values.js';

/** Ticks, of which a second has ten million, are what .NET counts by. */
const second = 10_000_000;
const units = { days: 86_400 * second, hours: 3600 * second, minutes: 60 * second, seconds: second } as const;

/**
 * A TimeSpan as .NET writes it, `00:10:00`: from such a text, from ISO 8601 (`PT10M`, as CLIXML has it), or from an object whose
 * Ticks are there and agree with all its other parts. A bare number, two parts (`10:00`) and what a spreadsheet makes of it are not
 * read.
 */
export const toDuration: Interpretation<string> = (value) => {
  switch (value.kind) {
    case 'null':
      return known<string>(null);
    case 'text': {
      const ticks = ticksOfText(value.text.trim());
      return ticks === undefined ? unreadableText(value.text) : known(durationText(ticks));
    }
    case 'object': {
      const ticks = ticksOfObject(value);
      return ticks === undefined ? unreadable(value) : known(durationText(ticks));
    }
    default:
      return unreadable(value);
  }
};

const ticksOfText = (text: string): number | undefined => {
  const clock = /^(?:(\d{1,8})\.)?(\d{1,2}):([0-5]\d):([0-5]\d)(?:\.(\d{1,7}))?$/.exec(text);
  if (clock !== null) return Number(clock[2]) > 23 ? undefined : total(clock);
  const iso =
    /^P(?=\d|T\d)(?:(\d{1,8})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,7}))?S)?)?$/.exec(text);
  return iso === null ? undefined : total(iso);
};

const total = ([, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = '']: RegExpExecArray): number =>
  Number(days) * units.days +
  Number(hours) * units.hours +
  Number(minutes) * units.minutes +
  Number(seconds) * second +
  Number(fraction.padEnd(7, '0'));

/** What each other part of a TimeSpan must be, by its ticks. */
const parts: Readonly<Record<string, (ticks: number) => number>> = {
  days: (ticks) => Math.floor(ticks / units.days),
  hours: (ticks) => Math.floor(ticks / units.hours) % 24,
  minutes: (ticks) => Math.floor(ticks / units.minutes) % 60,
  seconds: (ticks) => Math.floor(ticks / second) % 60,
  milliseconds: (ticks) => Math.floor(ticks / 10_000) % 1000,
  microseconds: (ticks) => Math.floor(ticks / 10) % 1000,
  nanoseconds: (ticks) => (ticks % 10) * 100,
  totaldays: (ticks) => ticks / units.days,
  totalhours: (ticks) => ticks / units.hours,
  totalminutes: (ticks) => ticks / units.minutes,
  totalseconds: (ticks) => ticks / second,
  totalmilliseconds: (ticks) => ticks / 10_000,
  totalmicroseconds: (ticks) => ticks / 10,
  totalnanoseconds: (ticks) => ticks * 100,
};

const ticksOfObject = ({ text, properties }: ExportValue & { readonly kind: 'object' }): number | undefined => {
  const number = (name: string): number | undefined => {
    const value = properties.get(name)?.value;
    return value?.kind === 'number' ? Number(value.text) : undefined;
  };
  const ticks = number('ticks');
  if (ticks === undefined || !Number.isSafeInteger(ticks) || ticks < 0) return undefined;
  const agrees = Object.entries(parts).every(([name, of]) => {
    if (!properties.has(name)) return true;
    const expected = of(ticks);
    return Math.abs((number(name) ?? Number.NaN) - expected) <= Math.abs(expected) * 1e-9;
  });
  return agrees && (text === undefined || ticksOfText(text.trim()) === ticks) ? ticks : undefined;
};

/** `[d.]hh:mm:ss[.fffffff]` */
const durationText = (ticks: number): string => {
  const part = (name: string) => String(parts[name]?.(ticks)).padStart(2, '0');
  const days = Math.floor(ticks / units.days);
  const rest = ticks % second;
  const clock = [part('hours'), part('minutes'), part('seconds')].join(':');
  return `${days === 0 ? '' : `${days}.`}${clock}${rest === 0 ? '' : `.${String(rest).padStart(7, '0')}`}`;
};
