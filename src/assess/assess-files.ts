import type { FillInChange, FillInOptions } from '../checklist/fill-in.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, Status, Tool } from '../model/checklist.js';
import type { Evidence, ExportFormat } from '../model/connector.js';
import type { OutputName } from '../model/format-names.js';
import type { Review } from '../model/review.js';
import { judgeableRules } from '../rules/module-for.js';
import { defaultRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import type { InputLimits } from '../text/input-limits.js';
import type { AgeInput } from './age.js';
import { type AssetInput, askedHost } from './asset.js';
import {
  type ExportFile,
  evaluateHost,
  type HostAssessment,
  type ReadExportFile,
  type UnreadFile,
} from './evaluate-host.js';
import type { OpenInto } from './fill-into.js';
import { checkInto } from './judged-rules.js';
import { renderHost } from './render-host.js';
import type { ValidatedRules } from './render-outputs.js';

export interface AssessFilesInput extends AgeInput {
  /** Each as it was read, or why it could not be. */
  readonly exports: readonly Reading<ExportFile | ReadExportFile>[];
  /** The STIG to write; without it the one of the checklist to fill in. */
  readonly benchmark: Reading<Benchmark> | undefined;
  /** A checklist to fill in instead of making new ones. */
  readonly into?: Reading<Pick<ExportFile, 'path' | 'bytes'>> | undefined;
  readonly fillIn: FillInOptions;
  readonly asset: AssetInput;
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly whenEmpty?: Status | undefined;
  /** As for `evaluateHost`. */
  readonly rules?: readonly RuleModule[] | undefined;
  readonly formats: readonly OutputName[];
  readonly cklbStrict: boolean;
  readonly tool: Tool;
  /** As for `evaluateHost`. */
  readonly fleet?: readonly string[] | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
  /** What other hosts of the run showed to be valid: one map for all of them. */
  readonly validated?: ValidatedRules | undefined;
}

/** A file to write, named without its folder. */
export interface OutputFile {
  readonly format: OutputName;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What became of one host; where it was refused, there is nothing but diagnostics and what was read until then. */
export interface AssessedHost {
  readonly host: string;
  readonly refused: boolean;
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
  /** As the input says; none where there was no benchmark. */
  readonly assessedAt?: string | undefined;
  readonly collectedAt?: string | undefined;
  readonly reviews: readonly Review[];
  /** The benchmark's. */
  readonly rules: readonly Rule[];
  /** What the outputs hold; of a checklist that was filled in, what was to be filled in. */
  readonly checklist?: Checklist | undefined;
  readonly outputs: readonly OutputFile[];
  readonly changes?: readonly FillInChange[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One host from bytes to bytes: the one way for the command and the page. A host is refused, and there is nothing to write of it,
 * where none of its exports could be read, or its benchmark or checklist could not. Diagnostics: those of reading the files, of
 * `evaluateHost`, and of `renderHost` or, with a checklist to fill in, of `openForFilling` and `fillInto`.
 */
export const assessFiles = async (input: AssessFilesInput): Promise<AssessedHost> => {
  const stig = input.benchmark ?? (await stigOf(input));
  if (!stig.ok) return refusedHost(askedHost(input.asset), stig.diagnostics);
  const benchmark = stig.value;
  const exports = input.exports.map((file) => (file.ok ? file.value : unreadFile(file)));
  const into = input.into === undefined ? undefined : await openInto(input.into, input.limits);
  const assessment = await evaluateHost({
    ...input,
    exports,
    reported: into?.ok ? checkInto(into.value.checklist, judgeableRules(benchmark, input.rules ?? defaultRules)) : [],
    asset: into?.ok ? { ...input.asset, hostOtherwise: into.value.host } : input.asset,
    benchmark,
  });
  const { host, evidence, judged } = assessment;
  const { assessedAt, collectedAt } = input;
  const facts = { host, stig: { id: benchmark.id, release: releaseOf(benchmark) }, evidence, assessedAt, collectedAt };
  const refuse = (diagnostics: readonly Diagnostic[]): AssessedHost => ({
    ...facts,
    refused: true,
    reviews: [],
    rules: [],
    outputs: [],
    diagnostics: [...stig.diagnostics, ...diagnostics],
  });
  if (into?.ok === false)
    return refuse([...into.diagnostics, ...assessment.diagnostics.filter((d) => d.place.file !== undefined)]);
  if (judged === undefined) return refuse(assessment.diagnostics);
  const { checklist, reviews } = judged;
  const made = into?.ok
    ? (await filling()).fillInto(into.value, checklist, reviews, input)
    : await makeOutputs({ ...assessment, diagnostics: [...stig.diagnostics, ...assessment.diagnostics] }, input);
  // The asset of a checklist that exists is not this run's matter.
  const ofHost = assessment.diagnostics.filter((d) => into === undefined || d.code !== 'asset-incomplete');
  const diagnostics = [...ofHost, ...made.diagnostics];
  if (!made.ok) return refuse(diagnostics);
  return {
    ...facts,
    refused: false,
    reviews,
    rules: benchmark.rules,
    checklist,
    ...made.value,
    diagnostics: [...stig.diagnostics, ...diagnostics],
  };
};

/** A host of which nothing was judged and there is nothing to write. */
export const refusedHost = (
  host: string,
  diagnostics: readonly Diagnostic[],
): AssessedHost & { readonly outputs: readonly never[] } => ({
  host,
  refused: true,
  stig: { id: '', release: '' },
  evidence: [],
  reviews: [],
  rules: [],
  outputs: [],
  diagnostics,
});

const stigOf = async ({ into, rules = defaultRules, limits }: AssessFilesInput): Promise<Reading<Benchmark>> => {
  if (into === undefined) throw new Error('neither a STIG nor a checklist');
  return into.ok ? (await filling()).benchmarkOfChecklist(into.value, rules, limits) : into;
};

const unreadFile = (read: UnreadFile['read']): UnreadFile => ({ path: read.diagnostics[0]?.place.file ?? '', read });

/** Read when it is needed: most runs make new files. */
const filling = () => import('./fill-into.js');

const openInto = async (
  file: Reading<Pick<ExportFile, 'path' | 'bytes'>>,
  limits: Partial<InputLimits> | undefined,
): Promise<Reading<OpenInto>> =>
  file.ok ? (await filling()).openInto(file.value.bytes, file.value.path, limits) : file;

type Made = Pick<AssessedHost, 'outputs' | 'changes'>;

const makeOutputs = async (assessment: HostAssessment, input: AssessFilesInput): Promise<Reading<Made>> => {
  const { tool, cklbStrict, formats, validated } = input;
  const rendered = await renderHost(assessment, formats, { tool, cklbStrict }, validated);
  if (!rendered.ok) return rendered;
  const outputs = rendered.value.map(({ format, fileName, text }) => ({
    format,
    fileName,
    bytes: new TextEncoder().encode(text),
  }));
  return { ...rendered, value: { outputs } };
};
