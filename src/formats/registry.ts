import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Checklist, Tool } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { fileName, fileNameParts } from './file-name.js';
import type { Fitted } from './fitted.js';
import { type TextOptions, toPortable } from './portable.js';
import type { Written } from './written.js';

export interface WriteOptions extends TextOptions {
  readonly tool: Tool;
  /** CKLB only what its schema allows. */
  readonly cklbStrict: boolean;
  /** XCCDF results hold one STIG: which of the checklist's; the first where it is not given. */
  readonly stigIndex?: number | undefined;
}

export interface Format {
  /** The checklist as it is written: what the format's own words and names do not allow is changed already. */
  readonly fit: (checklist: Checklist, texts: TextOptions) => Promise<Fitted>;
  readonly write: (checklist: Checklist, options: WriteOptions) => Promise<Written>;
}

/** How each format is written. Writers are loaded when they are first needed. */
export const formats: Readonly<Record<FormatName, Format>> = {
  ckl: {
    fit: async (checklist, texts) => (await import('./ckl/fit.js')).fitCkl(checklist, texts),
    write: async (checklist, { tool, ...texts }) => (await import('./ckl/write.js')).toCkl(checklist, tool, texts),
  },
  cklb: {
    fit: async (checklist, texts) => toPortable(checklist, texts),
    write: async (checklist, { cklbStrict, wholeTexts }) =>
      (await import('./cklb/write.js')).toCklb(checklist, { strict: cklbStrict, wholeTexts }),
  },
  xccdf: {
    fit: async (checklist, texts) => (await import('./xccdf/fit.js')).fitXccdf(checklist, texts),
    write: async (checklist, { tool, stigIndex = 0, ...texts }) =>
      (await import('./xccdf/write.js')).toXccdf(checklist, tool, stigIndex, texts),
  },
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
  const written = await formats[format].write(checklist, options);
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
  return { format, fileName: fileName(named, format), text: written.text, diagnostics };
};
