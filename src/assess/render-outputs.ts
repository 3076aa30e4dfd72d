import type { FormatName } from '../formats/names.js';
import { type RenderedFile, renderChecklist, type WriteOptions } from '../formats/registry.js';
import type { Checklist } from '../model/checklist.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** Writes a checklist in several formats. What all of them say of it is said once. */
export const renderOutputs = async (
  checklist: Checklist,
  names: readonly FormatName[],
  options: WriteOptions,
): Promise<{ readonly files: readonly RenderedFile[]; readonly diagnostics: readonly Diagnostic[] }> => {
  const files = await Promise.all(names.map((name) => renderChecklist(name, checklist, options)));
  const different = new Map(files.flatMap((file) => file.diagnostics).map((d) => [JSON.stringify(d), d]));
  return { files, diagnostics: [...different.values()] };
};
