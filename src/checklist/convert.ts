import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { ParsedDocument } from '../documents/document.js';
import { parseWritten, type WrittenFile } from '../documents/parse-document.js';
import { readDocument } from '../formats/read-checklist.js';
import { renderChecklist, type WriteOptions } from '../formats/registry.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Checklist } from '../model/checklist.js';
import { type ExtractName, type FormatName, isFormatName, type TargetName, timedNames } from '../model/format-names.js';
import { namesOf } from '../text/names.js';
import { validateWritten } from '../validate/validate-written.js';
import { leftOut } from './left-out.js';
import { findLosses } from './losses.js';
import { takeTexts } from './take-texts.js';

export interface ConvertInput {
  readonly checklist: Checklist;
  /** The format that the checklist was read from. */
  readonly from: FormatName;
  readonly to: TargetName;
  /** XCCDF results hold one STIG: `stigIndex` says which. */
  readonly write: WriteOptions;
  /** Where texts that the checklist lacks are taken from. */
  readonly benchmark?: Benchmark | undefined;
  /** ISO 8601 in UTC with `Z`. `given`: the user says so, else it counts only where the file says none. */
  readonly time: { readonly value: string; readonly given: boolean };
}

export interface ConvertedFile {
  readonly format: TargetName;
  /** Without a folder. */
  readonly fileName: string;
  readonly text: string;
}

/** A file to write, with the checklist that is in it. */
export interface Converted {
  readonly file: ConvertedFile;
  readonly checklist: Checklist;
}

/**
 * Writes a checklist that was read in another format. What comes out is read again and compared: it has as many rules of each
 * status, the same finding details and comments, and everything that was lost otherwise is said (`findLosses`). Diagnostics
 * besides: those of `takeTexts` and of the writer, `severity-unknown`, `convert-time-unknown`, and `convert-importers-object` where the file would not
 * be understood by every importer.
 */
export const convertChecklist = async (input: ConvertInput): Promise<Reading<Converted>> => {
  const { from, to, write, time, benchmark } = input;
  const taken: Reading<Checklist> =
    benchmark === undefined
      ? { ok: true, value: input.checklist, diagnostics: [] }
      : takeTexts(input.checklist, benchmark);
  if (!taken.ok) return taken;
  const isUntimed = timedNames.includes(to) && !time.given && taken.value.assessedAt === '';
  const assessedAt = time.given || isUntimed ? time.value : taken.value.assessedAt;
  const checklist = { ...taken.value, assessedAt };
  const untimed = isUntimed ? [diagnostic('convert-time-unknown', {}, { written: assessedAt, format: to })] : [];
  if (!isFormatName(to)) return extractFrom(checklist, to, write, [...taken.diagnostics, ...untimed]);
  const file = await renderChecklist(to, checklist, write);
  const diagnostics = [
    ...taken.diagnostics,
    ...unknownSeverities(writtenOf(checklist, to, write), to, benchmark !== undefined),
    ...untimed,
    // Told by the comparison, once for all rules.
    ...file.diagnostics.filter(({ code }) => code !== 'override-reason-unwritable'),
  ];
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics };
  const parsed = parseWritten(file);
  if (!parsed.ok) return { ok: false, diagnostics: [...diagnostics, ...parsed.diagnostics] };
  const readBack = readDocument(parsed.value);
  if (!readBack.ok) return { ok: false, diagnostics: [...diagnostics, ...readBack.diagnostics] };
  const losses = findLosses(file.checklist, readBack.value, from, to);
  const all = [...diagnostics, ...losses];
  if (all.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics: all };
  const value = { file, checklist: readBack.value };
  return { ok: true, value, diagnostics: [...all, ...objections(file, parsed.value)] };
};

/** Of what is never read there is nothing to compare. */
const extractFrom = async (
  checklist: Checklist,
  to: ExtractName,
  { tool, wholeTexts }: WriteOptions,
  said: readonly Diagnostic[],
): Promise<Reading<Converted>> => {
  const { renderExtract } = await import('../formats/extract.js');
  const file = await renderExtract(to, { checklist, tool }, { wholeTexts });
  return {
    ok: true,
    value: { file, checklist },
    diagnostics: [...said, ...file.diagnostics, ...leftOut(checklist, to)],
  };
};

/** `unknown` is what XCCDF takes for granted, and content without a severity of its own is common. */
const unknownSeverities = (
  { stigs }: Checklist,
  to: FormatName,
  hasBenchmark: boolean,
): readonly Diagnostic<'severity-unknown'>[] => {
  const rules = stigs.flatMap(({ reviews }) => reviews.map(({ rule }) => rule));
  const unknown = rules.filter(({ severity }) => severity === 'unknown');
  if (unknown.length === 0 || to === 'cklb') return [];
  const examples = namesOf(unknown.map(({ groupId, ruleId }) => groupId || ruleId));
  return [diagnostic('severity-unknown', {}, { count: String(unknown.length), examples, format: to, hasBenchmark })];
};

/** Somebody else's checklist may lack what importers want, such as the host's name: it is converted, and that is said. */
const objections = (file: WrittenFile, document: ParsedDocument): readonly Diagnostic[] => {
  const errors = validateWritten(file, document, ['error']);
  if (errors.length === 0) return [];
  const named = errors.map(({ importer }) => importer ?? 'importers');
  const words = {
    importers: [...new Set(named)].join(', '),
    codes: [...new Set(errors.map(({ code }) => code))].join(', '),
  };
  return [diagnostic('convert-importers-object', {}, words)];
};

const writtenOf = (checklist: Checklist, to: FormatName, { stigIndex = 0 }: WriteOptions): Checklist =>
  to === 'xccdf' ? { ...checklist, stigs: checklist.stigs.slice(stigIndex, stigIndex + 1) } : checklist;
