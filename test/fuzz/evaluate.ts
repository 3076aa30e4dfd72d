import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';

/** What the program makes of the exports of a host, as far as the fuzzer looks at it. */
export interface Outcome {
  readonly refused: boolean;
  readonly status: string;
  readonly connectors: readonly {
    readonly label: string;
    readonly status: string;
    readonly clauses: string;
    /** The clauses with what was found, in words. */
    readonly actual: string;
  }[];
  /** Whether something in the evidence withholds a pass. */
  readonly isDoubtful: boolean;
  readonly reports: readonly { readonly code: string; readonly severity: string }[];
}

export type Evaluate = (files: readonly Uint8Array[]) => Promise<Outcome>;

const benchmark = builtInBenchmark('V2R2');

/** The program as the command uses it; the only place of the fuzzer that knows it. */
export const evaluate: Evaluate = async (files) => {
  const host = await evaluateHost({
    exports: files.map((bytes, i) => ({ path: `export-${i}`, bytes, sha256: String(i).padStart(64, '0') })),
    asset: { host: 'EDGE01' },
    benchmark,
    assessedAt: '2025-01-01T00:00:00Z',
    tool: { name: 'exchange-stig', version: '0.0.0' },
  });
  const reports = host.diagnostics.map(({ code, severity }) => ({ code, severity }));
  const isDoubtful = host.diagnostics.some(({ effect }) => effect === 'withholds-pass');
  const review = host.judged?.reviews[0];
  if (review === undefined) return { refused: true, status: 'refused', connectors: [], isDoubtful, reports };
  const reviewed = host.judged?.checklist.stigs.flatMap((stig) => stig.reviews) ?? [];
  const written = reviewed.find(({ rule }) => rule.groupId === review.vulnId)?.status;
  if (written !== review.status) throw new Error(`the checklist says ${written}, the review ${review.status}`);
  return {
    refused: false,
    status: review.status,
    connectors: review.connectors.map(({ name, identity, status, clauses }) => ({
      label: `${name} ${identity}`,
      status,
      clauses: clauses.map(({ truth }) => truth).join(' '),
      actual: clauses.map(({ id, actual }) => `${id}: ${actual}`).join('; '),
    })),
    isDoubtful,
    reports,
  };
};
