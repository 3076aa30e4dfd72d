import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { SendConnector } from '../../src/model/connector.js';
import { type DetailsInput, findingDetails } from '../../src/rules/finding-details.js';
import { judge } from '../../src/rules/judge.js';
import { v259594 } from './rules.js';

/** The finding details of one host, with these connectors in one export. */
export const detailsOf = (connectors: readonly SendConnector[], changes: Partial<DetailsInput> = {}): string => {
  const benchmark = builtInBenchmark('V2R2');
  const [benchmarkRule] = benchmark.rules;
  if (benchmarkRule === undefined) throw new Error('the built-in benchmark has one rule');
  return findingDetails({
    review: judge(
      v259594,
      connectors.map((record) => ({ records: [record] })),
    ),
    benchmark,
    benchmarkRule,
    host: 'EDGE01',
    evidence: [
      {
        path: '/data/send-connectors.csv',
        format: 'csv',
        encoding: 'utf-8',
        sha256: 'ab'.repeat(32),
        connectors: connectors.length,
        strength: 'whole' as const,
        reasons: [],
      },
    ],
    reports: [],
    tool: { name: 'exchange-stig', version: '1.2.3' },
    assessedAt: '2026-01-31T12:00:00Z',
    ...changes,
  });
};
