import type { Reading } from '../diagnostics/diagnostic.js';
import { readChecklist } from '../formats/read-checklist.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Tool } from '../model/checklist.js';
import type { InputLimits } from '../text/input-limits.js';
import type { ConvertedFile } from './convert.js';
import { saidOf } from './convert-file.js';
import { type GivenAsset, withGivenAsset } from './given-asset.js';
import { notCarried } from './not-carried.js';
import { type UpdateReport, updateChecklist } from './update.js';
import { writeUpdated } from './write-updated.js';

export interface UpdateFileInput {
  readonly bytes: Uint8Array;
  /** The name to show in diagnostics. */
  readonly path: string;
  readonly benchmark: Reading<Benchmark>;
  /** The new file's name, by which importers tell formats apart. */
  readonly out: string;
  /** A CKLB's title: its file's name without the ending; undefined keeps the old one. */
  readonly title: string | undefined;
  readonly resetChanged?: boolean | undefined;
  readonly cklbStrict: boolean;
  /** Texts longer than importers read stay whole. */
  readonly wholeTexts?: boolean | undefined;
  readonly tool: Tool;
  /** ISO 8601 in UTC with `Z`: for results without a time. */
  readonly now: string;
  readonly limits?: Partial<InputLimits> | undefined;
  /** The asset's fields that override the file. */
  readonly asset?: GivenAsset | undefined;
}

export interface UpdatedFile {
  readonly file: ConvertedFile;
  readonly report: UpdateReport;
}

/**
 * Reads a checklist, carries it to the benchmark's release and writes it in its own format. Diagnostics: those of
 * `readChecklist` and the benchmark's reading, `withGivenAsset`, `updateChecklist` and `writeUpdated`.
 */
export const updateFile = async (input: UpdateFileInput): Promise<Reading<UpdatedFile>> => {
  const { bytes, path, benchmark, out, title } = input;
  const read = readChecklist(bytes, path, input.limits);
  const said = [...saidOf(read, true), ...benchmark.diagnostics];
  if (!read.ok || !benchmark.ok) return { ok: false, diagnostics: said };
  const { format } = read.value;
  const named = withGivenAsset(read.value.checklist, input.asset ?? {}, { file: path });
  said.push(...named.diagnostics);
  if (!named.ok) return { ok: false, diagnostics: said };
  const updated = updateChecklist(named.value, benchmark.value, {
    resetChanged: input.resetChanged,
    ignored: new Set(notCarried[format]),
  });
  said.push(...updated.diagnostics.map((d) => ({ ...d, place: { file: path, ...d.place } })));
  if (!updated.ok) return { ok: false, diagnostics: said };
  const written = await writeUpdated({
    checklist: title === undefined ? updated.value.checklist : { ...updated.value.checklist, title },
    format,
    write: { tool: input.tool, cklbStrict: input.cklbStrict, wholeTexts: input.wholeTexts },
    now: input.now,
    file: out,
    original: { bytes, file: path },
  });
  const diagnostics = [...said, ...written.diagnostics];
  return written.ok
    ? { ok: true, value: { file: written.value, report: updated.value.report }, diagnostics }
    : { ok: false, diagnostics };
};
