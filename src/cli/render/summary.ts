import type { FillInChange } from '../../checklist/fill-in.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { messageOf } from '../../diagnostics/diagnostic.js';
import type { Rule } from '../../model/benchmark.js';
import type { Status, Tool } from '../../model/checklist.js';
import type { Evidence } from '../../model/connector.js';
import type { ConnectorReview, Review } from '../../model/review.js';
import { type FleetHost, toFleetHost } from '../../report/fleet-host.js';

/** What became of one host, refused hosts included. */
export interface HostResult {
  readonly host: string;
  readonly refused: boolean;
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
  /** None where nothing was judged. */
  readonly assessedAt?: string | undefined;
  /** When the exports were made, where that was said. */
  readonly collectedAt?: string | undefined;
  readonly reviews: readonly Review[];
  readonly rules: readonly Rule[];
  readonly outputs: readonly { readonly format: string; readonly path: string; readonly sha256: string }[];
  /** What filling in a checklist changed in it, or would change; none where a checklist was made. */
  readonly changes?: readonly FillInChange[] | undefined;
  /** Of a refused host: files that an earlier run wrote and that still stand there. */
  readonly oldOutputs?: readonly { readonly path: string; readonly sha256: string }[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A host as the JSON output has it: all that is kept of a host when its files are written. Plain data that a thread can send. */
export const toHostEntry = (host: HostResult) => ({
  host: host.host,
  refused: host.refused,
  stig: host.stig,
  evidence: host.evidence,
  ...(host.assessedAt === undefined ? {} : { assessedAt: host.assessedAt }),
  ...(host.collectedAt === undefined ? {} : { collectedAt: host.collectedAt }),
  results: host.reviews.map((review) => {
    const rule = host.rules.find((candidate) => candidate.groupId === review.vulnId);
    return {
      vulnId: review.vulnId,
      ruleId: rule?.ruleId ?? '',
      stigId: rule?.stigId ?? '',
      status: review.status,
      doubts: review.doubts,
      connectors: review.connectors.map(connectorSummary),
      notes: review.notes.map(({ code }) => code),
    };
  }),
  outputs: host.outputs,
  ...(host.changes === undefined ? {} : { changes: host.changes }),
  ...(host.oldOutputs === undefined ? {} : { oldOutputs: host.oldOutputs }),
});

export type HostEntry = ReturnType<typeof toHostEntry>;

/** A host's entry, and what is to be said of it. */
export interface HostReport {
  readonly entry: HostEntry;
  readonly diagnostics: readonly Diagnostic[];
  /** What the overview of a fleet says of it. */
  readonly overview: FleetHost;
}

export const toReport = (host: HostResult): HostReport => ({
  entry: toHostEntry(host),
  diagnostics: host.diagnostics,
  overview: toFleetHost(host),
});

/**
 * The JSON document of `--json`, as schemas/summary.schema.json describes it.
 *
 * @param general what is to be said of no host alone
 */
export const toSummary = (
  hosts: readonly HostReport[],
  { name, version }: Tool,
  general: readonly Diagnostic[] = [],
  { assessedAt, collected }: { readonly assessedAt?: string; readonly collected?: string | undefined } = {},
) => ({
  tool: { name, version },
  ...(assessedAt ? { assessedAt } : {}),
  ...(collected === undefined ? {} : { collectedAt: collected }),
  counts: {
    hosts: hosts.length,
    refused: hosts.filter(({ entry }) => entry.refused).length,
    ...countStatuses(hosts.flatMap(({ entry }) => entry.results.map((result) => result.status))),
  },
  hosts: hosts.map(({ entry }) => entry),
  diagnostics: [
    ...general.map((d) => diagnosticSummary(d)),
    ...hosts.flatMap(({ entry, diagnostics }) => diagnostics.map((d) => diagnosticSummary(d, entry.host))),
  ],
});

const countStatuses = (statuses: readonly Status[]): Record<Status, number> => {
  const count = (status: Status) => statuses.filter((other) => other === status).length;
  return {
    open: count('open'),
    not_reviewed: count('not_reviewed'),
    not_applicable: count('not_applicable'),
    not_a_finding: count('not_a_finding'),
  };
};

const connectorSummary = ({ identity, name, status, notes, clauses }: ConnectorReview) => ({
  identity,
  name,
  status,
  notes: notes.map(({ code }) => code),
  clauses: clauses.map(({ id, truth, expected, actual }) => ({ id, truth, expected, actual })),
});

/** A diagnostic with its English, for JSON output. */
export const diagnosticSummary = (d: Diagnostic, host?: string) => ({
  code: d.code,
  severity: d.severity,
  message: messageOf(d),
  ...(host === undefined || host === '' ? {} : { host }),
  place: d.place,
});
