import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticLine } from '../diagnostics/line.js';
import type { Status } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import type { Review } from '../model/review.js';
import { worse } from '../rules/status-words.js';
import { verdictSentence } from '../rules/verdict.js';

/** What became of one host of a fleet. */
export interface AssessedFleetHost {
  /** Empty where it could not be told. */
  readonly host: string;
  /** Nothing was judged and nothing written; the diagnostics say why. */
  readonly refused: boolean;
  /** The benchmark that was asked for; empty texts where it could not be read. */
  readonly stig: { readonly id: string; readonly release: string };
  readonly reviews: readonly Review[];
  readonly evidence: readonly Evidence[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All that the overview says of a host; little, so that it can be kept of thousands. */
export interface FleetHost {
  readonly host: string;
  readonly outcome: Status | 'refused';
  readonly stig: { readonly id: string; readonly release: string };
  readonly rules: readonly {
    readonly vulnId: string;
    readonly sentence: string;
    readonly connectors: number;
    readonly open: number;
    /** Names of the first open connectors. */
    readonly named: readonly string[];
  }[];
  /** Of a refused host: what refused it first, and how many more errors there are. */
  readonly error: string;
  readonly moreErrors: number;
  readonly evidence: readonly { readonly path: string; readonly sha256: string }[];
  readonly moreEvidence: number;
}

/** How many open connectors, and how many exports, are named; the host's own page has them all. */
const named = 5;
/** What a diagnostic quotes can be as long as the file that it is about. */
const longestError = 5000;

export const toFleetHost = ({ host, refused, stig, reviews, evidence, diagnostics }: AssessedFleetHost): FleetHost => {
  const [error, ...others] = refused ? diagnostics.filter(({ severity }) => severity === 'error') : [];
  const [first, ...more] = reviews.map(({ status }) => status);
  return {
    host,
    // A host without any review is one that nobody reviewed.
    outcome: refused ? 'refused' : first === undefined ? 'not_reviewed' : more.reduce(worse, first),
    stig,
    rules: refused ? [] : reviews.map(ruleOf),
    error: error === undefined ? '' : diagnosticLine(error).slice(0, longestError),
    moreErrors: others.length,
    evidence: evidence.slice(0, named).map(({ path, sha256 }) => ({ path, sha256 })),
    moreEvidence: Math.max(0, evidence.length - named),
  };
};

const ruleOf = (review: Review): FleetHost['rules'][number] => {
  const open = review.connectors.filter(({ status }) => status === 'open');
  return {
    vulnId: review.vulnId,
    sentence: verdictSentence(review),
    connectors: review.connectors.length,
    open: open.length,
    named: open.slice(0, named).map(({ name, identity }) => name || identity || '(no name)'),
  };
};
