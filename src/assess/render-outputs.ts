import type { FormatName } from '../formats/names.js';
import { type RenderedFile, renderChecklist, type WriteOptions } from '../formats/registry.js';
import { isUnreviewed } from '../formats/shared-parts.js';
import type { Rule } from '../model/benchmark.js';
import type { Checklist } from '../model/checklist.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import { highestLimits } from '../text/input-limits.js';
import { importerModels } from '../validate/importers.js';
import { parseDocument } from '../validate/parse-document.js';
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
  const faults = await Promise.all(files.map((file) => faultsOf(file, checklist, options, validated)));
  const all = [...files.flatMap((file) => file.diagnostics), ...faults.flat()];
  const diagnostics = [...new Map(all.map((d) => [JSON.stringify(d), d])).values()];
  return faults.flat().some((d) => d.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value: files, diagnostics };
};

const faultsOf = async (
  file: RenderedFile,
  checklist: Checklist,
  options: WriteOptions,
  validated: ValidatedRules,
): Promise<readonly Diagnostic[]> => {
  const unreviewed = checklist.stigs.flatMap(({ reviews }) => reviews.filter(isUnreviewed).map(({ rule }) => rule));
  const before = validated.get(file.format);
  if (
    before !== undefined &&
    before.length === unreviewed.length &&
    before.every((rule, i) => rule === unreviewed[i])
  ) {
    const rest = await renderChecklist(file.format, withoutUnreviewed(checklist), options);
    // Else the whole file is to say where.
    if (faultsOfText(rest).length === 0) return [];
  }
  const faults = faultsOfText(file);
  if (faults.length === 0 && unreviewed.length > 0) validated.set(file.format, unreviewed);
  return faults;
};

const withoutUnreviewed = (checklist: Checklist): Checklist => ({
  ...checklist,
  stigs: checklist.stigs.map((stig) => ({
    ...stig,
    reviews: stig.reviews.filter((review) => !isUnreviewed(review)),
  })),
});

const faultsOfText = (file: RenderedFile): readonly Diagnostic[] => {
  const document = parseDocument(new TextEncoder().encode(file.text), file.fileName, highestLimits);
  const all = document.ok
    ? [...document.diagnostics, ...validateDocument(document.value, importerModels)]
    : document.diagnostics;
  return all.filter((d) => d.severity !== 'info');
};
