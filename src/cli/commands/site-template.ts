import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { combine } from '../../evidence/combine.js';
import { readExport } from '../../evidence/read-export.js';
import type { ExportFormat, SendConnector } from '../../model/connector.js';
import { ownFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { siteTemplate, templateStigs } from '../../site/template.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPathAs } from '../read-path.js';
import { printDocument } from '../render/document.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface SiteTemplateOptions extends Pick<CommonOptions, 'limit' | 'force'> {
  readonly host?: string | undefined;
  readonly stig: string;
  readonly out: string;
  readonly inputFormat: ExportFormat | 'auto';
}

/** `exchange-stig site-template`: exports in, a site file to fill in out. Answers with the exit code. */
export const writeSiteTemplate = async (
  paths: readonly string[],
  options: SiteTemplateOptions,
  io: Io,
): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  const stig = templateStigs.find((id) => id.toLowerCase() === options.stig.toLowerCase());
  if (stig === undefined) throw new UsageError(`--stig: "${options.stig}" is none of ${templateStigs.join(', ')}`);
  const connectors: SendConnector[] = [];
  const diagnostics: Diagnostic[] = [];
  let isRefused = false;
  for (const path of paths) {
    const read = await readPathAs(path, options, io, (bytes, file, limits) =>
      readExport(bytes, file, options.inputFormat, limits),
    );
    diagnostics.push(...read.diagnostics);
    isRefused ||= !read.ok;
    if (read.ok) for (const connector of read.value.connectors) connectors.push(connector);
  }
  const text = siteTemplate(combine(connectors).connectors, {
    stig,
    hosts: options.host === undefined ? [] : [options.host],
  });
  const how = { force: options.force === true, own: ownFiles(() => paths) };
  const failed = isRefused || options.out === '-' ? [] : await writeFiles([{ path: options.out, text }], how);
  tell(io, [...diagnostics, ...failed], { verbose: true });
  if (isRefused || failed.length > 0) return exitCode.failed;
  if (options.out === '-') printDocument(text, io);
  return exitCode.ok;
};
