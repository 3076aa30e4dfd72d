import { type FillInChange, type FillInOptions, fillIn, hostOf } from '../checklist/fill-in.js';
import { fillingsOf } from '../checklist/fillings.js';
import { type OpenChecklist, openForFilling } from '../checklist/open-for-filling.js';
import { diagnostic } from '../diagnostics/catalog.js';
import type { FormatName } from '../formats/names.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, Status, Tool } from '../model/checklist.js';
import type { Evidence, ExportFormat } from '../model/connector.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import type { Review } from '../model/review.js';
import type { InputLimits } from '../text/input-limits.js';
import type { AssetInput } from './asset.js';
import { type ExportFile, evaluateHost } from './evaluate-host.js';
import { renderOutputs } from './render-outputs.js';

export interface AssessFilesInput {
  /** Each as it was read, or why it could not be. */
  readonly exports: readonly Reading<ExportFile>[];
  /** The STIG to write. */
  readonly benchmark: Reading<Benchmark>;
  /** A checklist to fill in instead of making new ones. */
  readonly into?: Reading<Pick<ExportFile, 'path' | 'bytes'>> | undefined;
  readonly fillIn: FillInOptions;
  readonly asset: AssetInput;
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly whenEmpty?: Status | undefined;
  readonly formats: readonly FormatName[];
  readonly cklbStrict: boolean;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly tool: Tool;
  readonly limits?: Partial<InputLimits> | undefined;
}

/** A file to write, named without its folder. */
export interface OutputFile {
  readonly format: FormatName;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What became of one host; where it was refused, there is nothing but diagnostics and what was read until then. */
export interface AssessedHost {
  readonly host: string;
  readonly refused: boolean;
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
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
 * The job of `evaluate` from bytes to bytes, for where there is no file system. Diagnostics: those of reading the files,
 * of `evaluateHost`, and of `renderOutputs` or, with a checklist to fill in, of `openForFilling` and `fillIn`, and
 * `fill-in-asset-kept`.
 */
export const assessFiles = async (input: AssessFilesInput): Promise<AssessedHost> => {
  const stig = input.benchmark;
  if (!stig.ok) return unreadBenchmark(input.asset.host ?? '', stig.diagnostics);
  const benchmark = stig.value;
  const files = input.exports.flatMap((file) => (file.ok ? [file.value] : []));
  const into = input.into === undefined ? undefined : openInto(input.into, input.limits);
  const unread = [...input.exports, ...(into === undefined ? [] : [into])].flatMap((file) =>
    file.ok ? [] : file.diagnostics,
  );
  const assessment = await evaluateHost({
    ...input,
    exports: files,
    asset: into?.ok ? { ...input.asset, hostOtherwise: hostOf(into.value) } : input.asset,
    benchmark,
  });
  const { host, evidence, judged } = assessment;
  const facts = { host, stig: { id: benchmark.id, release: releaseOf(benchmark) }, evidence };
  const refuse = (diagnostics: readonly Diagnostic[]): AssessedHost => ({
    ...facts,
    refused: true,
    reviews: [],
    rules: [],
    outputs: [],
    diagnostics: [...stig.diagnostics, ...diagnostics],
  });
  if (unread.length > 0)
    return refuse([...unread, ...assessment.diagnostics.filter((d) => d.place.file !== undefined)]);
  if (judged === undefined) return refuse(assessment.diagnostics);
  const { checklist, reviews } = judged;
  const made = into?.ok ? fillInto(into.value, checklist, reviews, input) : await makeOutputs(checklist, input);
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

const unreadBenchmark = (host: string, diagnostics: readonly Diagnostic[]): AssessedHost => ({
  host,
  refused: true,
  stig: { id: '', release: '' },
  evidence: [],
  reviews: [],
  rules: [],
  outputs: [],
  diagnostics,
});

const openInto = (
  file: Reading<Pick<ExportFile, 'path' | 'bytes'>>,
  limits: Partial<InputLimits> | undefined,
): Reading<OpenChecklist> => (file.ok ? openForFilling(file.value.bytes, file.value.path, limits) : file);

type Made = Pick<AssessedHost, 'outputs' | 'changes'>;

const makeOutputs = async (checklist: Checklist, input: AssessFilesInput): Promise<Reading<Made>> => {
  const { tool, cklbStrict, formats } = input;
  const rendered = await renderOutputs(checklist, formats, { tool, cklbStrict });
  if (!rendered.ok) return rendered;
  const outputs = rendered.value.map(({ format, fileName, text }) => ({
    format,
    fileName,
    bytes: new TextEncoder().encode(text),
  }));
  return { ...rendered, value: { outputs } };
};

const fillInto = (
  open: OpenChecklist,
  judged: Checklist,
  reviews: readonly Review[],
  { asset, fillIn: options }: AssessFilesInput,
): Reading<Made> => {
  const vulnIds = reviews.map(({ vulnId }) => vulnId);
  const filled = fillIn(open, fillingsOf(judged, vulnIds), judged.asset.hostName, options);
  const kept = (['fqdn', 'ip', 'mac', 'role', 'marking'] as const).filter((name) => asset[name] !== undefined);
  const names = kept.map((name) => `--${name}`).join(', ');
  const told = kept.length === 0 ? [] : [diagnostic('fill-in-asset-kept', { file: open.file }, { actual: names })];
  const diagnostics = [...filled.diagnostics, ...told];
  if (!filled.ok) return { ok: false, diagnostics };
  const { bytes, changes } = filled.value;
  const outputs = [{ format: open.format, fileName: baseName(open.file), bytes }];
  return { ok: true, value: { outputs, changes }, diagnostics };
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
