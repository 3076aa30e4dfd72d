import { diagnostic } from '../../diagnostics/diagnostic.js';
import { existsAt } from '../../node/working-folder.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import type { DoneHost } from './state.js';

/** Names of a refused host the files of an earlier run, which stand there as if they were of this one. */
export const withOldFiles = (host: WrittenHost, known: DoneHost | undefined): WrittenHost => {
  const old = (known?.host.outputs ?? []).filter(({ path }) => existsAt(path));
  if (!host.refused || old.length === 0) return host;
  const files = old.map(({ path }) => path).join(', ');
  return {
    ...host,
    oldOutputs: old.map(({ path, sha256 }) => ({ path, sha256 })),
    diagnostics: [...host.diagnostics, diagnostic('old-files-stay', {}, { files })],
  };
};
