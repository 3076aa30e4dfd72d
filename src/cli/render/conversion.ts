import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Checklist, Tool } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';

/** What became of a file that was to be converted; without output where it was refused. */
export interface Conversion {
  readonly path: string;
  readonly format?: FormatName | undefined;
  /** What is in the output. */
  readonly checklist?: Checklist | undefined;
  readonly output?: { readonly format: FormatName; readonly path: string; readonly sha256: string } | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** One line: what was read, what was written, and the counts, which are the same. */
export const renderConversion = ({ path, format, checklist, output }: Conversion): string =>
  output === undefined || checklist === undefined
    ? ''
    : `${visible(path)} (${format}) -> ${visible(output.path)} (${output.format}): ${countsText(countStatuses(checklist))}\n`;

/** The JSON document of `convert --json`, as schemas/convert.schema.json describes it. */
export const toConversion = (conversion: Conversion, { name, version }: Tool) => ({
  tool: { name, version },
  input: { path: conversion.path, format: conversion.format ?? null },
  output: conversion.output ?? null,
  host: conversion.checklist?.asset.hostName ?? null,
  stigs: (conversion.checklist?.stigs ?? []).map((stig) => ({
    id: stig.benchmark.id,
    counts: countStatuses({ stigs: [stig] }),
  })),
  diagnostics: conversion.diagnostics.map((d) => diagnosticSummary(d)),
});
