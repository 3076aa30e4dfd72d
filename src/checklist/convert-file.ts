import type { DiagnosticCode } from '../diagnostics/catalog.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import type { ReadFile } from '../formats/read-checklist.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Checklist, Tool } from '../model/checklist.js';
import type { TargetName } from '../model/format-names.js';
import { type Converted, type ConvertInput, convertChecklist } from './convert.js';
import { type GivenAsset, withGivenAsset } from './given-asset.js';

export interface ConvertFileInput {
  readonly file: Reading<ReadFile>;
  /** Where texts that the file lacks are taken from. */
  readonly benchmark?: Reading<Benchmark> | undefined;
  readonly to: TargetName;
  /** Which STIG is written: XCCDF results hold one (`stigIndexOf`). */
  readonly stigIndex: number | undefined;
  readonly tool: Tool;
  readonly cklbStrict: boolean;
  /** Texts longer than importers read stay whole. */
  readonly wholeTexts?: boolean | undefined;
  readonly time: ConvertInput['time'];
  /** The assessor, overriding the file. */
  readonly assessor?: string | undefined;
  /** The asset's fields that override the file. */
  readonly asset?: GivenAsset | undefined;
}

/**
 * Converts a file that was read. Diagnostics: those of reading file and benchmark, of `withGivenAsset`, and of `convertChecklist`; where there is a
 * benchmark, whose texts are missing is said by the taking of its texts alone.
 */
export const convertFile = async (input: ConvertFileInput): Promise<Reading<Converted>> => {
  const { file, benchmark, to, tool, cklbStrict, stigIndex, time } = input;
  const said = [...saidOf(file, benchmark !== undefined), ...(benchmark?.diagnostics ?? [])];
  if (!file.ok || benchmark?.ok === false) return { ok: false, diagnostics: said };
  const named = withGivenAsset(file.value.checklist, input.asset ?? {}, {});
  if (!named.ok) return { ok: false, diagnostics: [...named.diagnostics, ...said] };
  const converted = await convertChecklist({
    checklist: input.assessor === undefined ? named.value : { ...named.value, assessor: input.assessor },
    from: file.value.format,
    to,
    write: { tool, cklbStrict, stigIndex, wholeTexts: input.wholeTexts },
    benchmark: benchmark?.value,
    time,
  });
  return { ...converted, diagnostics: [...said, ...named.diagnostics, ...converted.diagnostics] };
};

/** What was said of a file, without what the benchmark mends, and without what `withGivenAsset` asks for. */
export const saidOf = (read: Reading<unknown>, hasBenchmark: boolean): readonly Diagnostic[] =>
  read.diagnostics.filter(
    ({ code }) => code !== 'reading-host-empty' && !(hasBenchmark && mendedByBenchmark.has(code)),
  );

const mendedByBenchmark: ReadonlySet<DiagnosticCode> = new Set([
  'reading-rule-without-text',
  'reading-group-missing',
  'reading-group-derived',
  'benchmark-text-missing',
] as const);

/**
 * Which STIG of a checklist XCCDF results are written of: the only one, or the one with the given id, whose case does not
 * count. Undefined where that is not exactly one.
 */
export const stigIndexOf = (checklist: Checklist, stig: string | undefined): number | undefined => {
  const ids = checklist.stigs.map(({ benchmark }) => benchmark.id);
  if (stig === undefined) return ids.length === 1 ? 0 : undefined;
  const named = ids.flatMap((id, i) => (id.toLowerCase() === stig.toLowerCase() ? [i] : []));
  return named.length === 1 ? named[0] : undefined;
};
