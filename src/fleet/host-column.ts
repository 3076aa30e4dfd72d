import type { ExportFile, ReadExportFile } from '../assess/export-file.js';
import { hostTrimmed, isFqdn, isHostName, isIpAddress } from '../checklist/given-asset.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type ExportRecords, readRecords } from '../evidence/read-export.js';
import { isSecret } from '../evidence/secrets.js';
import { seen } from '../evidence/seen.js';
import { toSendConnectors } from '../evidence/send-connector.js';
import type { ExportFormat } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { foldName } from '../text/fold-name.js';
import { groupBy } from '../text/group-by.js';
import type { InputLimits } from '../text/input-limits.js';
import type { HostJob } from './host-job.js';
import type { RefusedJob } from './plan.js';
import { differInCase } from './same-host.js';

/** One host of an export of many: its job, and its connectors for `evaluateHost` as they were read. */
export interface HostPart {
  readonly job: HostJob;
  readonly file: ReadExportFile;
}

/** An export of many hosts, by host in the order of their first records. Every record is in one part, or its host is refused. */
export interface SplitExport {
  readonly parts: readonly HostPart[];
  readonly refused: readonly RefusedJob[];
}

export interface SplitOptions {
  /** The column, property or label that names each record's host, in any case. */
  readonly column: string;
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
}

/**
 * Reads an export once and makes of it as many parts as a column names hosts. A dotted name gives the host its first label and the
 * whole as FQDN, as PSComputerName does in `evaluate`; where several have one first label, each keeps its whole name.
 *
 * The file is refused as a whole, as the one host `''`: where `readExport` would refuse it, where it is empty
 * (`host-column-empty`), and where the host of one record cannot be told (`host-column-missing`, `host-column-value`: nothing, no
 * text, an address, no host's name), because the record could be any host's. Hosts are refused where a short name may be the same
 * as a dotted one (`host-column-ambiguous`). In a part's diagnostics is what was reported of the file and of its own records; how
 * much was reported of others' is `host-column-others-reported`. Names that differ in case are one host
 * (`hosts-differ-in-case`), and so are those with blanks around them (`host-trimmed`).
 */
export const splitByHost = async (
  { path, bytes, sha256 }: ExportFile,
  { column, inputFormat, limits }: SplitOptions,
): Promise<SplitExport> => {
  const read = await readRecords(bytes, path, { inputFormat, limits });
  if (!read.ok) return refuseAll(...read.diagnostics);
  if (read.value.records.length === 0)
    return refuseAll(...read.diagnostics, diagnostic('host-column-empty', { file: path }));
  const grouped = groupByHost(read.value.records, column.trim(), path);
  if (!grouped.ok) return refuseAll(...read.diagnostics, ...grouped.faults);
  const labels = groupBy(
    grouped.groups.map(({ name }) => name),
    labelOf,
  );
  const parts = grouped.groups.map((group) => ({ group, ...toSendConnectors(group.records) }));
  const reported = parts.reduce((sum, { diagnostics }) => sum + weight(diagnostics), 0);
  const judged: HostPart[] = [];
  const refused: RefusedJob[] = [];
  for (const { group, connectors, diagnostics } of parts) {
    const sameLabel = labels.get(labelOf(group.name)) ?? [];
    const rival = group.name.includes('.') ? sameLabel.find(isLabel) : sameLabel.find((other) => !isLabel(other));
    const own = [...read.diagnostics, ...group.spellings, ...diagnostics];
    if (rival !== undefined) {
      const place = { ...group.place, property: column };
      const fault = diagnostic('host-column-ambiguous', place, { host: group.name, other: rival });
      refused.push({ host: group.name, diagnostics: [...own, fault] });
      continue;
    }
    const others = reported - weight(diagnostics);
    const elsewhere = diagnostic('host-column-others-reported', { file: path }, { count: others });
    const said = others === 0 ? own : [...own, elsewhere];
    judged.push({
      job: jobOf(group, path, sameLabel.length > 1),
      file: {
        path,
        sha256,
        read: { ok: true, value: { ...howRead(read.value), connectors }, diagnostics: said },
        part: { column: column.trim(), value: group.name, of: read.value.records.length },
      },
    });
  }
  return { parts: judged, refused };
};

const refuseAll = (...diagnostics: readonly Diagnostic[]): SplitExport => ({
  parts: [],
  refused: [{ host: '', diagnostics }],
});

const howRead = ({ format, encoding }: ExportRecords) => ({ format, encoding });

/** How many of them stand in finding details. */
const weight = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity !== 'info').length;

interface HostGroup {
  /** As the first record has it. */
  readonly name: string;
  readonly place: Place;
  readonly records: ExportRecord[];
  readonly spellings: Diagnostic[];
}

type Grouped =
  | { readonly ok: true; readonly groups: readonly HostGroup[] }
  | { readonly ok: false; readonly faults: readonly Diagnostic[] };

const groupByHost = (records: readonly ExportRecord[], column: string, file: string): Grouped => {
  const groups = new Map<string, HostGroup>();
  const spellings = new Set<string>();
  const faults: Diagnostic[] = [];
  const lacking = records.filter((record) => !record.properties.has(column.toLowerCase()));
  if (lacking[0] !== undefined) {
    const counts = { lacking: lacking.length, records: records.length };
    const place = records.length === lacking.length ? { file } : lacking[0].place;
    return { ok: false, faults: [diagnostic('host-column-missing', place, { column, ...counts })] };
  }
  for (const record of records) {
    const named = hostIn(record, column);
    if (!named.ok) {
      faults.push(named.fault);
      continue;
    }
    const key = foldName(named.host);
    const place = { ...record.place, property: column };
    const group = groups.get(key) ?? {
      name: named.host,
      place: record.place,
      records: [],
      spellings: [...hostTrimmed(named.written, place)],
    };
    groups.set(key, group);
    group.records.push(record);
    if (named.host === group.name || spellings.has(named.host)) continue;
    spellings.add(named.host);
    group.spellings.push(differInCase(place, named.host, group.name));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, groups: [...groups.values()] };
};

/** `written`: with the blanks that stand around it. */
type Named =
  | { readonly ok: true; readonly host: string; readonly written: string }
  | { readonly ok: false; readonly fault: Diagnostic };

/** The host that a record names: a text alone counts, as the column was made to tell hosts apart. */
const hostIn = ({ properties, place }: ExportRecord, column: string): Named => {
  const found = properties.get(column.toLowerCase());
  const value = found?.value;
  const refuse = (what: string): Named => ({
    ok: false,
    fault: diagnostic('host-column-value', { ...(found?.place ?? place), property: column }, { found: what }),
  });
  if (value?.kind === 'null') return refuse('nothing');
  if (value?.kind !== 'text' || isSecret(column)) return refuse('a value that is no text');
  const host = value.text.trim();
  if (host === '') return refuse('nothing');
  if (isIpAddress(host)) return refuse(`the address ${host}`);
  return isHostName(host) ? { ok: true, host, written: value.text } : refuse(`"${seen(host)}"`);
};

const isLabel = (name: string): boolean => !name.includes('.');
const labelOf = (name: string): string => foldName(name.split('.')[0] ?? name);

const jobOf = ({ name, place }: HostGroup, path: string, keepsWholeName: boolean): HostJob => ({
  host: keepsWholeName ? name : (name.split('.')[0] ?? name),
  exports: [path],
  ...(isLabel(name) || !isFqdn(name) ? {} : { fqdn: name }),
  place,
});
