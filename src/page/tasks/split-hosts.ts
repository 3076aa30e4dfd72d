import type { ExportFile, ReadExportFile } from '../../assess/export-file.js';
import { toldHost } from '../../assess/told-host.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { splitByHost } from '../../fleet/host-column.js';
import type { RefusedJob } from '../../fleet/plan.js';
import type { ExportFormat } from '../../model/connector.js';
import { foldName } from '../../text/fold-name.js';
import type { InputLimits } from '../../text/input-limits.js';
import { type PageFile, readPageFile } from '../page-file.js';
import type { HostFiles } from '../plan-hosts.js';

/** Which hosts there are, as far as it was planned. */
export interface PlannedHosts {
  readonly hosts: readonly HostFiles[];
  /** One export holds many hosts, and this column, property or label of its records names them. */
  readonly column?: string | undefined;
  /** What was planned and cannot be judged. */
  readonly refused?: readonly RefusedJob[] | undefined;
}

/** A host whose exports are read when it is its turn: of one export of many hosts, they were. */
export interface TaskHost {
  readonly host: string | undefined;
  readonly fqdn?: string | undefined;
  readonly label: string;
  readonly read: () => Promise<readonly Reading<ExportFile | ReadExportFile>[]>;
}

export interface TaskHosts {
  readonly hosts: readonly TaskHost[];
  readonly refused: readonly RefusedJob[];
}

/** The hosts of a task, with those that a column of its one export names (`splitByHost`). */
export const hostsOf = async (
  task: PlannedHosts,
  { inputFormat, limits }: { readonly inputFormat: ExportFormat | 'auto'; readonly limits: Partial<InputLimits> },
): Promise<TaskHosts> => {
  const planned = task.refused ?? [];
  const readAll = async (files: readonly PageFile[]): Promise<readonly Reading<ExportFile>[]> => {
    const read: Reading<ExportFile>[] = [];
    for (const file of files) read.push(await readPageFile(file, limits));
    return read;
  };
  if (task.column === undefined) {
    const hosts = (await joined(task.hosts, (exports) => readAll(exports), { inputFormat, limits })).map(
      ({ host, exports }) => ({
        host,
        label: host ?? exports.map(({ path }) => path).join(', '),
        read: () => readAll(exports),
      }),
    );
    return { hosts, refused: planned };
  }
  const hosts: TaskHost[] = [];
  const refused: RefusedJob[] = [...planned];
  for (const read of await readAll(task.hosts.flatMap(({ exports }) => exports))) {
    if (!read.ok) {
      refused.push({ host: '', diagnostics: read.diagnostics });
      continue;
    }
    const split = await splitByHost(read.value, { column: task.column, inputFormat, limits });
    refused.push(...split.refused);
    for (const { job, file } of split.parts) {
      const { host, fqdn } = job;
      hosts.push({ host, fqdn, label: host ?? '', read: async () => [{ ok: true, value: file, diagnostics: [] }] });
    }
  }
  return { hosts, refused };
};

/** As in `batch`: exports of one host that only they name are judged together. */
const joined = async (
  hosts: readonly HostFiles[],
  read: (files: readonly PageFile[]) => Promise<readonly Reading<ExportFile>[]>,
  how: { readonly inputFormat: ExportFormat | 'auto'; readonly limits: Partial<InputLimits> },
): Promise<readonly HostFiles[]> => {
  if (hosts.length < 2) return hosts;
  const byName = new Map<string, HostFiles>();
  for (const [i, { host, exports }] of hosts.entries()) {
    const told = host ?? (await toldHost(await read(exports), how));
    const key = told === undefined ? `${i}` : `host ${foldName(told)}`;
    const known = byName.get(key);
    byName.set(key, known === undefined ? { host, exports } : { ...known, exports: [...known.exports, ...exports] });
  }
  return [...byName.values()];
};
