import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { distinctFileNames } from '../formats/file-name.js';
import type { ReadFile } from '../formats/read-checklist.js';
import type { Checklist, Tool } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type Converted, convertChecklist } from './convert.js';
import { type GivenAsset, withGivenAsset } from './given-asset.js';
import { splitChecklist } from './split.js';

export interface SplitFileInput {
  readonly file: Reading<ReadFile>;
  /** Without it the file's own. */
  readonly to?: FormatName | undefined;
  readonly asset?: GivenAsset | undefined;
  readonly tool: Tool;
  readonly cklbStrict: boolean;
  readonly time: { readonly value: string; readonly given: boolean };
}

/**
 * A file for each STIG of a file that was read, all or none, by names that differ; texts stay whole. Diagnostics: those of reading, of `withGivenAsset`,
 * and of `convertChecklist` for each, what is the same once.
 */
export const splitFile = async (input: SplitFileInput): Promise<Reading<readonly Converted[]>> => {
  const { file, tool, cklbStrict, time } = input;
  const said = file.diagnostics.filter(({ code }) => code !== 'reading-host-empty');
  if (!file.ok) return { ok: false, diagnostics: said };
  const named = withGivenAsset(file.value.checklist, input.asset ?? {}, {});
  if (!named.ok) return { ok: false, diagnostics: [...named.diagnostics, ...said] };
  const { format } = file.value;
  const to = input.to ?? format;
  const parts: readonly Checklist[] = splitChecklist(named.value);
  const converted = await Promise.all(
    parts.map((checklist) =>
      convertChecklist({
        checklist,
        from: format,
        to,
        write: { tool, cklbStrict, wholeTexts: true, stigIndex: 0 },
        time,
      }),
    ),
  );
  const each = new Map<string, Diagnostic>();
  for (const d of [...named.diagnostics, ...said, ...converted.flatMap(({ diagnostics }) => diagnostics)])
    each.set(JSON.stringify([d.code, d.place, d.args]), d);
  const diagnostics = [...each.values()];
  const made = converted.flatMap((one) => (one.ok ? [one.value] : []));
  if (made.length < converted.length) return { ok: false, diagnostics };
  const names = distinctFileNames(
    made.map((one) => one.file.fileName),
    to,
  );
  const value = made.map((one, i) => ({ ...one, file: { ...one.file, fileName: names[i] ?? one.file.fileName } }));
  return { ok: true, value, diagnostics };
};
