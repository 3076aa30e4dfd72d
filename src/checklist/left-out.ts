import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { carriedFields, type FieldGroup, objectsIn } from '../formats/carries.js';
import type { Checklist } from '../model/checklist.js';
import type { ExtractName } from '../model/format-names.js';

/**
 * What a format that is only written leaves out or changes of what a checklist has, by the loss table: the rows that apply. Notices: `convert-left-out`,
 * `convert-changed`. What identifies a file, and is made anew for each, is not told.
 */
export const leftOut = (checklist: Checklist, to: ExtractName): readonly Diagnostic[] => {
  const told = carriedFields.filter(
    ({ group, key }) => !madeAnew.has(`${group}.${key}`) && saysSomething(checklist, group, key),
  );
  const lost = told.filter(({ field }) => field.fates[to] === 'lost').map(({ field }) => field.title);
  const changed = told.flatMap(({ field }) => {
    const fate = field.fates[to];
    return typeof fate === 'string' ? [] : [`${field.title} (${fate.changed})`];
  });
  const format = to.toUpperCase();
  return [
    ...(lost.length === 0 ? [] : [diagnostic('convert-left-out', {}, { format, what: lost.join(', ') })]),
    ...(changed.length === 0 ? [] : [diagnostic('convert-changed', {}, { format, what: changed.join(', ') })]),
  ];
};

const madeAnew = new Set(['checklist.id', 'checklist.title', 'stig.uuid', 'review.uuid', 'benchmark.ruleCount']);

/** The default values. */
const silent: ReadonlySet<unknown> = new Set([undefined, '', false, 'None', 'Computing', '1.0', '10.0']);

const saysSomething = (checklist: Checklist, group: FieldGroup, key: string): boolean =>
  objectsIn(checklist, group).some((one) => {
    const value = (one as Readonly<Record<string, unknown>>)[key];
    return Array.isArray(value) ? value.length > 0 : !silent.has(value);
  });
