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

/** What a rule says of a connector, without the records. */
export interface ConnectorResult
  extends Pick<ConnectorReview, 'identity' | 'name' | 'status' | 'clauses' | 'notes' | 'missing' | 'accepted'> {
  /** Of the record that decided. */
  readonly place: Place;
}

/** What a rule says of a host, and which rule it is. */
export interface RuleResult
  extends Pick<Review, 'vulnId' | 'status' | 'without' | 'doubts' | 'notes'>,
    Pick<Rule, 'ruleId' | 'stigId' | 'title'> {
  /** The verdict in a sentence. */
  readonly sentence: string;
  /** How many connectors there are and how many of them are open, also where `connectors` has not all of them. */
  readonly count: number;
  readonly open: number;
  readonly connectors: readonly ConnectorResult[];
}

/**
 * What became of a host, judged and written or refused: all that is told of it afterwards, in plain data that a thread can send
 * and that can be kept of thousands.
 */
export interface WrittenHost extends Omit<JudgedHost, 'judged' | 'files'> {
  readonly refused: boolean;
  readonly results: readonly RuleResult[];
  /** How many rules of the benchmark were not judged; none of a checklist that was filled in. */
  readonly otherRules: number;
  readonly outputs: readonly WrittenFile[];
  /** Of a refused host: files that an earlier run wrote and that still stand there. */
  readonly oldOutputs?: readonly Omit<WrittenFile, 'format'>[] | undefined;
}

/**
 * What is told of a host once its files are written.
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

/** A host whose files could not be written after all. */
export const refuseWriting = ({ changes: _, ...host }: WrittenHost, problems: readonly Diagnostic[]): WrittenHost => ({
  ...host,
  refused: true,
  results: [],
  otherRules: 0,
  outputs: [],
  diagnostics: [...problems, ...host.diagnostics],
});

/** The same host with no more of the connectors of each rule than so many, the worst first. */
export const withWorstConnectors = (host: WrittenHost, most: number): WrittenHost => ({
  ...host,
  results: host.results.map((result) => ({
    ...result,
    connectors: [...result.connectors].sort((a, b) => worstFirst(a.status, b.status)).slice(0, most),
  })),
});

/** How many open connectors an overview names. */
export const namedConnectors = 5;
const keptWarnings = 20;

/** As much of a host as a line for it, an overview and an exit code tell: of thousands of hosts no more can be kept. */
export const inShort = (host: WrittenHost): WrittenHost => ({
  ...withWorstConnectors(host, namedConnectors),
  diagnostics: host.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .filter((d, i) => d.severity === 'error' || i < keptWarnings || wouldChange(d)),
});
