import { join } from 'node:path';
import { readBenchmark } from '../../benchmark/from-file.js';
import { stigIndexOf } from '../../checklist/convert-file.js';
import { convertResults } from '../../checklist/convert-results.js';
import type { GivenAsset } from '../../checklist/given-asset.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readChecklist, readEveryResult } from '../../formats/read-checklist.js';
import type { Checklist } from '../../model/checklist.js';
import type { TargetName } from '../../model/format-names.js';
import { ownFiles } from '../../node/own-files.js';
import { sha256 } from '../../node/read-input.js';
import { writeFiles } from '../../node/write-files.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { readPathAs } from '../read-path.js';
import { type Conversion, type MadeFile, renderConversion, toConversion } from '../render/conversion.js';
import { printDocument } from '../render/document.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface ConvertOptions extends GivenAsset, CommonOptions {
  readonly to: TargetName;
  readonly out: string;
  readonly benchmark?: string | undefined;
  readonly stig?: string | undefined;
  readonly result?: string | undefined;
  readonly allResults?: true | undefined;
  readonly outDir?: string | undefined;
  readonly wholeTexts?: true | undefined;
  readonly assessor?: string | undefined;
}

/** `exchange-stig convert`: a checklist or result in, the same in another format out. Answers with the exit code. */
export const convert = async (path: string, options: ConvertOptions, io: Io): Promise<number> => {
  refuseClashes(path, options);
  const time = {
    value: assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now),
    given: options.timestamp !== undefined,
  };
  const result = await convertPath(path, options, time, io);
  const isWritten = result.made.length > 0;
  if (options.json) io.stdout(jsonText(toConversion(result, options.allResults === true, tool)));
  else
    tell(io, result.diagnostics, options, () => {
      if (!options.quiet) io.stderr(renderConversion(result, io.stderrColumns));
      if (!options.allResults && options.out === '-') for (const { text } of result.made) printDocument(text, io);
    });
  return isWritten ? exitCode.ok : exitCode.failed;
};

const refuseClashes = (path: string, options: ConvertOptions): void => {
  const { allResults, json, outDir, out } = options;
  if (allResults && outDir === undefined) throw new UsageError('--all-results needs --out-dir DIR for its files');
  if (!allResults && outDir !== undefined)
    throw new UsageError('--out-dir needs --all-results; one file goes to --out');
  if (allResults && out !== '-') throw new UsageError('--all-results writes several files: use --out-dir, not --out');
  if (allResults && options.result !== undefined) throw new UsageError('--result and --all-results exclude each other');
  const oneHost = (['host', 'fqdn', 'ip', 'mac'] as const).find((name) => options[name] !== undefined);
  if (allResults && oneHost !== undefined)
    throw new UsageError(`--${oneHost} says it of one host, and --all-results may write several; use --result`);
  if (json && !allResults && out === '-')
    throw new UsageError('--json needs --out FILE, because both write to standard output');
  if (options.stig !== undefined && options.to !== 'xccdf')
    throw new UsageError('--stig needs --to xccdf; the other formats hold all STIGs');
  if (path === '-' && options.benchmark === '-') throw new UsageError('standard input (-) can be read only once');
};

const convertPath = async (
  path: string,
  options: ConvertOptions,
  time: { readonly value: string; readonly given: boolean },
  io: Io,
): Promise<Conversion> => {
  const read = await readPathAs(path, options, io, (bytes, file, limits) => ({
    ok: true,
    value: options.allResults
      ? readEveryResult(bytes, file, limits)
      : [readChecklist(bytes, file, limits, options.result)],
    diagnostics: [],
  }));
  const files = read.ok ? read.value : [read];
  const benchmark =
    options.benchmark === undefined ? undefined : await readPathAs(options.benchmark, options, io, readBenchmark);
  const converted = await convertResults(path, files, (file) => ({
    file,
    asset: options,
    benchmark,
    to: options.to,
    stigIndex: file.ok && benchmark?.ok !== false ? askedStig(file.value.checklist, options) : undefined,
    tool,
    cklbStrict: options.cklbStrict === true,
    wholeTexts: options.wholeTexts,
    assessor: options.assessor,
    time,
  }));
  const refuse = (diagnostics: readonly Diagnostic[]): Conversion => ({ path, made: [], diagnostics });
  if (!converted.ok) return refuse(converted.diagnostics);
  const { outDir } = options;
  const made = converted.value.map(({ result, checklist, file: { format, fileName, text } }): MadeFile => {
    const target = outDir === undefined ? options.out : join(outDir, fileName);
    return { result, checklist, output: { format, path: target, sha256: sha256(text) }, text };
  });
  const written = made.filter(({ output }) => output.path !== '-');
  const failed = await writeFiles(
    written.map(({ output, text }) => ({ path: output.path, text })),
    { force: options.force === true, own: ownFiles(() => [path, options.benchmark]) },
  );
  if (failed.length > 0) return refuse([...failed, ...converted.diagnostics]);
  const [first] = files;
  return {
    path,
    format: first?.ok ? first.value.format : undefined,
    made,
    diagnostics: converted.diagnostics,
  };
};

/** XCCDF results hold one STIG: the only one, or the one that --stig names. */
const askedStig = (checklist: Checklist, { to, stig }: ConvertOptions): number | undefined => {
  if (to !== 'xccdf') return undefined;
  const index = stigIndexOf(checklist, stig);
  if (index !== undefined) return index;
  throw new UsageError(whyNoStig(checklist, stig));
};

/** STIGs that share an id, or have none, cannot be chosen by it. */
const whyNoStig = ({ stigs }: Checklist, asked: string | undefined): string => {
  const ids = stigs.map(({ benchmark }) => benchmark.id);
  const timesOf = (id: string) => ids.filter((other) => other.toLowerCase() === id.toLowerCase()).length;
  const telling = ids.filter((id) => id !== '' && timesOf(id) === 1);
  const times = asked === undefined ? 0 : timesOf(asked);
  const remedy =
    times === 0 && telling.length > 0
      ? `name one of ${telling.join(', ')} with --stig`
      : 'put each STIG in a file of its own, or convert to CKL or CKLB';
  if (asked === undefined) return `an XCCDF result holds one STIG, and the file has ${ids.length}; ${remedy}`;
  const found = times === 0 ? `no STIG "${asked}"` : `${times} STIGs with the id "${asked}"`;
  return `--stig: the file has ${found}; ${remedy}`;
};
