import { hostTrimmed, isHostText } from '../checklist/given-asset.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { seen } from '../evidence/seen.js';
import type { Place } from '../model/place.js';
import { foldName } from '../text/fold-name.js';
import { cutText } from '../text/limit.js';
import type { HostJob } from './host-job.js';
import type { FleetPlan, RefusedJob } from './plan.js';

/** A host as one row or folder names it, and what is wrong with that. With faults, the job's exports may be empty. */
export interface PlannedHost {
  readonly job: HostJob;
  readonly faults: readonly Diagnostic[];
}

/**
 * Makes one host of all rows or folders that name it; of names that differ only in case the first spelling counts
 * (`hosts-differ-in-case`, a warning), and blanks around a name do not (`host-trimmed`, a warning). A name that no host can have
 * is refused (`host-invalid`). Their exports are joined. Whatever else they say must be the same (`host-twice`), and one
 * that is refused refuses the host: a verdict of half its evidence could be a wrong one. What exports tell counts as a name
 * (`hosts-joined`, a notice); rows without any stay apart.
 */
export const joinSameHosts = (planned: readonly PlannedHost[]): FleetPlan => {
  const jobs: HostJob[] = [];
  const refused: RefusedJob[] = [];
  const diagnostics: Diagnostic[] = planned.flatMap(({ job }) => hostTrimmed(job.host ?? '', job.place));
  for (const [first, ...others] of groupsOf(planned.map(withTidyHost))) {
    diagnostics.push(...spellings([first, ...others]));
    const faults = [...first.faults, ...others.flatMap((other) => [...other.faults, ...contradictions(first, other)])];
    const all = [first, ...others].map(({ job }) => job);
    const exports = [...new Set(all.flatMap((job) => job.exports))];
    const host = all.find((job) => job.host !== undefined)?.host;
    if (faults.length > 0) {
      refused.push({ host: host ?? first.job.told ?? '', diagnostics: faults });
      continue;
    }
    jobs.push({ ...first.job, host, exports });
    if (others.length > 0 && all.some((job) => job.host === undefined))
      diagnostics.push(
        diagnostic('hosts-joined', first.job.place, { host: nameOf(first) ?? '', exports: exports.join(', ') }),
      );
  }
  return { jobs, refused, diagnostics };
};

/** Blanks around a name are off; a name that no host can have is a fault, unless something else is. */
const withTidyHost = ({ job, faults }: PlannedHost): PlannedHost => {
  const host = job.host?.trim();
  const isUsable = host === undefined || faults.length > 0 || isHostText(host);
  const invalid = isUsable ? [] : [diagnostic('host-invalid', job.place, { written: seen(host) })];
  return { job: { ...job, host }, faults: [...faults, ...invalid] };
};

const nameOf = ({ job }: PlannedHost): string | undefined => job.host ?? job.told;

type Group = [PlannedHost, ...PlannedHost[]];

const groupsOf = (planned: readonly PlannedHost[]): readonly Group[] => {
  const groups: Group[] = [];
  const byName = new Map<string, Group>();
  for (const one of planned) {
    const told = nameOf(one);
    const name = told === undefined ? undefined : foldName(told);
    const known = name === undefined ? undefined : byName.get(name);
    if (known !== undefined) known.push(one);
    else {
      const group: Group = [one];
      groups.push(group);
      if (name !== undefined) byName.set(name, group);
    }
  }
  return groups;
};

const spellings = ([first, ...others]: Group): readonly Diagnostic[] => {
  const seen = new Map<string, Place>();
  for (const { job } of others)
    if (job.host !== undefined && job.host !== nameOf(first) && !seen.has(job.host)) seen.set(job.host, job.place);
  return [...seen].map(([written, place]) => differInCase(place, written, nameOf(first) ?? ''));
};

/** The warning that two spellings were taken for one host. */
export const differInCase = (place: Place, written: string, host: string): Diagnostic =>
  diagnostic('hosts-differ-in-case', place, { written, host });

/** What two rows of one host must agree on, and whether its case counts. */
const compared = [
  ['fqdn', false],
  ['ip', false],
  ['mac', false],
  ['role', false],
  ['marking', true],
  ['benchmark', true],
  ['into', true],
  ['site', true],
  ['collected', true],
] as const;

const contradictions = (first: PlannedHost, other: PlannedHost): readonly Diagnostic[] => {
  // What is damaged is refused for that, and need not agree with anything.
  if (first.faults.length > 0 || other.faults.length > 0) return [];
  return compared.flatMap(([property, hasCase]) => {
    const [one, two] = [first, other].map(({ job }) => [job[property] ?? []].flat());
    const same = keyOf(one ?? [], hasCase) === keyOf(two ?? [], hasCase);
    const said = { here: quoted(two ?? []), before: `${quoted(one ?? [])}${at(first.job.place)}` };
    return same ? [] : [diagnostic('host-twice', { ...other.job.place, property }, said)];
  });
};

const keyOf = (values: readonly string[], hasCase: boolean): string =>
  JSON.stringify(values.map((value) => (hasCase ? value : value.toLowerCase())).sort());

const quoted = (values: readonly string[]): string =>
  values.length === 0 ? 'nothing' : `"${cutText(values.join(';'), 100)}"`;

const at = ({ line }: Place): string => (line === undefined ? '' : ` in line ${line}`);
