import { basename, extname } from 'node:path';
import type { GivenAsset } from '../../checklist/given-asset.js';
import type { MergeReport } from '../../checklist/merge/merge.js';
import { mergeFiles } from '../../checklist/merge/merge-files.js';
import { renderMergeReport, renderMergeSummary } from '../../checklist/merge/merge-text.js';
import type { Preference } from '../../checklist/merge/preferences.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { ownFiles } from '../../node/own-files.js';
import { sha256 } from '../../node/read-input.js';
import { writeFiles } from '../../node/write-files.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { readPath } from '../read-path.js';
import { printDocument } from '../render/document.js';
import { type MergeResult, toMerge } from '../render/merge.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface MergeOptions extends GivenAsset, CommonOptions {
  readonly out: string;
  readonly to?: FormatName | undefined;
  readonly prefer: Preference;
  readonly report?: string | undefined;
}

/** `exchange-stig merge`: checklists and results of one host in, one out, and a report. Answers with the exit code. */
export const merge = async (paths: readonly string[], options: MergeOptions, io: Io): Promise<number> => {
  refuseClashes(paths, options);
  const files = [];
  for (const path of paths) {
    const input = await readPath(path, options, io);
    const bytes = input.ok ? input.value.bytes : undefined;
    files.push({ path, bytes, read: input.ok ? readChecklist(input.value.bytes, path, options.limit) : input });
  }
  const { out } = options;
  const outcome = await mergeFiles({
    files,
    prefer: options.prefer,
    to: options.to,
    asset: options,
    title: out === '-' ? undefined : basename(out, extname(out)),
    limits: options.limit,
    tool,
    cklbStrict: options.cklbStrict === true,
    time: {
      value: assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now),
      given: options.timestamp !== undefined,
    },
  });
  const { report } = outcome;
  const file = outcome.ok ? outcome.value.file : undefined;
  const result: MergeResult = {
    paths,
    formats: files.map(({ read }) => (read.ok ? read.value.format : undefined)),
    report,
    output: file === undefined ? undefined : { format: file.format, path: out, sha256: sha256(file.text) },
    diagnostics: outcome.diagnostics,
  };
  const failed =
    file === undefined
      ? []
      : await writeFiles(
          [
            ...(out === '-' ? [] : [{ path: out, text: file.text, purpose: '--out' }]),
            ...(options.report === undefined || report === undefined
              ? []
              : [{ path: options.report, text: reportText(options.report, result), purpose: '--report' }]),
          ],
          { force: options.force === true, own: ownFiles(() => [...paths]) },
        );
  const isWritten = file !== undefined && failed.length === 0;
  const told: MergeResult = {
    ...result,
    output: isWritten ? result.output : undefined,
    diagnostics: [...failed, ...result.diagnostics],
  };
  if (options.json) io.stdout(jsonText(toMerge(told, tool)));
  else print(told, isWritten ? file.text : undefined, options, io);
  return isWritten ? exitCode.ok : exitCode.failed;
};

const refuseClashes = (paths: readonly string[], { out, report, json }: MergeOptions): void => {
  if (paths.length < 2) throw new UsageError('merge needs two files or more');
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  if (out === '-' && json) throw new UsageError('--json and --out - would both write to standard output');
  if (report === '-') throw new UsageError('--report: expected a file; without --report the report is printed');
};

const reportText = (path: string, result: MergeResult): string =>
  path.toLowerCase().endsWith('.json')
    ? jsonText(toMerge(result, tool))
    : result.report === undefined
      ? ''
      : renderMergeReport(result.report);

/** Standard output is the checklist where `--out -` asks for it: the report goes to standard error then. */
const print = (result: MergeResult, text: string | undefined, options: MergeOptions, io: Io): void => {
  const { report, diagnostics } = result;
  const { quiet, verbose } = options;
  // Each conflict is in the report too, where there is one.
  tell(io, diagnostics, { quiet, verbose: verbose || text === undefined }, () => {
    if (text !== undefined && report !== undefined) printMerged(report, text, options, io);
  });
};

const printMerged = (report: MergeReport, text: string, options: MergeOptions, io: Io): void => {
  const told = options.report === undefined ? renderMergeReport(report) : renderMergeSummary(report);
  if (options.out === '-') {
    if (!options.quiet) io.stderr(told);
    printDocument(text, io);
  } else if (!options.quiet) {
    const written = [options.out, ...(options.report === undefined ? [] : [options.report])];
    io.stdout(`${told}\n${written.map((path) => `wrote  ${path}\n`).join('')}`);
  }
};
