import { evidenceOf } from '../../assess/export-file.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readExport } from '../../evidence/read-export.js';
import type { Evidence, ExportFormat, SendConnector } from '../../model/connector.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPath } from '../read-path.js';
import { renderInspection, toInspection } from '../render/inspection.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface InspectOptions extends Pick<CommonOptions, 'limit' | 'json'> {
  readonly inputFormat: ExportFormat | 'auto';
}

/** `exchange-stig inspect`: the connectors as they were read, with every diagnostic. Answers with the exit code. */
export const inspect = async (paths: readonly string[], options: InspectOptions, io: Io): Promise<number> => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  const evidence: Evidence[] = [];
  const connectors: SendConnector[] = [];
  const diagnostics: Diagnostic[] = [];
  let refused = false;
  for (const path of paths) {
    const input = await readPath(path, options, io);
    const read = input.ok ? await readExport(input.value.bytes, path, options.inputFormat, options.limit) : input;
    diagnostics.push(...read.diagnostics);
    if (!input.ok || !read.ok || !('connectors' in read.value)) {
      refused = true;
      continue;
    }
    evidence.push(evidenceOf(input.value, read.value, read.diagnostics));
    for (const connector of read.value.connectors) connectors.push(connector);
  }
  if (options.json) io.stdout(jsonText(toInspection(evidence, connectors, diagnostics, tool)));
  else
    tell(io, diagnostics, { verbose: true }, () => {
      for (const part of renderInspection(evidence, connectors, io.columns)) io.stdout(part);
    });
  return refused ? exitCode.failed : exitCode.ok;
};
