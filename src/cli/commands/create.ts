import { readBenchmark } from '../../benchmark/from-file.js';
import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import { createFile } from '../../checklist/create-file.js';
import type { GivenAsset } from '../../checklist/given-asset.js';
import type { FormatName } from '../../model/format-names.js';
import { ownFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { visible } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { readPathAs } from '../read-path.js';
import { printDocument } from '../render/document.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';

export interface CreateOptions extends GivenAsset, Omit<CommonOptions, 'json'> {
  readonly benchmark: string;
  readonly to: FormatName;
  readonly out: string;
}

/** `exchange-stig create`: DISA's benchmark in, its empty checklist for a host out. Answers with the exit code. */
export const create = async (options: CreateOptions, io: Io): Promise<number> => {
  const { benchmark: path, out } = options;
  const made = await createFile({
    benchmark: await readPathAs(path, options, io, readBenchmark),
    asset: options,
    to: options.to,
    tool,
    cklbStrict: options.cklbStrict === true,
    time: assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now),
  });
  const files = made.ok && out !== '-' ? [{ path: out, text: made.value.file.text }] : [];
  const failed = await writeFiles(files, { force: options.force === true, own: ownFiles(() => [path]) });
  const all = [...failed, ...made.diagnostics];
  tell(io, all, options);
  if (!made.ok || failed.length > 0) return exitCode.failed;
  if (out === '-') printDocument(made.value.file.text, io);
  else if (!options.quiet) io.stdout(`wrote  ${visible(out)}: ${countsText(countStatuses(made.value.checklist))}\n`);
  return exitCode.ok;
};
