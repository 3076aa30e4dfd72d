import type { AssessedHost } from '../../assess/assess-files.js';
import type { Status } from '../../model/checklist.js';
import type { Evidence } from '../../model/connector.js';
import type { ConnectorReview, Review } from '../../model/review.js';
import { worstFirst } from '../../rules/status-words.js';
import { doubtLines, verdictSentence } from '../../rules/verdict.js';
import {
  type ConnectorView,
  type DiagnosticView,
  diagnosticViews,
  type NoteView,
  type OutputView,
  outputView,
} from './views.js';

/** What is shown of a judged rule. */
export interface ResultView {
  readonly vulnId: string;
  readonly ruleId: string;
  readonly title: string;
  readonly status: Status;
  /** The verdict in a sentence. */
  readonly sentence: string;
  /** What is in doubt, and how to export again: a line each. */
  readonly doubts: readonly string[];
  /** The worst first; no more than are shown. */
  readonly connectors: readonly ConnectorView[];
  readonly connectorCount: number;
  readonly notes: readonly NoteView[];
  readonly findingDetails: string;
}

/** What is shown of a host; the bytes of its files are in the outputs. */
export interface HostView {
  readonly host: string;
  readonly refused: boolean;
  readonly stig: { readonly id: string; readonly release: string };
  readonly evidence: readonly Evidence[];
  readonly results: readonly ResultView[];
  /** Rules of the benchmark that nobody judged. */
  readonly otherRules: number;
  readonly outputs: readonly OutputView[];
  readonly changes?: readonly { readonly what: string; readonly before: string; readonly after: string }[] | undefined;
  readonly diagnostics: readonly DiagnosticView[];
}

/** How many connectors are shown; the files hold them all. */
const shownConnectors = 200;

export const hostView = (assessed: AssessedHost): HostView => ({
  host: assessed.host,
  refused: assessed.refused,
  stig: assessed.stig,
  evidence: assessed.evidence,
  results: assessed.reviews.map((review) => resultView(review, assessed)),
  otherRules: assessed.changes === undefined ? assessed.rules.length - assessed.reviews.length : 0,
  outputs: assessed.outputs.map(({ format, fileName, bytes }) => outputView(format, fileName, bytes)),
  changes: assessed.changes?.map(({ vulnId, field, before, after }) => ({
    what: `${vulnId} ${field}`,
    before: field === 'status' ? before || '(none)' : `${before.length} characters`,
    after: field === 'status' ? after : `${after.length} characters`,
  })),
  diagnostics: diagnosticViews(assessed.diagnostics),
});

const resultView = (review: Review, { rules, checklist }: AssessedHost): ResultView => {
  const rule = rules.find(({ groupId }) => groupId === review.vulnId);
  const written = checklist?.stigs.flatMap((stig) => stig.reviews).find((one) => one.rule.groupId === review.vulnId);
  return {
    vulnId: review.vulnId,
    ruleId: rule?.ruleId ?? '',
    title: rule?.title ?? '',
    status: review.status,
    sentence: verdictSentence(review),
    doubts: doubtLines(review),
    connectors: [...review.connectors]
      .sort((a, b) => worstFirst(a.status, b.status))
      .slice(0, shownConnectors)
      .map(connectorView),
    connectorCount: review.connectors.length,
    notes: review.notes,
    findingDetails: written?.findingDetails ?? '',
  };
};

const connectorView = (connector: ConnectorReview): ConnectorView => {
  const { file, line } = connector.decidedBy.place;
  return {
    name: connector.name || connector.identity || '(no name)',
    status: connector.status,
    place: [file, line].filter((part) => part !== undefined).join(', line '),
    clauses: connector.clauses.map(({ truth, expected, actual }) => ({ truth, expected, actual })),
    notes: connector.notes,
    missing: connector.missing,
  };
};
