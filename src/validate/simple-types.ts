import { withoutZerosAtEnd } from '../text/weight.js';
import { plainName } from '../xml/characters.js';

/** What a text or an attribute may hold, by the names of XML Schema (part 2); `weight` is XCCDF's weightType. */
export type BuiltInType =
  | 'string'
  | 'boolean'
  | 'decimal'
  | 'weight'
  | 'date'
  | 'dateTime'
  | 'anyURI'
  | 'language'
  | 'NCName'
  | 'NMTOKENS'
  | 'ID';

export type SimpleType =
  | BuiltInType
  | { readonly enumeration: readonly string[] }
  /** An NCName in a certain form; `like` shows it. */
  | { readonly pattern: RegExp; readonly like: string };

/** What was expected instead of the value; undefined where the value is of the type. */
export const typeFault = (type: SimpleType, value: string): string | undefined => {
  if (typeof type === 'string') return builtIns[type].accepts(value) ? undefined : builtIns[type].expected;
  // Enumerations of strings keep white space: " Open" is none of the words.
  if ('enumeration' in type) return type.enumeration.includes(value) ? undefined : listed(type.enumeration);
  return isNcName(value) && type.pattern.test(collapse(value)) ? undefined : `a name like ${type.like}`;
};

const listed = (words: readonly string[]): string => words.map((word) => (word === '' ? '(nothing)' : word)).join(', ');

/** White space as most types of XML Schema treat it. */
export const collapse = (value: string): string => value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');

const isNcName = (value: string): boolean => {
  const name = collapse(value);
  plainName.lastIndex = 0;
  return plainName.exec(name)?.[0] === name;
};

const collapsed =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(collapse(value));

const decimal = collapsed(/^[+-]?(\d+(\.\d*)?|\.\d+)$/);

/** Three digits at most, leading zeros and those at the end of a fraction aside; not negative. */
const isWeight = (value: string): boolean => {
  if (!decimal(value)) return false;
  const [whole = '', fraction = ''] = collapse(value).replace(/^[+-]/, '').split('.');
  const digits = `${whole.replace(/^0+/, '')}${withoutZerosAtEnd(fraction)}`;
  return digits.length <= 3 && (!collapse(value).startsWith('-') || digits === '');
};

const zone = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const day = '(-?(?:[1-9]\\d{4,}|\\d{4}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const time = 'T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';

/** libxml2, and with it OpenSCAP, refuses white space around times, although XML Schema would drop it. */
const inCalendar =
  (pattern: RegExp) =>
  (value: string): boolean => {
    const [, year = '0', month = '', date = ''] = pattern.exec(value) ?? [];
    return Number(year) !== 0 && Number(date) <= daysIn(Number(year), Number(month));
  };

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const authority = '//(?:[^/?#@[\\]]*@)?(?:\\[[^/?#[\\]]*\\]|[^/?#@:[\\]]*)(?::\\d+)?(?=[/?#]|$)';
const scheme = '[A-Za-z][A-Za-z\\d+.-]*:';

/** RFC 3986, where what only lacks its escape (a blank, a brace) is allowed as well: XML Schema has it so. */
const uri = new RegExp(
  `^(?:(?:${scheme})?${authority}|${scheme}(?!//)|(?!//)(?![^/?#]*:))[^?#[\\]]*(?:\\?[^#]*)?(?:#[^#]*)?$`,
);

const isUri = (value: string): boolean => uri.test(collapse(value)) && !/%(?![\da-fA-F]{2})/.test(value);

/** Part by part: a pattern for all of them keeps a note of each, for which a text can have too many. */
const isLanguage = (value: string): boolean =>
  collapse(value)
    .split('-')
    .every((part, i) => (i === 0 ? /^[A-Za-z]{1,8}$/ : /^[A-Za-z\d]{1,8}$/).test(part));

const builtIns: Readonly<
  Record<BuiltInType, { readonly expected: string; readonly accepts: (value: string) => boolean }>
> = {
  string: { expected: 'text', accepts: () => true },
  boolean: { expected: 'true or false', accepts: collapsed(/^(true|false|1|0)$/) },
  decimal: { expected: 'a number', accepts: decimal },
  weight: { expected: 'a number of at most three digits, such as 10.0', accepts: isWeight },
  date: { expected: 'a date such as 2025-01-30', accepts: inCalendar(new RegExp(`^${day}${zone}$`)) },
  dateTime: {
    expected: 'a time such as 2025-01-30T12:00:00Z',
    accepts: inCalendar(new RegExp(`^${day}${time}${zone}$`)),
  },
  anyURI: { expected: 'a URI', accepts: isUri },
  language: { expected: 'a language such as en', accepts: isLanguage },
  NCName: { expected: 'a name (letter first; no blank, no colon)', accepts: isNcName },
  NMTOKENS: {
    expected: 'names with blanks between them',
    accepts: (value) =>
      collapse(value) !== '' &&
      collapse(value)
        .split(' ')
        .every((token) => isNcName(`_${token.replaceAll(':', '')}`)),
  },
  ID: { expected: 'a name (letter first; no blank, no colon)', accepts: isNcName },
};
