import { isOfCollection } from '../collection/is-of-collection.js';
import type { Reading } from '../diagnostics/diagnostic.js';
import { readExport } from '../evidence/read-export.js';
import type { ExportFormat, SendConnector } from '../model/connector.js';
import type { InputLimits } from '../text/input-limits.js';
import { hostToldBy } from './asset.js';
import type { ExportFile, ReadExportFile } from './export-file.js';

/**
 * The host that exports, or the collection that they came with, tell where nobody names it. It is asked before
 * anything is judged, so that all exports of a host are judged
 * together. What cannot be read names no host; it is refused when it is judged.
 */
export const toldHost = async (
  exports: readonly Reading<ExportFile | ReadExportFile>[],
  {
    inputFormat,
    limits,
  }: { readonly inputFormat: ExportFormat | 'auto'; readonly limits?: Partial<InputLimits> | undefined },
): Promise<string | undefined> => {
  const connectors: SendConnector[] = [];
  for (const file of exports) {
    if (!file.ok) continue;
    const { value } = file;
    if ('bytes' in value && isOfCollection(value.path, value.bytes)) {
      const told = (await import('../collection/collected-files.js')).hostOfCollection(value, limits);
      if (told !== undefined) return told;
    }
    const read = 'read' in value ? value.read : await readExport(value.bytes, value.path, inputFormat, limits);
    if (read.ok) for (const connector of read.value.connectors) connectors.push(connector);
  }
  return hostToldBy(connectors);
};
