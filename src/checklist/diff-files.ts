import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { ReadFile } from '../formats/read-checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type ChecklistDiff, diffChecklists } from './diff.js';
import { notCarried } from './not-carried.js';

/**
 * Compares two files that were read, in all that both formats can hold; what one of them cannot is said (`diff-not-compared`).
 * Diagnostics besides: those of reading both.
 */
export const diffFiles = (old: Reading<ReadFile>, now: Reading<ReadFile>): Reading<ChecklistDiff> => {
  const read = [...old.diagnostics, ...now.diagnostics];
  if (!old.ok || !now.ok) return { ok: false, diagnostics: read };
  const ignored = fieldsNotCompared(old.value.format, now.value.format);
  const fields = new Set(ignored.flatMap((one) => one.fields));
  const notices = ignored.map(({ format, fields: names }) =>
    diagnostic('diff-not-compared', {}, { what: names.join(', '), format: format.toUpperCase() }),
  );
  const value = diffChecklists(old.value.checklist, now.value.checklist, fields);
  return { ok: true, value, diagnostics: [...read, ...notices] };
};

/** Two files of one format are compared in all that the format may hold. */
const fieldsNotCompared = (old: FormatName, now: FormatName) =>
  old === now
    ? []
    : [old, now].map((format) => ({ format, fields: notCarried[format] })).filter(({ fields }) => fields.length > 0);
