import { checkAsset } from '../checklist/given-asset.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { memberOf, valueAt } from '../json/value-at.js';
import { manifestSchema } from '../schemas/manifest-schema.js';
import { type JsonFault, validateJson } from '../schemas/schema.js';
import type { InputLimits } from '../text/input-limits.js';
import { cutText, shortened } from '../text/limit.js';
import { toTimestamp } from '../text/timestamp.js';
import type { HostJob } from './host-job.js';
import { fromCsvManifest, knownNames } from './manifest-csv.js';
import { fromJsonManifest } from './manifest-json.js';
import type { ManifestSource } from './manifest-source.js';
import { type FleetPlan, noPlan } from './plan.js';
import { joinSameHosts, type PlannedHost } from './same-host.js';

type Path = readonly (string | number)[];

/**
 * Plans a fleet from a manifest, CSV or JSON, by schemas/manifest.schema.json. A manifest that is damaged, or no list of hosts, is
 * refused whole: then nothing is planned, and the plan's diagnostics say why (`fleet-no-hosts`, and the codes of `fromCsvManifest`
 * and `fromJsonManifest`). What is wrong with one host refuses that host, with its line and property: `manifest-property-unknown`,
 * `manifest-property-missing`, `manifest-value-invalid`, `fqdn-invalid`, `ip-invalid`, `mac-invalid`, `role-invalid`,
 * `collected-invalid`, `host-twice`.
 * `host-invalid`. Warnings: `hosts-differ-in-case`, `host-trimmed`.
 *
 * @param text the decoded manifest
 * @param file the path to show in diagnostics; those in the jobs are as the manifest has them, with `/` between folders
 */
export const planFromManifest = (text: string, file: string, limits: Partial<InputLimits> = {}): FleetPlan => {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const read = (/^\s*[[{]/.test(plain) ? fromJsonManifest : fromCsvManifest)(plain, file, limits);
  if (!read.ok) return noPlan(...read.diagnostics);
  const { value } = read.value;
  const base: Path = Array.isArray(value) ? [] : ['hosts'];
  const records = Array.isArray(value) ? value : memberOf(value, 'hosts');
  if (Array.isArray(records) && records.length === 0)
    return noPlan(diagnostic('fleet-no-hosts', { file }, { expected: 'a row for each host', found: 'no rows' }));
  const faults = faultsByRecord(read.value, base.length);
  const whole = faults.get(undefined) ?? [];
  if (whole.length > 0 || !Array.isArray(records)) return noPlan(...whole);
  return joinSameHosts(records.map((record, i) => plannedHost(record, [...base, i], read.value, faults.get(i) ?? [])));
};

/** The schema's faults by the index of the record that they are in, or undefined where they are of the whole. */
const faultsByRecord = (source: ManifestSource, depth: number): Map<number | undefined, Diagnostic[]> => {
  const found = new Map<number | undefined, Diagnostic[]>();
  for (const fault of validateJson(manifestSchema, source.value)) {
    // "if" only says that "then" or "else" has more to say.
    if (fault.keyword === 'if') continue;
    const step = fault.path[depth];
    const index = typeof step === 'number' ? step : undefined;
    const list = found.get(index) ?? [];
    list.push(schemaFault(source, fault));
    found.set(index, list);
  }
  return found;
};

const schemaFault = (source: ManifestSource, { path, keyword, params, message }: JsonFault): Diagnostic => {
  if (keyword === 'required')
    return diagnostic('manifest-property-missing', source.placeOf(path), { name: String(params['missingProperty']) });
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    // The object around the hosts has that one list.
    const expected = path.length === 0 ? '"hosts"' : knownNames(name);
    const place = source.placeOf([...path, name]);
    return diagnostic('manifest-property-unknown', place, { name: cutText(name, 60), expected });
  }
  const found = shortened(JSON.stringify(valueAt(source.value, path)) ?? 'nothing');
  const expected = expectedBy(keyword, message, path.length);
  return diagnostic('manifest-value-invalid', source.placeOf(path), { found, expected });
};

const expectedBy = (keyword: string, message: string, depth: number): string => {
  switch (keyword) {
    case 'pattern':
      return 'a text that is not blank, without control characters';
    case 'not':
      return 'a file, not standard input (-)';
    case 'type':
      return depth === 0
        ? 'a list of hosts'
        : message.replace(/^must be /, '').replace(/^string,array$/, 'a text or a list of texts');
    default:
      return message.replace(/^must /, 'a value that must ');
  }
};

const plannedHost = (
  record: unknown,
  path: Path,
  { placeOf }: ManifestSource,
  faults: readonly Diagnostic[],
): PlannedHost => {
  const text = (name: string): string | undefined => {
    const value = memberOf(record, name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const list = (name: string): readonly string[] | undefined => {
    const value = memberOf(record, name);
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    return value === undefined ? undefined : texts.map((one) => one.trim());
  };
  const file = (name: string): string | undefined => text(name)?.replaceAll('\\', '/');
  const collected = text('collected');
  const { property: _, ...place } = placeOf(path);
  const job: HostJob = {
    // Blanks around it are told of before they go.
    host: text('host') === undefined ? undefined : String(memberOf(record, 'host')),
    exports: [...new Set((list('exports') ?? []).map((name) => name.replaceAll('\\', '/')))],
    fqdn: text('fqdn'),
    ip: list('ip'),
    mac: list('mac'),
    role: text('role'),
    marking: text('marking'),
    benchmark: file('benchmark'),
    into: file('into'),
    site: file('site'),
    collected: collected === undefined ? undefined : (toTimestamp(collected) ?? collected),
    place,
  };
  if (faults.length > 0) return { job, faults };
  const values = checkAsset(job).map((d) => ({ ...d, place: placeOf([...path, d.code.replace('-invalid', '')]) }));
  const isTime = collected === undefined || toTimestamp(collected) !== undefined;
  const untimely = isTime
    ? []
    : [diagnostic('collected-invalid', placeOf([...path, 'collected']), { written: cutText(collected, 60) })];
  return { job, faults: [...values, ...untimely] };
};
