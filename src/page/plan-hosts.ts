import type { PageFile } from './page-file.js';

/** How exports belong to hosts: all to one, each first-level folder or each file a host of its own. */
export type Grouping = 'one' | 'folders' | 'files';

/** A host with its exports. Without a name it is told by the exports (PSComputerName). */
export interface HostFiles {
  readonly host: string | undefined;
  readonly exports: readonly PageFile[];
}

export interface HostPlan {
  readonly hosts: readonly HostFiles[];
  /** Exports that belong to no host, because they lie beside the folders. */
  readonly unplaced: readonly PageFile[];
}

/** Several folders are several hosts, unless somebody says otherwise. */
export const defaultGrouping = (exports: readonly PageFile[]): Grouping =>
  new Set(withinRoot(exports).map(({ folder }) => folder ?? '')).size > 1 ? 'folders' : 'one';

/** Groups exports by host, in the order of their paths. */
export const planHosts = (exports: readonly PageFile[], grouping: Grouping): HostPlan => {
  if (exports.length === 0) return { hosts: [], unplaced: [] };
  if (grouping === 'one') return { hosts: [{ host: undefined, exports }], unplaced: [] };
  if (grouping === 'files')
    return { hosts: exports.map((file) => ({ host: undefined, exports: [file] })), unplaced: [] };
  const hosts = new Map<string, PageFile[]>();
  const unplaced: PageFile[] = [];
  for (const { file, folder } of withinRoot(exports)) {
    if (folder === undefined) unplaced.push(file);
    else hosts.set(folder, [...(hosts.get(folder) ?? []), file]);
  }
  return { hosts: [...hosts].map(([host, files]) => ({ host, exports: files })), unplaced };
};

/** The first folder below the one that was dropped, which says nothing of hosts where all lie in it. */
const withinRoot = (
  files: readonly PageFile[],
): readonly { readonly file: PageFile; readonly folder: string | undefined }[] => {
  const parts = files.map((file) => ({ file, folders: file.path.split('/').slice(0, -1) }));
  const root = parts[0]?.folders[0];
  const isShared = root !== undefined && parts.every(({ folders }) => folders[0] === root);
  // One folder of files, and nothing else, is that host's.
  const depth = isShared && parts.some(({ folders }) => folders.length > 1) ? 1 : 0;
  return parts.map(({ file, folders }) => ({ file, folder: folders[depth] }));
};
