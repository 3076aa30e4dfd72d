import { join } from 'node:path';
import type { AssetInput } from '../../assess/asset.js';
import { type ExportFile, evaluateHost, type HostAssessment } from '../../assess/evaluate-host.js';
import { type HostFile, renderHost } from '../../assess/render-host.js';
import { type BuiltInRelease, builtInBenchmark } from '../../benchmark/built-in.js';
import type { OutputName } from '../../formats/names.js';
import { type Benchmark, releaseOf } from '../../model/benchmark.js';
import type { Status } from '../../model/checklist.js';
import type { ExportFormat } from '../../model/connector.js';
import type { Diagnostic, Reading } from '../../model/diagnostic.js';
import { readInput, sha256 } from '../../node/read-input.js';
import { writeFiles } from '../../node/write-files.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { evaluateExitCode } from '../exit-code.js';
import { checkFillInOptions, type FillInCommandOptions } from '../fill-in-options.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { renderDiagnostics } from '../render/diagnostics.js';
import { renderEvaluation } from '../render/evaluation.js';
import { type HostResult, toSummary } from '../render/summary.js';
import { UsageError } from '../usage-error.js';

export interface EvaluateOptions extends AssetInput, FillInCommandOptions {
  readonly format: readonly OutputName[];
  readonly outDir: string;
  readonly release: BuiltInRelease;
  readonly benchmark?: string | undefined;
  readonly inputFormat: ExportFormat | 'auto';
  readonly whenEmpty: Status;
  readonly cklbStrict?: true | undefined;
  readonly timestamp?: string | undefined;
  readonly limit?: Partial<InputLimits> | undefined;
  readonly force?: true | undefined;
  readonly failOnWarning?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** `exchange-stig evaluate`: one host's exports in, checklists and results out. Answers with the exit code. */
export const evaluate = async (paths: readonly string[], options: EvaluateOptions, io: Io): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  if (options.benchmark === '-') throw new UsageError('--benchmark: expected a file, not standard input (-)');
  checkFillInOptions(options);
  const assessedAt = assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now);
  const result = await evaluatePaths(paths, options, assessedAt, io);
  const statuses = result.reviews.map((review) => review.status);
  if (options.json) io.stdout(jsonText(toSummary([result], tool)));
  else {
    const shown = options.quiet ? result.diagnostics.filter((d) => d.severity === 'error') : result.diagnostics;
    io.stderr(renderDiagnostics(shown));
    if (!options.quiet && !result.refused) io.stdout(renderEvaluation(result, io));
  }
  return evaluateExitCode(
    { failed: result.refused, statuses, diagnostics: result.diagnostics },
    options.failOnWarning === true,
  );
};

const evaluatePaths = async (
  paths: readonly string[],
  options: EvaluateOptions,
  assessedAt: string,
  io: Io,
): Promise<HostResult> => {
  const read = await benchmarkOf(options);
  if (!read.ok) return unreadBenchmark(options, read.diagnostics);
  const benchmark = read.value;
  const stig = { id: benchmark.id, release: releaseOf(benchmark) };
  const files: ExportFile[] = [];
  const unread: Diagnostic[] = [];
  for (const path of paths) {
    const input = await readInput(path, io.stdin, limitsOf(options.limit).maxBytes);
    if (input.ok) files.push(input.value);
    else unread.push(...input.diagnostics);
  }
  const into =
    options.into === undefined ? undefined : await (await import('./fill-in.js')).openInto(options.into, options.limit);
  if (into?.ok === false) unread.push(...into.diagnostics);
  const assessment = await evaluateHost({
    exports: files,
    asset: into?.ok ? { ...options, hostOtherwise: into.value.host } : options,
    benchmark,
    inputFormat: options.inputFormat,
    whenEmpty: options.whenEmpty,
    assessedAt,
    tool,
    limits: options.limit,
  });
  const { host, evidence } = assessment;
  const refuse = (diagnostics: readonly Diagnostic[]): HostResult => ({
    host,
    refused: true,
    stig,
    evidence,
    reviews: [],
    rules: [],
    outputs: [],
    diagnostics: [...read.diagnostics, ...diagnostics],
  });
  if (unread.length > 0)
    return refuse([...unread, ...assessment.diagnostics.filter((d) => d.place.file !== undefined)]);
  if (assessment.judged === undefined) return refuse(assessment.diagnostics);

  const { checklist, reviews } = assessment.judged;
  const written = into?.ok
    ? await (await import('./fill-in.js')).fillInFile(
        into.value,
        checklist,
        reviews.map((review) => review.vulnId),
        options,
      )
    : await writeOutputs({ ...assessment, diagnostics: [...read.diagnostics, ...assessment.diagnostics] }, options);
  // The asset of a checklist that exists is not this run's matter.
  const ofHost = assessment.diagnostics.filter((d) => into === undefined || d.code !== 'asset-incomplete');
  const diagnostics = [...ofHost, ...written.diagnostics];
  if (!written.ok) return refuse(diagnostics);
  return {
    host,
    refused: false,
    stig,
    evidence,
    reviews,
    rules: benchmark.rules,
    ...written.value,
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
};

/** The STIG to write: the built-in rule of a release, or DISA's whole benchmark. */
const benchmarkOf = async ({ benchmark, release, limit }: EvaluateOptions): Promise<Reading<Benchmark>> =>
  benchmark === undefined
    ? { ok: true, value: builtInBenchmark(release), diagnostics: [] }
    : (await import('../../node/read-benchmark-file.js')).readBenchmarkFile(benchmark, limit);

const unreadBenchmark = (options: EvaluateOptions, diagnostics: readonly Diagnostic[]): HostResult => ({
  host: options.host ?? '',
  refused: true,
  stig: { id: '', release: '' },
  evidence: [],
  reviews: [],
  rules: [],
  outputs: [],
  diagnostics,
});

const writeOutputs = async (
  assessment: HostAssessment,
  options: EvaluateOptions,
): Promise<Reading<Pick<HostResult, 'outputs'>>> => {
  const rendered = await renderHost(assessment, options.format, { tool, cklbStrict: options.cklbStrict === true });
  if (!rendered.ok) return rendered;
  const outputs = rendered.value.map((file) => ({ ...file, path: join(options.outDir, file.fileName) }));
  const failed = await writeFiles(outputs, { force: options.force === true });
  if (failed.length > 0) return { ok: false, diagnostics: [...failed, ...rendered.diagnostics] };
  return { ok: true, value: { outputs: outputs.map((file) => outputOf(file)) }, diagnostics: rendered.diagnostics };
};

const outputOf = (file: HostFile & { readonly path: string }): HostResult['outputs'][number] => ({
  format: file.format,
  path: file.path,
  sha256: sha256(file.text),
});
