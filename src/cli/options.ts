import { builtInReleases } from '../benchmark/built-in.js';
import { type Preference, preferences } from '../checklist/merge/preferences.js';
import { type FileTemplate, parseFileTemplate } from '../fleet/file-template.js';
import type { Status } from '../model/checklist.js';
import type { ExportFormat } from '../model/connector.js';
import {
  type FormatName,
  formatNames,
  type OutputName,
  outputNames,
  type TargetName,
  targetNames,
} from '../model/format-names.js';
import { type ImporterName, importerNames } from '../model/place.js';
import { isRuleId, type RuleChoice } from '../rules/choose-rules.js';
import { highestLimits, type InputLimits } from '../text/input-limits.js';
import { toTimestamp } from '../text/timestamp.js';
import { UsageError } from './usage-error.js';

/** Parsers of option values: each takes the text as typed and throws a UsageError that says what was expected. */
const oneOf =
  <T extends string>(option: string, words: readonly T[]) =>
  (text: string): T => {
    const word = words.find((known) => known.toLowerCase() === text.trim().toLowerCase());
    if (word === undefined) throw new UsageError(`${option}: "${text}" is not one of ${words.join(', ')}`);
    return word;
  };

export const parseRelease: (text: string) => string = oneOf('--release', builtInReleases);

/** `all`, or V- ids and STIG IDs. */
export const parseRules = (text: string): RuleChoice => {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.length === 1 && ids[0]?.toLowerCase() === 'all') return 'all';
  const unknown = ids.find((id) => !isRuleId(id));
  if (unknown !== undefined)
    throw new UsageError(
      `--rules: "${unknown}" is not a rule that Get-SendConnector answers; docs/rules.md lists them`,
    );
  return ids;
};

export const parseInputFormat: (text: string) => ExportFormat | 'auto' = oneOf('--input-format', [
  'auto',
  'csv',
  'json',
  'clixml',
  'list',
]);

export const parseStatus: (text: string) => Status = oneOf('--when-empty', [
  'open',
  'not_reviewed',
  'not_applicable',
  'not_a_finding',
]);

/** A name on one line. */
export const parseAssessor = (text: string): string => {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > 255) throw new UsageError('--assessor: expected a name of 1 to 255 characters');
  return name;
};

export const parseLayout: (text: string) => 'flat' | 'host' = oneOf('--layout', ['flat', 'host']);

export const parseTemplate = (text: string): FileTemplate => {
  const template = parseFileTemplate(text);
  if (template === undefined)
    throw new UsageError(
      `--template: "${text}" is not a template; expected {host} once, such as {host}-send-connectors.*`,
    );
  return template;
};

export const parseFormat: (text: string) => FormatName = oneOf('--to', formatNames);

export const parsePreference: (text: string) => Preference = oneOf('--prefer', preferences);

export const parseTo: (text: string) => TargetName = oneOf('--to', targetNames);

export const parseFormats = (text: string): readonly OutputName[] => {
  const names = new Set(split(text).map(oneOf('--format', outputNames)));
  if (names.size === 0) throw new UsageError(`--format: expected one or more of ${outputNames.join(', ')}`);
  return outputNames.filter((name) => names.has(name));
};

export const parseImporters = (
  text: string,
  previous: readonly ImporterName[] | undefined,
): readonly ImporterName[] => [...(previous ?? []), ...split(text).map(oneOf('--importer', importerNames))];

const limitNames = { bytes: 'maxBytes', items: 'maxItems', depth: 'maxDepth' } as const;

/** `bytes=200M`: a whole number, in thousands with k, in millions with M; together with what was given before. */
export const parseLimit = (text: string, previous: Partial<InputLimits> | undefined): Partial<InputLimits> => {
  const [, name = '', digits = '', unit = ''] = /^(bytes|items|depth)=(\d{1,12})([kM]?)$/.exec(text.trim()) ?? [];
  const key = Object.entries(limitNames).find(([known]) => known === name)?.[1];
  const number = Number(digits) * { '': 1, k: 1e3, M: 1e6 }[unit as '' | 'k' | 'M'];
  if (key === undefined || number < 1)
    throw new UsageError(`--limit: "${text}" is not a limit; expected bytes=N, items=N or depth=N, such as bytes=200M`);
  if (number > highestLimits[key]) throw new UsageError(`--limit: ${name} can be at most ${highestLimits[key]}`);
  return { ...previous, [key]: number };
};

/** Collects an option that may be repeated and may hold several values between commas. */
export const collect = (text: string, previous: readonly string[] | undefined): readonly string[] => [
  ...(previous ?? []),
  // An empty value stays, to be refused with the others that are no address.
  ...text.split(',').map((part) => part.trim()),
];

export const parseCollected = (text: string): string => {
  const time = toTimestamp(text.trim());
  if (time === undefined) throw new UsageError(`--collected: "${text}" is not a time such as 2026-01-31T12:00:00Z`);
  return time;
};

/** A number of days. */
export const parseMaxAge = (text: string): number => {
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  if (days < 1) throw new UsageError(`--max-age: "${text}" is not a number of days from 1 to 99999`);
  return days;
};

/**
 * The time of the assessment: --timestamp (ISO 8601 with a zone), else SOURCE_DATE_EPOCH (seconds since 1970), else now.
 *
 * @returns UTC to the second, with `Z`
 */
export const assessmentTime = (timestamp: string | undefined, epoch: string | undefined, now: () => Date): string => {
  if (timestamp !== undefined) {
    const time = toTimestamp(timestamp);
    if (time === undefined)
      throw new UsageError(`--timestamp: "${timestamp}" is not a time such as 2026-01-31T12:00:00Z`);
    return time;
  }
  if (epoch !== undefined && epoch !== '') {
    const time = new Date(Number(epoch) * 1000);
    if (!/^\d{1,12}$/.test(epoch) || !isWritable(time))
      throw new UsageError(`SOURCE_DATE_EPOCH: "${epoch}" is not a number of seconds since 1970`);
    return utc(time);
  }
  return utc(now());
};

/** Results can hold the years 1 to 9999 only (xsd:dateTime, and what importers make of it). */
const isWritable = (time: Date): boolean =>
  !Number.isNaN(time.getTime()) && time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999;

const utc = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
