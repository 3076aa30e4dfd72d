import { type RunSummary, readSummary } from '../../comparison/read-summary.js';
import { toTrend } from '../../comparison/trend.js';
import { trendReport } from '../../comparison/trend-report.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { ownFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPathAs } from '../read-path.js';
import { printDocument } from '../render/document.js';
import { renderTrend, toTrendSummary, trendCsv } from '../render/trend.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface TrendOptions extends Pick<CommonOptions, 'limit' | 'force' | 'json'> {
  readonly report?: string | undefined;
  readonly csv?: true | undefined;
}

/** `exchange-stig trend`: the summaries of several runs, side by side. Answers with the exit code; one that is refused ends it. */
export const trend = async (paths: readonly string[], options: TrendOptions, io: Io): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  if (options.csv && options.json) throw new UsageError('--csv and --json would both write to standard output');
  if (options.report === '-') throw new UsageError('--report: expected a file, not standard output (-)');
  const summaries: RunSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const read = await readPathAs(path, options, io, readSummary);
    diagnostics.push(...read.diagnostics);
    if (read.ok) summaries.push(read.value);
  }
  const isRead = summaries.length === paths.length;
  const found = toTrend(isRead ? summaries : []);
  if (isRead && options.report !== undefined) {
    const report = { path: options.report, text: trendReport(found, tool), purpose: '--report' };
    diagnostics.push(...(await writeFiles([report], { force: options.force === true, own: ownFiles(() => paths) })));
  }
  if (options.json) io.stdout(jsonText(toTrendSummary(found, diagnostics, tool)));
  else
    tell(io, diagnostics, { verbose: true }, () => {
      if (isRead && options.csv) printDocument(trendCsv(found), io);
      else if (isRead) io.stdout(renderTrend(found, io.columns));
    });
  return diagnostics.some(({ severity }) => severity === 'error') ? exitCode.failed : exitCode.ok;
};
