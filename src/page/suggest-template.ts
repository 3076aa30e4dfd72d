import { isHostName } from '../checklist/given-asset.js';
import { foldName } from '../text/fold-name.js';

/** Letters and digits, as servers are called; no version, date or part of a file. */
const isLikeServer = (name: string): boolean =>
  isHostName(name) &&
  name.length > 2 &&
  /[a-z]/i.test(name) &&
  /\d/.test(name) &&
  !/^(?:v|q|r|ver|rev|run|day|part|copy|file|test|export|connectors?|fy)?\d+$/i.test(name);

/**
 * The template by which the names of files tell several hosts: what they have in common, and `{host}` where each has the name of a
 * server. Undefined where they do not plainly do so: files of one host that were taken for several could pass one without the other.
 */
export const suggestTemplate = (paths: readonly string[]): string | undefined => {
  if (paths.length < 2) return undefined;
  const split = paths.map((path) => /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [path, path, '']);
  const parts = split.map(([, stem = '']) => stem.split(/([-_. /]+)/));
  const [first = []] = parts;
  const isCommon = (at: (all: readonly string[]) => string | undefined): boolean =>
    parts.every((all) => at(all) === at(first));
  const shortest = Math.min(...parts.map((all) => all.length));
  let start = 0;
  while (start < shortest - 1 && isCommon((all) => all[start])) start += 1;
  let end = 0;
  while (start + end < shortest - 1 && isCommon((all) => all.at(-1 - end))) end += 1;
  const names = parts.map((all) => all.slice(start, all.length - end).join(''));
  if (new Set(names.map(foldName)).size < 2 || !names.every(isLikeServer)) return undefined;
  const endings = new Set(split.map(([, , ending = '']) => ending));
  const [before, behind] = [first.slice(0, start).join(''), end === 0 ? '' : first.slice(-end).join('')];
  const template = `${before}{host}${behind}${endings.size === 1 ? [...endings].join('') : '.*'}`;
  return /[*{}]/.test(before + behind) ? undefined : template;
};
