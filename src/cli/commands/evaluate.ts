import { askedHost } from '../../assess/asset.js';
import { ownFiles } from '../../node/own-files.js';
import { sha256 } from '../../node/read-input.js';
import { replaceFile } from '../../node/replace-file.js';
import { writeFiles } from '../../node/write-files.js';
import { refusedHost } from '../../outcome/judged-host.js';
import { type WrittenHost, writtenHost } from '../../outcome/written-host.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { assessHost, benchmarkOf, type HostOptions, readHost } from '../assess-host.js';
import { evaluateExitCode, exitCode } from '../exit-code.js';
import { checkFillInOptions } from '../fill-in-options.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { renderEvaluation } from '../render/evaluation.js';
import { toSummary } from '../render/summary.js';
import { writtenLine } from '../render/table.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface EvaluateOptions extends HostOptions, Pick<CommonOptions, 'timestamp' | 'verbose' | 'json' | 'quiet'> {
  readonly outDir: string;
  /** The bundle to write. */
  readonly bundle?: string | undefined;
  readonly failOnWarning?: true | undefined;
}

/** `exchange-stig evaluate`: one host's exports in, checklists and results out. Answers with the exit code. */
export const evaluate = async (paths: readonly string[], options: EvaluateOptions, io: Io): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  if (options.benchmark === '-') throw new UsageError('--benchmark: expected a file, not standard input (-)');
  if (options.site === '-') throw new UsageError('--site: expected a file, not standard input (-)');
  if (options.transportConfig === '-')
    throw new UsageError('--transport-config: expected a file, not standard input (-)');
  checkFillInOptions(options);
  const assessedAt = assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now);
  const how = {
    force: options.force === true,
    own: ownFiles(() => [
      ...[...paths, options.benchmark, options.site, options.transportConfig],
      options.inPlace ? undefined : options.into,
    ]),
  };
  const benchmark = await benchmarkOf(options);
  const files = benchmark?.ok !== false ? await readHost(paths, options, io.stdin) : { exports: [] };
  const bundled =
    options.bundle === undefined
      ? undefined
      : await (await import('./bundle.js')).bundleOf(files, options, options.bundle, assessedAt);
  if (bundled?.ok === false) {
    const refused = writtenHost(refusedHost(askedHost(options), bundled.diagnostics));
    if (options.json) io.stdout(jsonText(toSummary([refused], tool, [], { assessedAt, collected: options.collected })));
    else tell(io, bundled.diagnostics, options);
    return exitCode.failed;
  }
  const bundle = bundled?.value === undefined ? [] : [bundled.value];
  const result = await assessHost(files, options, benchmark, {
    outDir: () => options.outDir,
    write: (outputs) => writeFiles([...outputs, ...bundle], how),
    replace: options.inPlace ? (path, bytes, original) => replaceFile(path, bytes, { ...how, original }) : undefined,
    assessedAt,
  });
  const statuses = result.results.map(({ status }) => status);
  if (options.json) {
    const written = result.refused ? undefined : bundle[0];
    const told = {
      assessedAt,
      collected: options.collected,
      bundle: written && { path: written.path, sha256: sha256(written.text) },
    };
    io.stdout(jsonText(toSummary([result], tool, [], told)));
  } else
    tell(io, result.diagnostics, { ...options, next: nextStep(result) }, () => {
      if (options.quiet || result.refused) return;
      io.stdout(renderEvaluation(result, { ...io, verbose: options.verbose }));
      for (const { path } of bundle) io.stdout(writtenLine(path));
    });
  return evaluateExitCode(
    { failed: result.refused, statuses, diagnostics: result.diagnostics },
    options.failOnWarning === true,
  );
};

/** What errors call for is said by `tell`. */
const nextStep = ({ refused, results }: WrittenHost): string | undefined => {
  const statuses = results.map(({ status }) => status);
  if (refused) return undefined;
  if (statuses.includes('open'))
    return '"exchange-stig remediate" writes the script that changes what fails; then export and evaluate again';
  return statuses.includes('not_reviewed')
    ? 'settle what the messages name and evaluate again, or judge these rules by hand in the checklist'
    : '';
};
