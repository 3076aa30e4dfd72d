import { join } from 'node:path';
import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import type { GivenAsset } from '../../checklist/given-asset.js';
import { splitFile } from '../../checklist/split-file.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { ownFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { visible } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { readPathAs } from '../read-path.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';

export interface SplitOptions extends GivenAsset, Omit<CommonOptions, 'json'> {
  readonly outDir: string;
  readonly to?: FormatName | undefined;
  readonly result?: string | undefined;
}

/** `exchange-stig split`: a checklist in, a file for each of its STIGs out. Answers with the exit code. */
export const split = async (path: string, options: SplitOptions, io: Io): Promise<number> => {
  const made = await splitFile({
    file: await readPathAs(path, options, io, (...given) => readChecklist(...given, options.result)),
    to: options.to,
    asset: options,
    tool,
    cklbStrict: options.cklbStrict === true,
    time: {
      value: assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now),
      given: options.timestamp !== undefined,
    },
  });
  const files = made.ok
    ? made.value.map(({ file, checklist }) => ({
        path: join(options.outDir, file.fileName),
        text: file.text,
        checklist,
      }))
    : [];
  const failed = await writeFiles(files, { force: options.force === true, own: ownFiles(() => [path]) });
  const all = [...failed, ...made.diagnostics];
  tell(io, all, options);
  if (!made.ok || failed.length > 0) return exitCode.failed;
  if (!options.quiet)
    for (const { path: written, checklist } of files)
      io.stdout(`wrote  ${visible(written)}: ${countsText(countStatuses(checklist))}\n`);
  return exitCode.ok;
};
