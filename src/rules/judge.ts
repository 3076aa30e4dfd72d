import type { Status } from '../model/checklist.js';
import type { ConnectorEvidence, SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ConnectorReview, Review, Truth } from '../model/review.js';
import type { RuleModule } from './rule.js';

const statusOf: Readonly<Record<Truth, Status>> = {
  false: 'open',
  unknown: 'not_reviewed',
  true: 'not_a_finding',
};

/** The worst first. */
const severityOf: Readonly<Record<Status, number>> = { open: 0, not_reviewed: 1, not_applicable: 2, not_a_finding: 3 };

/** The worse of two statuses: open, then not_reviewed, then not_a_finding. */
export const worse = (a: Status, b: Status): Status => (severityOf[a] <= severityOf[b] ? a : b);

/**
 * Judges a host's connectors by a rule. A connector is the conjunction of the rule's clauses, the host the conjunction of
 * its connectors; of several records of one connector the worst counts. Without any connector the status is `whenEmpty`,
 * which is not_reviewed unless the assessor says otherwise: nothing cannot be told from a failed export.
 */
export const judge = (
  rule: RuleModule,
  evidence: readonly ConnectorEvidence[],
  whenEmpty: Status = 'not_reviewed',
): Review => {
  const connectors = evidence.map((connector) => judgeConnector(rule, connector));
  const [first, ...rest] = connectors.map((connector) => connector.status);
  return {
    vulnId: rule.vulnId,
    status: first === undefined ? whenEmpty : rest.reduce(worse, first),
    decidedBy: first === undefined ? 'when-empty' : 'rule',
    connectors,
    notes: rule.hostNotes(connectors),
  };
};

const judgeConnector = (rule: RuleModule, evidence: ConnectorEvidence): ConnectorReview => {
  const judged = evidence.records.map((record) => judgeRecord(rule, record));
  const worst = judged.reduce((a, b) => (severityOf[b.status] < severityOf[a.status] ? b : a));
  const label = (key: 'name' | 'identity') =>
    evidence.records.map((record) => knownValue(record[key])).find((text) => text);
  return {
    evidence,
    decidedBy: worst.record,
    identity: label('identity') ?? '',
    name: label('name') ?? '',
    status: worst.status,
    clauses: worst.clauses,
    notes: [...new Set(evidence.records.flatMap((record) => rule.connectorNotes(record)))],
    missing: worst.missing,
  };
};

const judgeRecord = (rule: RuleModule, record: SendConnector) => {
  const clauses = rule.clauses.map((clause) => clause.judge(record));
  const undecided = rule.clauses.filter((_, i) => clauses[i]?.truth === 'unknown');
  return {
    record,
    status: statusOf[rule.holds(clauses)],
    clauses,
    missing: [...new Set(undecided.flatMap((clause) => clause.unknownProperties(record)))],
  };
};
