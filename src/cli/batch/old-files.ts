import { diagnostic } from '../../diagnostics/diagnostic.js';
import { existsAt } from '../../node/working-folder.js';
import type { HostReport } from '../render/summary.js';
import type { DoneHost } from './state.js';

/** Names in the report of a refused host the files of an earlier run, which stand there as if they were of this one. */
export const withOldFiles = (report: HostReport, known: DoneHost | undefined): HostReport => {
  const old = (known?.report.entry.outputs ?? []).filter(({ path }) => existsAt(path));
  if (!report.entry.refused || old.length === 0) return report;
  const files = old.map(({ path }) => path).join(', ');
  return {
    ...report,
    entry: { ...report.entry, oldOutputs: old.map(({ path, sha256 }) => ({ path, sha256 })) },
    diagnostics: [...report.diagnostics, diagnostic('old-files-stay', {}, { files })],
  };
};
