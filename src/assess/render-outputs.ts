import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { parseDocument } from '../documents/parse-document.js';
import { type RenderedFile, renderChecklist, type WriteOptions } from '../formats/registry.js';
import { isUnreviewed } from '../formats/shared-parts.js';
import { modelsForOwnFiles } from '../importers/for-own-files.js';
import type { Rule } from '../model/benchmark.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { highestLimits } from '../text/input-limits.js';
import { validateDocument } from '../validate/validate.js';

/** By format: the rules that nobody reviewed of a file that validated without a word. For one run with the same options. */
export type ValidatedRules = Map<FormatName, readonly Rule[]>;

/**
 * Writes a checklist in several formats, and validates each text as `validate` does: refused when one has an error, be it
 * against its schema or that an importer would refuse the file or drop a rule. Warnings come with the value; notices, which
 * say that all is as it must be, do not. What several formats say alike is said once.
 *
 * @param validated what hosts before this one showed to be valid. Of the very same rules, which nobody reviewed, each host's
 *   files say the same but for UUIDs: they are validated with the first host, and of the next ones the file without them
 */
export const renderOutputs = async (
  checklist: Checklist,
  names: readonly FormatName[],
  options: WriteOptions,
  validated: ValidatedRules = new Map(),
): Promise<Reading<readonly RenderedFile[]>> => {
  const files = await Promise.all(names.map((name) => renderChecklist(name, checklist, options)));
  const faults = files.flatMap((file) => faultsOf(file, checklist, validated));
  const all = [...files.flatMap((file) => file.diagnostics), ...faults];
  const diagnostics = [...new Map(all.map((d) => [JSON.stringify(d), d])).values()];
  return faults.some((d) => d.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value: files, diagnostics };
};

const faultsOf = (file: RenderedFile, checklist: Checklist, validated: ValidatedRules): readonly Diagnostic[] => {
  const unreviewed = checklist.stigs.flatMap(({ reviews }) => reviews.filter(isUnreviewed).map(({ rule }) => rule));
  const before = validated.get(file.format);
  // Where its own text has a fault, the whole file is to say where.
  if (before !== undefined && isSame(before, unreviewed) && faultsOfText(file, file.ownText).length === 0) return [];
  const faults = faultsOfText(file, file.text);
  if (faults.length === 0 && unreviewed.length > 0) validated.set(file.format, unreviewed);
  return faults;
};

const isSame = (a: readonly Rule[], b: readonly Rule[]): boolean =>
  a.length === b.length && a.every((rule, i) => rule === b[i]);

const faultsOfText = ({ fileName }: RenderedFile, text: string): readonly Diagnostic[] => {
  const document = parseDocument(new TextEncoder().encode(text), fileName, highestLimits);
  const all = document.ok
    ? [...document.diagnostics, ...validateDocument(document.value, modelsForOwnFiles)]
    : document.diagnostics;
  return all.filter((d) => d.severity !== 'info');
};
