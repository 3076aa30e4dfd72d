import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist, Tool } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { fileName, fileNameParts } from './file-name.js';
import type { TextOptions } from './portable.js';
import type { Written } from './written.js';

export interface WriteOptions extends TextOptions {
  readonly tool: Tool;
  /** CKLB only what its schema allows. */
  readonly cklbStrict: boolean;
  /** XCCDF results hold one STIG: which of the checklist's; the first where it is not given. */
  readonly stigIndex?: number | undefined;
}

type Write = (checklist: Checklist, options: WriteOptions) => Promise<Written>;

/** How each format is written. Writers are loaded when they are first needed. */
const writers: Readonly<Record<FormatName, Write>> = {
  ckl: async (checklist, { tool, ...texts }) => (await import('./ckl/write.js')).toCkl(checklist, tool, texts),
  cklb: async (checklist, { cklbStrict, wholeTexts }) =>
    (await import('./cklb/write.js')).toCklb(checklist, { strict: cklbStrict, wholeTexts }),
  xccdf: async (checklist, { tool, stigIndex = 0, ...texts }) =>
    (await import('./xccdf/write.js')).toXccdf(checklist, tool, stigIndex, texts),
};

/** A checklist as a file: its name without folder, and its text. */
export interface RenderedFile extends Written {
  readonly format: FormatName;
  readonly fileName: string;
}

/**
 * Writes a checklist in one format. Diagnostics: the writer's, and `stigs-left-out` where a checklist of several STIGs is
 * written as XCCDF without saying which of them.
 */
export const renderChecklist = async (
  format: FormatName,
  checklist: Checklist,
  options: WriteOptions,
): Promise<RenderedFile> => {
  const written = await writers[format](checklist, options);
  const benchmark = checklist.stigs[format === 'xccdf' ? (options.stigIndex ?? 0) : 0]?.benchmark;
  const named = fileNameParts(checklist.asset.hostName, benchmark);
  const leftOut = format === 'xccdf' && options.stigIndex === undefined ? checklist.stigs.length - 1 : 0;
  const diagnostics =
    leftOut > 0
      ? [
          ...written.diagnostics,
          diagnostic('stigs-left-out', {}, { leftOut: String(leftOut), written: named.benchmarkId }),
        ]
      : written.diagnostics;
  return { ...written, format, fileName: fileName(named, format), diagnostics };
};
