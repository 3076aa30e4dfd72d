import { basename, extname } from 'node:path';
import { readBenchmark } from '../../benchmark/from-file.js';
import type { GivenAsset } from '../../checklist/given-asset.js';
import { type UpdatedFile, updateFile } from '../../checklist/update-file.js';
import { renderUpdateReport, renderUpdateSummary } from '../../checklist/update-text.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
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
import { toUpdate, type UpdateOutcome } from '../render/update.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface UpdateCommandOptions extends GivenAsset, Omit<CommonOptions, 'timestamp' | 'quiet'> {
  readonly benchmark: string;
  readonly out: string;
  readonly report?: string | undefined;
  readonly resetChanged?: true | undefined;
  readonly wholeTexts?: true | undefined;
}

/** The new checklist and its report; neither where it was refused. */
interface Made {
  readonly done?: UpdatedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `exchange-stig update`: carries a checklist to another release and writes it in its own format. What the new file does
 * not hold is in the report, which is printed where --report names no file for it.
 */
export const update = async (path: string, options: UpdateCommandOptions, io: Io): Promise<number> => {
  refuseClashes(path, options);
  const made = await makeUpdate(path, options, io);
  const written = await write(made, path, options);
  const refused = made.done === undefined || written.length > 0;
  const result: Made = {
    done: refused ? undefined : made.done,
    diagnostics: [...written, ...made.diagnostics],
  };
  print(result, path, options, io);
  return refused ? exitCode.failed : exitCode.ok;
};

const refuseClashes = (path: string, { benchmark, out, report, json }: UpdateCommandOptions): void => {
  if (path === '-' && benchmark === '-') throw new UsageError('standard input (-) can be read only once');
  if (out === '-' && json) throw new UsageError('--json and --out - would both write to standard output');
  if (report === '-') throw new UsageError('--report: expected a file; without --report the report is printed');
};

const makeUpdate = async (path: string, options: UpdateCommandOptions, io: Io): Promise<Made> => {
  const inputs = [await readPath(path, options, io), await readPath(options.benchmark, options, io)] as const;
  const [checklistInput, benchmarkInput] = inputs;
  if (!checklistInput.ok || !benchmarkInput.ok) return { diagnostics: inputs.flatMap((input) => input.diagnostics) };
  const { out } = options;
  const updated = await updateFile({
    bytes: checklistInput.value.bytes,
    path,
    benchmark: await readBenchmark(benchmarkInput.value.bytes, options.benchmark, options.limit),
    asset: options,
    out,
    title: out === '-' ? undefined : basename(out, extname(out)),
    resetChanged: options.resetChanged,
    cklbStrict: options.cklbStrict === true,
    wholeTexts: options.wholeTexts,
    tool,
    now: assessmentTime(undefined, io.env['SOURCE_DATE_EPOCH'], io.now),
    limits: options.limit,
  });
  return { done: updated.ok ? updated.value : undefined, diagnostics: updated.diagnostics };
};

const write = async (made: Made, path: string, options: UpdateCommandOptions): Promise<readonly Diagnostic[]> => {
  if (made.done === undefined) return [];
  const checklist = options.out === '-' ? [] : [{ path: options.out, text: made.done.file.text, purpose: '--out' }];
  const report =
    options.report === undefined
      ? []
      : [{ path: options.report, text: reportOf(made, path, options), purpose: '--report' }];
  const own = ownFiles(() => [path, options.benchmark]);
  return writeFiles([...checklist, ...report], { force: options.force === true, own });
};

const reportOf = (made: Made, path: string, options: UpdateCommandOptions): string => {
  if (options.report?.toLowerCase().endsWith('.json')) return jsonOf(made, path, options);
  return made.done === undefined ? '' : renderUpdateReport(made.done.report);
};

const jsonOf = ({ done, diagnostics }: Made, path: string, options: UpdateCommandOptions): string => {
  const outcome: UpdateOutcome = {
    checklist: path,
    benchmark: options.benchmark,
    report: done?.report,
    outputs:
      done === undefined ? [] : [{ format: done.file.format, path: options.out, sha256: sha256(done.file.text) }],
    diagnostics,
  };
  return jsonText(toUpdate(outcome, tool));
};

/** Standard output is the checklist where `--out -` asks for it: the report goes to standard error then. */
const print = (result: Made, path: string, options: UpdateCommandOptions, io: Io): void => {
  if (options.json) {
    io.stdout(jsonOf(result, path, options));
    return;
  }
  tell(io, result.diagnostics, options, () => result.done && printReport(result.done, options, io));
};

const printReport = ({ file, report }: UpdatedFile, options: UpdateCommandOptions, io: Io): void => {
  const shown =
    options.report === undefined ? renderUpdateReport(report, io.columns) : renderUpdateSummary(report, io.columns);
  if (options.out === '-') {
    io.stderr(shown);
    printDocument(file.text, io);
  } else
    io.stdout(
      `${shown}\n${[options.out, options.report ?? '']
        .filter((name) => name !== '')
        .map((name) => `wrote  ${name}\n`)
        .join('')}`,
    );
};
