import type { FormatName } from '../formats/names.js';
import { type RenderedFile, renderChecklist, type WriteOptions } from '../formats/registry.js';
import type { Checklist } from '../model/checklist.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import { highestLimits } from '../text/input-limits.js';
import { importerModels } from '../validate/importers.js';
import { parseDocument } from '../validate/parse-document.js';
import { validateDocument } from '../validate/validate.js';

/**
 * Writes a checklist in several formats, and validates each text as `validate` does: refused when one has an error, be it
 * against its schema or that an importer would refuse the file or drop a rule. Warnings come with the value; notices, which
 * say that all is as it must be, do not. What several formats say alike is said once.
 */
export const renderOutputs = async (
  checklist: Checklist,
  names: readonly FormatName[],
  options: WriteOptions,
): Promise<Reading<readonly RenderedFile[]>> => {
  const files = await Promise.all(names.map((name) => renderChecklist(name, checklist, options)));
  const faults = files.flatMap((file) => validateFile(file)).filter((d) => d.severity !== 'info');
  const all = [...files.flatMap((file) => file.diagnostics), ...faults];
  const diagnostics = [...new Map(all.map((d) => [JSON.stringify(d), d])).values()];
  return faults.some((d) => d.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value: files, diagnostics };
};

const validateFile = (file: RenderedFile): readonly Diagnostic[] => {
  const document = parseDocument(new TextEncoder().encode(file.text), file.fileName, highestLimits);
  if (!document.ok) return document.diagnostics;
  return [...document.diagnostics, ...validateDocument(document.value, importerModels)];
};
