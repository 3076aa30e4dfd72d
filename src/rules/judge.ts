import type { Status } from '../model/checklist.js';
import type { ConnectorEvidence, SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ConnectorReview, Review, Truth } from '../model/review.js';
import type { RuleModule } from './rule.js';
import { worse, worstFirst } from './status-words.js';

const statusOf: Readonly<Record<Truth, Status>> = {
  false: 'open',
  unknown: 'not_reviewed',
  true: 'not_a_finding',
};

/**
 * Judges a host's connectors by a rule. A connector is the conjunction of the rule's clauses, the host the conjunction of
 * its connectors; of several records of one connector the worst counts. Where there is no connector, or one of several
 * exports is empty, the status is at best `whenEmpty`, which is not_reviewed unless the assessor says otherwise: an export
 * with nothing in it cannot be told from one that failed.
 */
export const judge = (
  rule: RuleModule,
  evidence: readonly ConnectorEvidence[],
  { whenEmpty = 'not_reviewed', emptyExports = false }: JudgeOptions = {},
): Review => {
  const connectors = evidence.map((connector) => judgeConnector(rule, connector));
  const [first, ...rest] = connectors.map((connector) => connector.status);
  const found = first === undefined ? undefined : rest.reduce(worse, first);
  const status = found === undefined ? whenEmpty : emptyExports ? worse(found, whenEmpty) : found;
  return {
    vulnId: rule.vulnId,
    status,
    decidedBy: status === found ? 'rule' : 'when-empty',
    connectors,
    notes: rule.hostNotes(connectors),
  };
};

export interface JudgeOptions {
  /** The status where an export holds no connector. */
  readonly whenEmpty?: Status | undefined;
  /** One of the exports holds no connector. */
  readonly emptyExports?: boolean | undefined;
}

const judgeConnector = (rule: RuleModule, evidence: ConnectorEvidence): ConnectorReview => {
  const judged = evidence.records.map((record) => judgeRecord(rule, record));
  const worst = judged.reduce((a, b) => (worstFirst(b.status, a.status) < 0 ? b : a));
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
