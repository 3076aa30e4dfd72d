import type { Report, Spot } from '../reading/report.js';
import { asLf } from '../reading/words.js';

export type Path = readonly (string | number)[];

/** An object of a CKLB that is read by name; a reader that has asked for all the members it knows can report the rest. */
export interface Members {
  /** The text of a string, number or boolean; empty for null and what is missing. Anything else is left behind. */
  readonly text: (key: string) => string;
  readonly word: (key: string) => string;
  readonly value: (key: string) => unknown;
  readonly spot: (key?: string) => Spot;
  readonly path: Path;
  /** Leaves behind every member that was not asked for; those named here identify or repeat something. */
  readonly leaveRest: (ids?: readonly string[]) => void;
}

/** Finds the place of a path in the file. */
export type SpotOf = (path: Path) => Spot;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The members of what should be an object; none where it is something else. */
export const membersOf = (value: unknown, path: Path, report: Report, spotOf: SpotOf): Members => {
  const object = isObject(value) ? value : {};
  const asked = new Set<string>();
  const spot = (key?: string): Spot => spotOf(key === undefined ? path : [...path, key]);
  const take = (key: string): unknown => {
    asked.add(key);
    return Object.hasOwn(object, key) ? object[key] : undefined;
  };
  const text = (key: string): string => {
    const found = take(key);
    if (typeof found === 'object' && found !== null) report.leave(key, spot(key), JSON.stringify(found));
    return plainText(found);
  };
  return {
    text,
    word: (key) => text(key).trim(),
    value: take,
    spot,
    path,
    leaveRest: (ids = []) => {
      for (const [key, left] of Object.entries(object)) {
        if (asked.has(key)) continue;
        const shown = isEmpty(left) ? '' : plainText(left) || JSON.stringify(left);
        if (ids.includes(key)) report.leaveId(key, spot(key), shown);
        else report.leave(key, spot(key), shown);
      }
    },
  };
};

const plainText = (value: unknown): string => {
  if (typeof value === 'string') return asLf(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** The texts in an array of strings; blank ones are nothing. */
export const wordsIn = (value: unknown): readonly string[] =>
  itemsOf(value)
    .map((item) => plainText(item).trim())
    .filter((word) => word !== '');
