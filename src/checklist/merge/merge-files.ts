import { type Diagnostic, diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import type { ReadFile } from '../../formats/read-checklist.js';
import type { Asset, Checklist, Tool } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import type { InputLimits } from '../../text/input-limits.js';
import { type ConvertedFile, convertChecklist } from '../convert.js';
import { checkAsset, type GivenAsset, withGivenAsset } from '../given-asset.js';
import { mergeInPlace } from './in-place.js';
import { type MergeReport, mergeChecklists } from './merge.js';
import type { MergePart } from './merge-stigs.js';
import type { Preference } from './preferences.js';

export interface MergeFilesInput {
  /** In their order: the first is the one that the others are merged into. */
  readonly files: readonly {
    readonly path: string;
    readonly read: Reading<ReadFile>;
    /** The bytes of the first file, so that everything else stays as it is. */
    readonly bytes?: Uint8Array | undefined;
  }[];
  readonly prefer: Preference;
  /** Without it the first file's. XCCDF results hold one STIG. */
  readonly to?: FormatName | undefined;
  readonly asset?: GivenAsset | undefined;
  /** A CKLB's title: its file's name without the ending; undefined keeps the first file's. */
  readonly title?: string | undefined;
  readonly tool: Tool;
  readonly cklbStrict: boolean;
  readonly time: { readonly value: string; readonly given: boolean };
  readonly limits?: Partial<InputLimits> | undefined;
}

export interface MergedFile {
  readonly file: ConvertedFile;
  /** What is in the file. */
  readonly checklist: Checklist;
}

/** A merge: the file, where it was not refused, and the report, where the files are of one host. */
export type MergeOutcome = Reading<MergedFile> & { readonly report?: MergeReport | undefined };

/**
 * Merges files that were read, and writes the result: into the text of the first file where that is possible (`mergeInPlace`), otherwise anew
 * (`convertChecklist`, which reads it again and compares). Texts stay whole. Diagnostics: those
 * of reading, `merge-status-unknown`, `merge-several-stigs`, those of `mergeChecklists`, `withGivenAsset` and `convertChecklist`.
 */
export const mergeFiles = async (input: MergeFilesInput): Promise<MergeOutcome> => {
  const { asset: given = {}, prefer, tool, cklbStrict, time, title } = input;
  const said: Diagnostic[] = input.files.flatMap(({ read }) =>
    read.diagnostics.filter(({ code }) => code !== 'reading-host-empty'),
  );
  const parts: MergePart[] = input.files.flatMap(({ path, read }) =>
    read.ok ? [{ file: path, format: read.value.format, checklist: read.value.checklist }] : [],
  );
  const [base, ...others] = parts;
  const first = input.files[0]?.read;
  if (base === undefined || first?.ok !== true || parts.length < input.files.length)
    return { ok: false, diagnostics: said };
  // A garbled status, which is read as not reviewed, must not be replaced by another file's pass.
  const garbled = said.flatMap((d) =>
    d.code === 'reading-status-unknown' ? [diagnostic('merge-status-unknown', d.place)] : [],
  );
  const wrong = [...checkAsset(given), ...garbled];
  if (wrong.length > 0) return { ok: false, diagnostics: [...wrong, ...said] };
  const merged = mergeChecklists([base, ...others], { prefer, given: fieldsOf(given) });
  const { report } = merged;
  if (!merged.ok) return { ok: false, diagnostics: [...merged.diagnostics, ...said], report };
  const named = withGivenAsset(merged.value.checklist, given, { file: base.file });
  if (!named.ok) return { ok: false, diagnostics: [...named.diagnostics, ...said], report };
  const to = input.to ?? first.value.format;
  const { length } = named.value.stigs;
  if (to === 'xccdf' && length > 1) {
    const refusal = diagnostic('merge-several-stigs', {}, { count: String(length) });
    return { ok: false, diagnostics: [refusal, ...merged.diagnostics, ...said], report };
  }
  const { bytes } = input.files[0] ?? {};
  const inPlace =
    to !== first.value.format || bytes === undefined || cklbStrict
      ? undefined
      : mergeInPlace({ bytes, file: base.file, base: base.checklist, merged: named.value, limits: input.limits });
  if (inPlace !== undefined) {
    const { checklist, format, text } = inPlace;
    const file = { format, fileName: base.file, text };
    const told = [...merged.diagnostics, ...named.diagnostics, ...said, ...inPlace.diagnostics];
    return { ok: true, value: { file, checklist }, diagnostics: told, report };
  }
  const converted = await convertChecklist({
    checklist: title === undefined ? named.value : { ...named.value, title },
    from: first.value.format,
    to,
    write: { tool, cklbStrict, wholeTexts: true, stigIndex: 0 },
    time,
  });
  const diagnostics = [...merged.diagnostics, ...named.diagnostics, ...said, ...converted.diagnostics];
  if (!converted.ok) return { ok: false, diagnostics, report };
  const { file, checklist } = converted.value;
  return { ok: true, value: { file, checklist }, diagnostics, report };
};

const fieldsOf = ({ host, fqdn, role, marking }: GivenAsset): ReadonlySet<keyof Asset> =>
  new Set([
    ...(host === undefined ? [] : (['hostName'] as const)),
    ...(fqdn === undefined ? [] : (['fqdn'] as const)),
    ...(role === undefined ? [] : (['role'] as const)),
    ...(marking === undefined ? [] : (['marking'] as const)),
  ]);
