import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { parseWritten, type WrittenFile } from '../documents/parse-document.js';
import { renderChecklist, type WriteOptions } from '../formats/registry.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import type { HostFile } from '../outcome/judged-host.js';
import { validateWritten } from '../validate/validate-written.js';
import type { Templates, Written } from './templates.js';

/**
 * Writes a checklist in several formats, and validates each file as `validate` does: refused when one has an error, be it
 * against its schema or that an importer would refuse the file or drop a rule. Warnings come with the value; notices, which
 * say that all is as it must be, do not. What several formats say alike is said once.
 *
 * @param templates of the hosts before this one in the same run: where one fits, it gives the same files and diagnostics, and sooner
 */
export const renderOutputs = async (
  checklist: Checklist,
  names: readonly FormatName[],
  options: WriteOptions,
  templates?: Templates,
): Promise<Reading<readonly HostFile[]>> => {
  const host = templates?.take({ checklist, names, options });
  const filled = host?.filled;
  if (filled !== undefined && filled.due === undefined)
    return { ok: true, value: filled.files, diagnostics: filled.diagnostics };
  const written = await writeWhole(checklist, names, options);
  await host?.learn(written);
  const { files, diagnostics, faults } = written;
  return faults.some((d) => d.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value: files, diagnostics };
};

const writeWhole = async (
  checklist: Checklist,
  names: readonly FormatName[],
  options: WriteOptions,
): Promise<Written> => {
  const rendered = await Promise.all(names.map((name) => renderChecklist(name, checklist, options)));
  const files = rendered.map(({ format, fileName, text }) => ({
    ...{ format, fileName, bytes: new TextEncoder().encode(text) },
  }));
  const faults = rendered.flatMap(faultsOf);
  const all = [...rendered.flatMap((file) => file.diagnostics), ...faults];
  return { files, faults, diagnostics: [...new Map(all.map((d) => [JSON.stringify(d), d])).values()] };
};

const faultsOf = (file: WrittenFile): readonly Diagnostic[] => {
  const document = parseWritten(file);
  return document.ok ? validateWritten(file, document.value, ['error', 'warning']) : document.diagnostics;
};
