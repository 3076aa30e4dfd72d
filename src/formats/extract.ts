import type { ExtractName } from '../model/format-names.js';
import type { Extracted, ExtractInput } from './extracted.js';
import { fileName, fileNameParts } from './file-name.js';
import { type TextOptions, toPortable } from './portable.js';

/** How each extract is written. Writers are loaded when they are first needed. */
export const extracts: Readonly<Record<ExtractName, (input: ExtractInput) => Promise<Extracted>>> = {
  csv: async (input) => (await import('./csv/write.js')).toCsv(input),
  poam: async (input) => (await import('./poam/write.js')).toPoam(input),
  hdf: async (input) => (await import('./hdf/write.js')).toHdf(input),
  oscal: async (input) => (await import('./oscal/write.js')).toOscal(input),
  junit: async (input) => (await import('./junit/write.js')).toJunit(input),
};

/** An extract as a file: its name without folder, and its text. */
export interface RenderedExtract extends Extracted {
  readonly format: ExtractName;
  readonly fileName: string;
}

/**
 * Writes an extract of a checklist, of all its STIGs; its name has the first one's. Diagnostics: those of `toPortable`, and the writer's.
 */
export const renderExtract = async (
  format: ExtractName,
  input: ExtractInput,
  texts: TextOptions = {},
): Promise<RenderedExtract> => {
  const { checklist, diagnostics } = toPortable(input.checklist, texts);
  const extracted = await extracts[format]({ ...input, checklist });
  const named = fileNameParts(checklist.asset.hostName, checklist.stigs[0]?.benchmark);
  return {
    format,
    fileName: fileName(named, format),
    text: extracted.text,
    diagnostics: [...diagnostics, ...extracted.diagnostics],
  };
};
