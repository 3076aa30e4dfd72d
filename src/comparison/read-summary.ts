import { diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import { memberOf } from '../json/value-at.js';
import type { Status } from '../model/checklist.js';

/** What a trend takes from the `--json` summary of a run. */
export interface RunSummary {
  readonly path: string;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
  readonly hosts: readonly RunHost[];
}

export interface RunHost {
  readonly host: string;
  readonly refused: boolean;
  readonly results: readonly { readonly vulnId: string; readonly status: Status }[];
}

/**
 * Reads what `evaluate --json` or `batch --json` printed (schemas/summary.schema.json). Refused: `trend-not-a-summary`, and
 * `trend-without-time`, a summary that does not say when the hosts were assessed.
 */
export const readSummary = (bytes: Uint8Array, file: string): Reading<RunSummary> => {
  const value = parsed(bytes);
  const [name, hosts] = [memberOf(memberOf(value, 'tool'), 'name'), memberOf(value, 'hosts')];
  if (name !== 'exchange-stig' || memberOf(value, 'counts') === undefined || !Array.isArray(hosts))
    return refused('trend-not-a-summary', { file });
  const read = hosts.map(toHost);
  if (read.includes(undefined)) return refused('trend-not-a-summary', { file });
  const assessedAt = memberOf(value, 'assessedAt');
  if (typeof assessedAt !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(assessedAt))
    return { ok: false, diagnostics: [diagnostic('trend-without-time', { file })] };
  return { ok: true, value: { path: file, assessedAt, hosts: read.flatMap((host) => host ?? []) }, diagnostics: [] };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const toHost = (value: unknown): RunHost | undefined => {
  const [host, isRefused, results] = ['host', 'refused', 'results'].map((key) => memberOf(value, key));
  if (typeof host !== 'string' || typeof isRefused !== 'boolean' || !Array.isArray(results)) return undefined;
  const read = results.map(toResult);
  return read.includes(undefined)
    ? undefined
    : { host, refused: isRefused, results: read.flatMap((result) => result ?? []) };
};

const statuses: readonly unknown[] = ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'] satisfies Status[];

const toResult = (value: unknown): RunHost['results'][number] | undefined => {
  const [vulnId, status] = [memberOf(value, 'vulnId'), memberOf(value, 'status')];
  return typeof vulnId === 'string' && statuses.includes(status) ? { vulnId, status: status as Status } : undefined;
};
