import type { ImporterName } from '../../model/place.js';
import { jsonText } from '../../text/visible.js';
import { notReadNotice, unreadFile, type ValidatedFile, validateFile } from '../../validate/validate-file.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPath } from '../read-path.js';
import { tellNext } from '../render/line.js';
import { renderValidation, toValidation } from '../render/validation.js';
import type { CommonOptions } from '../shared-options.js';
import { helpOn } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface ValidateOptions extends Pick<CommonOptions, 'limit' | 'json' | 'quiet'> {
  readonly importer?: readonly ImporterName[] | undefined;
  readonly failOnWarning?: true | undefined;
}

/** `exchange-stig validate`: what is wrong with checklists and results, and what each importer would do with them. */
export const validate = async (paths: readonly string[], options: ValidateOptions, io: Io): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  const files: ValidatedFile[] = [];
  for (const path of paths) files.push(await validatePath(path, options, io));
  if (options.json) io.stdout(jsonText(toValidation(files, tool)));
  else {
    const notices = options.importer === undefined ? notReadNotice(files) : [];
    io.stdout(renderValidation(files, notices, { ...io, quiet: options.quiet === true }));
    if (!options.quiet) tellNext(io, nextStep(files));
  }
  if (files.some((file) => file.format === undefined)) return exitCode.failed;
  const severities = new Set(files.flatMap((file) => file.diagnostics.map((d) => d.severity)));
  return severities.has('error') || (options.failOnWarning && severities.has('warning')) ? exitCode.open : exitCode.ok;
};

const validatePath = async (path: string, options: ValidateOptions, io: Io): Promise<ValidatedFile> => {
  const input = await readPath(path, options, io);
  if (!input.ok) return unreadFile(path, input.diagnostics);
  return validateFile(input.value.bytes, path, options.importer, options.limit);
};

const nextStep = (files: readonly ValidatedFile[]): string | undefined => {
  const first = files.flatMap(({ diagnostics }) => diagnostics).find(({ severity }) => severity === 'error');
  return first && `correct the files where they were made, then validate again; explained by: ${helpOn(first)}`;
};
