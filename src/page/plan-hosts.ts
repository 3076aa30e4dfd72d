import { isCollection } from '../collection/is-of-collection.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { parseFileTemplate } from '../fleet/file-template.js';
import { planFromPaths } from '../fleet/from-paths.js';
import type { HostJob } from '../fleet/host-job.js';
import type { RefusedJob } from '../fleet/plan.js';
import type { PageFile } from './page-file.js';
import { suggestTemplate } from './suggest-template.js';

/**
 * How exports belong to hosts: all to one, each first-level folder, what a template sees in each path, each file a host of its
 * own, or one export by the host that a column names.
 */
export type Grouping = 'one' | 'folders' | 'template' | 'files' | 'column';

/** A host with its exports. Without a name it is told by the exports (PSComputerName). */
export interface HostFiles {
  readonly host: string | undefined;
  readonly exports: readonly PageFile[];
}

export interface HostPlan {
  readonly hosts: readonly HostFiles[];
  /** Hosts of which not all is known that there is. */
  readonly refused: readonly RefusedJob[];
  /** Those of `planFromPaths`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The ways to choose from: only one export can hold many hosts, and only several can be of several. */
export const groupingsFor = (exports: readonly PageFile[]): readonly Grouping[] => {
  if (exports.length < 2) return ['one', 'column'];
  return exports.some(({ path }) => path.includes('/'))
    ? ['one', 'folders', 'template', 'files']
    : ['one', 'template', 'files'];
};

/** Several folders are several hosts, and so are several archives of the collector and files that are named for servers, unless somebody says otherwise. */
export const defaultGrouping = (exports: readonly PageFile[]): Grouping => {
  if (exports.length > 1 && exports.every(({ path }) => /\.zip$/i.test(path))) return 'files';
  const within = withinRoot(exports).map(([path]) => path);
  if (new Set(within.map((path) => path.split('/').slice(0, -1)[0] ?? '')).size > 1) return 'folders';
  return suggestTemplate(within) === undefined ? 'one' : 'template';
};

/** What the files' names suggest for `template`; empty where they suggest nothing. */
export const defaultTemplate = (exports: readonly PageFile[]): string =>
  suggestTemplate(withinRoot(exports).map(([path]) => path)) ?? '';

/**
 * Groups exports by host as `batch` does. An export of many hosts stays whole: its records tell.
 *
 * @param template for `template`; undefined where it is none
 */
export const planHosts = (exports: readonly PageFile[], grouping: Grouping, template = ''): HostPlan => {
  const certain = (...hosts: readonly HostFiles[]): HostPlan => ({ hosts, refused: [], diagnostics: [] });
  if (exports.length === 0) return certain();
  if (grouping === 'one' || grouping === 'column') return certain({ host: undefined, exports });
  if (grouping === 'files') return certain(...exports.map((file) => ({ host: undefined, exports: [file] })));
  const parsed = grouping === 'template' ? parseFileTemplate(template) : undefined;
  if (grouping === 'template' && parsed === undefined) return certain();
  const files = new Map(withinRoot(exports));
  const { jobs, refused, diagnostics } = planFromPaths([...files.keys()], { template: parsed });
  const filesOf = (paths: readonly string[]) => paths.flatMap((path) => files.get(path) ?? []);
  // A collection tells its host itself.
  const nameOf = ({ host, exports: paths }: HostJob) => (paths.some(isCollection) ? undefined : host);
  return { hosts: jobs.map((job) => ({ host: nameOf(job), exports: filesOf(job.exports) })), refused, diagnostics };
};

/** Paths below the folder that was dropped, which says nothing of hosts where all lie in it. */
const withinRoot = (files: readonly PageFile[]): readonly (readonly [path: string, file: PageFile])[] => {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1));
  const root = folders[0]?.[0];
  // One folder of files, and nothing else, is that host's.
  const isShared = root !== undefined && folders.every(([first]) => first === root) && folders.some((all) => all[1]);
  return files.map((file) => [isShared ? file.path.slice(root.length + 1) : file.path, file]);
};
