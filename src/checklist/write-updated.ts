import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { WriteOptions } from '../formats/registry.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type ConvertedFile, convertChecklist } from './convert.js';
import { faultsOf } from './open-for-filling.js';

export interface WriteUpdatedInput {
  readonly checklist: Checklist;
  /** The format that it was read in. */
  readonly format: FormatName;
  readonly write: WriteOptions;
  /** XCCDF results must have a time: this one where the checklist has none. */
  readonly now: string;
  /** The file's name, by which importers tell formats apart. */
  readonly file: string;
  /** The file that the checklist was read from. */
  readonly original: { readonly bytes: Uint8Array; readonly file: string };
}

/**
 * Writes a checklist that was carried to another release in the format it came in, reads it again (`convertChecklist`), and
 * asks what importers would make of it.
 *
 * @returns refused: what `convertChecklist` refuses, and `update-new-fault` with the errors that the original did not have.
 *   Diagnostics: those of the writer, and faults of kinds that the original does not have
 */
export const writeUpdated = async (input: WriteUpdatedInput): Promise<Reading<ConvertedFile>> => {
  const written = await convertChecklist({
    checklist: input.checklist,
    from: input.format,
    to: input.format,
    write: { ...input.write, stigIndex: input.format === 'xccdf' ? 0 : undefined },
    time: { value: input.now, given: false },
  });
  const said = written.diagnostics.filter((d) => !isOfBenchmark(d));
  if (!written.ok) return { ok: false, diagnostics: said };
  const { file } = written.value;
  const before = new Set(faultsOf(input.original.bytes, input.original.file).map(kindOf));
  const faults = faultsOf(new TextEncoder().encode(file.text), input.file).filter(
    (d) => d.severity !== 'info' && !before.has(kindOf(d)),
  );
  return faults.some((d) => d.severity === 'error')
    ? { ok: false, diagnostics: [diagnostic('update-new-fault', { file: input.file }), ...faults, ...said] }
    : { ok: true, value: file, diagnostics: [...said, ...faults] };
};

/** Losing a benchmark's texts that the format never held is no loss; losing people's answers is. */
const isOfBenchmark = ({ code, place }: Diagnostic): boolean =>
  code === 'convert-id-not-carried' ||
  (code === 'convert-not-carried' && !/^rule (severityOverride|classification)/.test(place.property ?? ''));

const kindOf = ({ code, importer }: Diagnostic): string => `${code} ${importer ?? ''}`;
