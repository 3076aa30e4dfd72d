import { readBenchmark } from '../../benchmark/from-file.js';
import { convertFile, stigIndexOf } from '../../checklist/convert-file.js';
import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { Checklist } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { ownFiles } from '../../node/own-files.js';
import { readInput, sha256 } from '../../node/read-input.js';
import { writeFiles } from '../../node/write-files.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { type Conversion, renderConversion, toConversion } from '../render/conversion.js';
import { renderDiagnostics } from '../render/diagnostics.js';
import { printDocument } from '../render/document.js';
import { UsageError } from '../usage-error.js';

export interface ConvertOptions {
  readonly to: FormatName;
  readonly out: string;
  readonly benchmark?: string | undefined;
  readonly stig?: string | undefined;
  readonly limit?: Partial<InputLimits> | undefined;
  readonly cklbStrict?: true | undefined;
  readonly timestamp?: string | undefined;
  readonly force?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** `exchange-stig convert`: a checklist or result in, the same in another format out. Answers with the exit code. */
export const convert = async (path: string, options: ConvertOptions, io: Io): Promise<number> => {
  if (options.json && options.out === '-')
    throw new UsageError('--json needs --out FILE, because both write to standard output');
  if (options.stig !== undefined && options.to !== 'xccdf')
    throw new UsageError('--stig needs --to xccdf; a CKL or CKLB holds all STIGs');
  if (path === '-' && options.benchmark === '-') throw new UsageError('standard input (-) can be read only once');
  const time = {
    value: assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now),
    given: options.timestamp !== undefined,
  };
  const result = await convertPath(path, options, time, io);
  if (options.json) io.stdout(jsonText(toConversion(result, tool)));
  else {
    const shown = options.quiet ? result.diagnostics.filter((d) => d.severity === 'error') : result.diagnostics;
    io.stderr(renderDiagnostics(shown));
    if (!options.quiet) io.stderr(renderConversion(result));
    if (options.out === '-' && result.output !== undefined) printDocument(result.text, io);
  }
  return result.output === undefined ? exitCode.failed : exitCode.ok;
};

const convertPath = async (
  path: string,
  options: ConvertOptions,
  time: { readonly value: string; readonly given: boolean },
  io: Io,
): Promise<Conversion> => {
  const refuse = (diagnostics: readonly Diagnostic[]): Conversion => ({ path, diagnostics, text: '' });
  const read = await readPath(path, options, io, readChecklist);
  const benchmark =
    options.benchmark === undefined ? undefined : await readPath(options.benchmark, options, io, readBenchmark);
  const isRead = read.ok && benchmark?.ok !== false;
  const converted = await convertFile({
    file: read,
    benchmark,
    to: options.to,
    stigIndex: isRead ? askedStig(read.value.checklist, options) : undefined,
    tool,
    cklbStrict: options.cklbStrict === true,
    time,
  });
  const { diagnostics } = converted;
  if (!read.ok || !converted.ok) return refuse(diagnostics);
  const { file } = converted.value;
  const failed =
    options.out === '-'
      ? []
      : await writeFiles([{ path: options.out, text: file.text }], {
          force: options.force === true,
          own: ownFiles(() => [path, options.benchmark]),
        });
  if (failed.length > 0) return refuse([...failed, ...diagnostics]);
  return {
    path,
    format: read.value.format,
    checklist: converted.value.checklist,
    output: { format: file.format, path: options.out, sha256: sha256(file.text) },
    diagnostics,
    text: file.text,
  };
};

const readPath = async <T>(
  path: string,
  { limit }: ConvertOptions,
  io: Io,
  read: (bytes: Uint8Array, file: string, limits?: Partial<InputLimits>) => Reading<T> | Promise<Reading<T>>,
): Promise<Reading<T>> => {
  const input = await readInput(path, io.stdin, limitsOf(limit).maxBytes);
  return input.ok ? read(input.value.bytes, path, limit) : input;
};

/** XCCDF results hold one STIG: the only one, or the one that --stig names. */
const askedStig = (checklist: Checklist, { to, stig }: ConvertOptions): number | undefined => {
  if (to !== 'xccdf') return undefined;
  const index = stigIndexOf(checklist, stig);
  if (index !== undefined) return index;
  const ids = checklist.stigs.map(({ benchmark }) => benchmark.id);
  const count = ids.filter((id) => id.toLowerCase() === stig?.toLowerCase()).length;
  const asked = stig === undefined ? 'an XCCDF result holds one STIG' : `--stig: "${stig}" is there ${count} times`;
  throw new UsageError(`${asked}; name one of ${ids.join(', ')} with --stig`);
};
