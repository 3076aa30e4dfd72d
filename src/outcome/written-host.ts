import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { wouldChange } from '../diagnostics/reported.js';
import type { Rule } from '../model/benchmark.js';
import type { OutputName } from '../model/format-names.js';
import type { Place } from '../model/place.js';
import type { ConnectorReview, Review } from '../model/review.js';
import { worstFirst } from '../rules/status-words.js';
import { verdictSentence } from '../rules/verdict.js';
import type { JudgedHost } from './judged-host.js';

/** A file that was written, with its SHA-256 in lower-case hexadecimal. */
export interface WrittenFile {
  readonly format: OutputName;
  readonly path: string;
  readonly sha256: string;
}

/** A rule's result for a connector, without the records. */
export interface ConnectorResult
  extends Pick<ConnectorReview, 'identity' | 'name' | 'status' | 'clauses' | 'notes' | 'missing' | 'accepted'> {
  /** From the record that decided. */
  readonly place: Place;
}

/** A rule, and its result for a host. */
export interface RuleResult
  extends Pick<Review, 'vulnId' | 'status' | 'without' | 'doubts' | 'notes'>,
    Pick<Rule, 'ruleId' | 'stigId' | 'title'> {
  /** The verdict in a sentence. */
  readonly sentence: string;
  /** The number of connectors and of open ones, even if `connectors` does not have all of them. */
  readonly count: number;
  readonly open: number;
  readonly connectors: readonly ConnectorResult[];
}

/**
 * The outcome of a host, judged and written or refused: everything that is reported afterwards, as plain data that
 * a thread can send and that can be kept for thousands of hosts.
 */
export interface WrittenHost extends Omit<JudgedHost, 'judged' | 'files'> {
  readonly refused: boolean;
  readonly results: readonly RuleResult[];
  /** The number of rules of the benchmark that were not judged; none for a checklist that was filled in. */
  readonly otherRules: number;
  readonly outputs: readonly WrittenFile[];
  /** Of a refused host: files that an earlier run wrote and that still stand there. */
  readonly oldOutputs?: readonly Omit<WrittenFile, 'format'>[] | undefined;
}

/**
 * What is reported about a host once its files are written.
 *
 * @param outputs where its files went; none of a host that was refused
 */
export const writtenHost = (
  { judged, files: _, ...host }: JudgedHost,
  outputs: readonly WrittenFile[] = [],
): WrittenHost => {
  const rules = judged?.checklist.stigs.flatMap(({ reviews }) => reviews.map(({ rule }) => rule)) ?? [];
  const results = judged?.reviews.map((review) => resultOf(review, rules)) ?? [];
  return {
    ...host,
    refused: judged === undefined,
    results,
    otherRules: host.changes === undefined ? rules.length - results.length : 0,
    outputs,
  };
};

const resultOf = (review: Review, rules: readonly Rule[]): RuleResult => {
  const { vulnId, status, without, doubts, notes, connectors } = review;
  const { ruleId = '', stigId = '', title = '' } = rules.find(({ groupId }) => groupId === vulnId) ?? {};
  return {
    ...{ vulnId, ruleId, stigId, title, status, without, doubts, notes },
    sentence: verdictSentence(review),
    count: connectors.length,
    open: connectors.filter((connector) => connector.status === 'open').length,
    connectors: connectors.map(connectorResult),
  };
};

const connectorResult = ({ decidedBy, ...review }: ConnectorReview): ConnectorResult => {
  const { identity, name, status, clauses, notes, missing, accepted } = review;
  return { identity, name, status, clauses, notes, missing, accepted, place: decidedBy.place };
};

/** A host with files that could not be written. */
export const refuseWriting = ({ changes: _, ...host }: WrittenHost, problems: readonly Diagnostic[]): WrittenHost => ({
  ...host,
  refused: true,
  results: [],
  otherRules: 0,
  outputs: [],
  diagnostics: [...problems, ...host.diagnostics],
});

/** The same host with at most so many connectors per rule, worst first. */
export const withWorstConnectors = (host: WrittenHost, most: number): WrittenHost => ({
  ...host,
  results: host.results.map((result) => ({
    ...result,
    connectors: [...result.connectors].sort((a, b) => worstFirst(a.status, b.status)).slice(0, most),
  })),
});

/** The number of open connectors that an overview names. */
export const namedConnectors = 5;
const keptWarnings = 20;

/** As much of a host as its line, the overview and the exit code need: more cannot be kept for thousands of hosts. */
export const inShort = (host: WrittenHost): WrittenHost => ({
  ...withWorstConnectors(host, namedConnectors),
  diagnostics: host.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .filter((d, i) => d.severity === 'error' || i < keptWarnings || wouldChange(d)),
});
