import { type Diagnostic, messageOf } from '../../diagnostics/diagnostic.js';
import type { Status, Tool } from '../../model/checklist.js';
import type { ConnectorResult, WrittenHost } from '../../outcome/written-host.js';

/** A host as the JSON output has it. */
const hostSummary = (host: WrittenHost) => ({
  host: host.host,
  refused: host.refused,
  stig: host.stig,
  evidence: host.evidence,
  ...(host.transportConfigs === undefined || host.transportConfigs.length === 0
    ? {}
    : { transportConfigs: host.transportConfigs }),
  ...(host.collections === undefined || host.collections.length === 0 ? {} : { collections: host.collections }),
  ...(host.site === undefined ? {} : { site: host.site }),
  ...(host.assessedAt === undefined ? {} : { assessedAt: host.assessedAt }),
  ...(host.collectedAt === undefined ? {} : { collectedAt: host.collectedAt }),
  results: host.results.map(({ vulnId, ruleId, stigId, status, without, doubts, connectors, notes }) => ({
    ...{ vulnId, ruleId, stigId, status },
    ...(without === undefined ? {} : { verdictWithout: without }),
    doubts,
    connectors: connectors.map(connectorSummary),
    notes: notes.map(({ code }) => code),
  })),
  outputs: host.outputs,
  ...(host.changes === undefined ? {} : { changes: host.changes }),
  ...(host.oldOutputs === undefined ? {} : { oldOutputs: host.oldOutputs }),
});

/** What is told of a run as a whole. */
interface RunSummary {
  readonly assessedAt?: string;
  readonly collected?: string | undefined;
  /** The bundle that was written. */
  readonly bundle?: { readonly path: string; readonly sha256: string } | undefined;
}

/**
 * The JSON document of `--json`, as schemas/summary.schema.json describes it.
 *
 * @param general what is to be said of no host alone
 */
export const toSummary = (
  hosts: readonly WrittenHost[],
  { name, version }: Tool,
  general: readonly Diagnostic[] = [],
  { assessedAt, collected, bundle }: RunSummary = {},
) => ({
  tool: { name, version },
  ...(assessedAt ? { assessedAt } : {}),
  ...(collected === undefined ? {} : { collectedAt: collected }),
  ...(bundle === undefined ? {} : { bundle }),
  counts: {
    hosts: hosts.length,
    refused: hosts.filter(({ refused }) => refused).length,
    ...countStatuses(hosts.flatMap(({ results }) => results.map(({ status }) => status))),
  },
  hosts: hosts.map(hostSummary),
  diagnostics: [
    ...general.map((d) => diagnosticSummary(d)),
    ...hosts.flatMap(({ host, diagnostics }) => diagnostics.map((d) => diagnosticSummary(d, host))),
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

const connectorSummary = ({ identity, name, status, notes, clauses, accepted = [] }: ConnectorResult) => ({
  identity,
  name,
  status,
  notes: notes.map(({ code }) => code),
  clauses: clauses.map(({ id, truth, applies, expected, actual, byTransportConfig, bySite }) => ({
    ...{ id, truth, applies, expected, actual },
    ...(byTransportConfig === undefined ? {} : { byTransportConfig }),
    ...(bySite === undefined ? {} : { bySite }),
  })),
  ...(accepted.length === 0 ? {} : { accepted }),
});

/** A diagnostic with its English, for JSON output. */
export const diagnosticSummary = (d: Diagnostic, host?: string) => ({
  code: d.code,
  severity: d.severity,
  message: messageOf(d),
  ...(host === undefined || host === '' ? {} : { host }),
  place: d.place,
});
