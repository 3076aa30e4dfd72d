import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { foldName } from '../text/fold-name.js';
import { type FileTemplate, matchTemplate } from './file-template.js';
import type { HostJob } from './host-job.js';
import { type FleetPlan, noPlan } from './plan.js';
import { joinSameHosts, type PlannedHost } from './same-host.js';

/**
 * Plans a fleet from the files of a folder. Without a template each sub-folder is a host, named by it, with all files below it as
 * its exports; with one, each path that matches says which host it is of. The order of the paths does not matter.
 *
 * What is left by file managers is passed over (`fleet-files-passed-over`, a notice). Warnings: `fleet-file-in-root`,
 * `fleet-folder-hidden`, `template-unmatched`, `hosts-differ-in-case`, `host-trimmed`. Refused: `host-invalid`, `template-ambiguous` (the path could be of several
 * hosts), `host-without-exports`. Nothing to do at all: `fleet-no-hosts`.
 *
 * @param paths relative to the folder, `/`-separated; one that ends in `/` is a folder without files
 */
export const planFromPaths = (
  paths: readonly string[],
  {
    template,
    collected = new Map(),
  }: {
    readonly template?: FileTemplate | undefined;
    /** The hosts of collections, by the sub-folder or the zip archive that holds one: these name their hosts themselves. */
    readonly collected?: ReadonlyMap<string, string> | undefined;
  },
): FleetPlan => {
  // By UTF-16 units, as file systems list names in any order.
  const sorted = [...new Set(paths)].sort();
  // A folder that holds nothing else is still a host's.
  const kept = sorted.flatMap((path) => (isLeftover(path) ? folderOf(path) : [path]));
  const passed = some('fleet-files-passed-over', leftoversIn(sorted));
  const { plan, diagnostics } = template === undefined ? bySubfolder(kept, collected) : byTemplate(kept, template);
  const said = [...diagnostics, ...plan.diagnostics, ...passed];
  if (plan.jobs.length > 0 || plan.refused.length > 0) return { ...plan, diagnostics: said };
  const expected = template === undefined ? 'a sub-folder for each host' : 'files that match the template';
  return noPlan(
    diagnostic('fleet-no-hosts', {}, { expected, found: `${kept.filter((path) => !path.endsWith('/')).length} files` }),
    ...said,
  );
};

interface Found {
  readonly plan: FleetPlan;
  readonly diagnostics: readonly Diagnostic[];
}

const bySubfolder = (paths: readonly string[], collected: ReadonlyMap<string, string>): Found => {
  const folders = new Map<string, string[]>();
  const inRoot: string[] = [];
  const hidden: string[] = [];
  for (const path of paths) {
    const slash = path.indexOf('/');
    if (slash === -1) {
      if (collected.has(path)) folders.set(path, [path]);
      else inRoot.push(path);
    } else if (path.startsWith('.')) hidden.push(path);
    else {
      const folder = path.slice(0, slash);
      const files = folders.get(folder) ?? [];
      if (!path.endsWith('/')) files.push(path);
      folders.set(folder, files);
    }
  }
  const planned = [...folders].map(([folder, exports]): PlannedHost => {
    const told = collected.get(folder);
    const planned = plannedHost(folder, exports, folder);
    return told === undefined ? planned : { ...planned, job: { ...planned.job, host: undefined, told } };
  });
  return {
    plan: joinSameHosts(planned),
    diagnostics: [...some('fleet-file-in-root', inRoot), ...some('fleet-folder-hidden', hidden)],
  };
};

const byTemplate = (paths: readonly string[], template: FileTemplate): Found => {
  const hosts = new Map<string, string[]>();
  const unmatched: string[] = [];
  const ambiguous: Ambiguous[] = [];
  for (const file of paths) {
    if (file.endsWith('/')) continue;
    const found = matchTemplate(template, file);
    if (found === undefined) unmatched.push(file);
    else if (found.other !== undefined) {
      const words = { longest: found.host, other: found.other };
      ambiguous.push({ longest: foldName(found.host), said: diagnostic('template-ambiguous', { file }, words) });
    } else {
      const files = hosts.get(found.host) ?? [];
      files.push(file);
      hosts.set(found.host, files);
    }
  }
  const planned = [...hosts].map(([host, exports]): PlannedHost => {
    // Every name that is possible is a part of the longest one. The file could be this host's, which then lacks it.
    const name = foldName(host);
    const could = ambiguous.filter(({ longest }) => longest.includes(name)).map(({ said }) => said);
    return { ...plannedHost(host, exports, exports[0] ?? host), faults: could };
  });
  const plan = joinSameHosts(planned);
  return {
    plan: { ...plan, refused: [...plan.refused, ...ambiguous.map(({ said }) => ({ host: '', diagnostics: [said] }))] },
    diagnostics: some('template-unmatched', unmatched),
  };
};

/** A file that could be of several hosts: the longest of their names, and what there is to say of it. */
interface Ambiguous {
  readonly longest: string;
  readonly said: Diagnostic;
}

const plannedHost = (host: string, exports: readonly string[], file: string): PlannedHost => {
  const job: HostJob = { host, exports, place: { file } };
  return { job, faults: exports.length > 0 ? [] : [diagnostic('host-without-exports', { file })] };
};

/** One diagnostic for all of these files: how many they are, and the first. */
const some = (
  code: 'fleet-files-passed-over' | 'fleet-file-in-root' | 'fleet-folder-hidden' | 'template-unmatched',
  files: readonly string[],
): readonly Diagnostic[] =>
  files[0] === undefined ? [] : [diagnostic(code, { file: files[0] }, { files: files.length })];

/** Files that file managers leave everywhere, and the folders of this program that hold what a killed run was about to write. */
const isLeftover = (path: string): boolean =>
  /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$|(^|\/)\.exchange-stig-[^/]*\//i.test(path);

const folderOf = (path: string): readonly string[] =>
  path.includes('/') && !path.startsWith('.') ? [path.slice(0, path.indexOf('/') + 1)] : [];

const leftoversIn = (paths: readonly string[]): readonly string[] => paths.filter(isLeftover);
