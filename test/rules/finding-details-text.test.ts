import { describe, it } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ConnectorEvidence, Evidence } from '../../src/model/connector.js';
import { known, unknown } from '../../src/model/property.js';
import { type DetailsInput, findingDetails } from '../../src/rules/finding-details.js';
import { type JudgeOptions, judge } from '../../src/rules/judge.js';
import { compliant, connector } from '../support/connectors.js';
import { expectGolden } from '../support/golden.js';
import { v259594 } from '../support/rules.js';

const file = (path: string, connectors: number): Evidence => ({
  path,
  format: 'csv',
  encoding: 'utf-8-bom',
  sha256: 'ab'.repeat(32),
  connectors,
  strength: 'whole',
  reasons: [],
});

const insecure = known(false);
const relay = compliant({
  name: known('Relay'),
  identity: known('Relay'),
  domainSecureEnabled: insecure,
  dnsRoutingEnabled: known(false),
  tlsAuthLevel: known('DomainValidation'),
  smartHosts: known(['mail.example.mil']),
  requireTls: known(false),
});

const leftOut = (path: string) => diagnostic('export-left-out', { file: path }, { reason: 'this is an HTML page' });
const otherCheckText = diagnostic('check-text-differs', { property: 'V-259594' }, { known: 'a', given: 'b' });

interface Text extends JudgeOptions {
  readonly name: string;
  readonly connectors: readonly ConnectorEvidence[];
  readonly evidence?: readonly Evidence[];
  readonly changes?: Partial<DetailsInput>;
}

/** Every sentence that the finding details can hold stands in one of these. */
const texts: readonly Text[] = [
  { name: 'one-compliant', connectors: [{ records: [compliant()] }] },
  {
    name: 'two-compliant',
    connectors: [{ records: [compliant()] }, { records: [compliant({ name: known('Other') })] }],
  },
  { name: 'one-open', connectors: [{ records: [relay] }] },
  {
    name: 'open-and-others',
    connectors: [
      { records: [compliant({ enabled: insecure })] },
      { records: [connector({ name: known('Thin'), place: { file: 'thin.csv' } })] },
      { records: [relay] },
      { records: [connector({ domainSecureEnabled: insecure, enabled: insecure, place: {} })] },
    ],
  },
  { name: 'one-not-reviewed', connectors: [{ records: [connector({ domainSecureEnabled: known(true) })] }] },
  {
    name: 'several-not-reviewed',
    connectors: [
      { records: [compliant()] },
      { records: [compliant({ domainSecureEnabled: unknown('unreadable', 'WAHR') })] },
      { records: [compliant({ dnsRoutingEnabled: unknown('cut', 'Tr') })] },
      { records: [compliant({ dnsRoutingEnabled: unknown('flattened', 'System.Object[]') })] },
    ],
  },
  { name: 'open-by-reading-alone', connectors: [{ records: [compliant({ dnsRoutingEnabled: insecure })] }] },
  {
    name: 'open-by-tls-domain-alone',
    connectors: [{ records: [{ ...relay, domainSecureEnabled: unknown('unreadable', 'WAHR') }] }],
  },
  {
    name: 'open-by-reading-and-by-word',
    connectors: [{ records: [relay] }, { records: [compliant({ dnsRoutingEnabled: insecure })] }],
  },
  { name: 'no-connector', connectors: [], evidence: [file('empty.csv', 0)] },
  { name: 'no-connector-by-word', connectors: [], whenEmpty: 'not_applicable', evidence: [file('empty.csv', 0)] },
  {
    name: 'one-export-empty',
    connectors: [{ records: [compliant()] }],
    emptyExports: true,
    evidence: [file('/data/send-connectors.csv', 1), file('empty.csv', 0)],
  },
  {
    name: 'one-export-empty-by-word',
    connectors: [{ records: [relay] }],
    emptyExports: true,
    whenEmpty: 'open',
    evidence: [file('a.csv', 1), file('empty.csv', 0)],
  },
  {
    name: 'several-records',
    connectors: [
      {
        records: [
          compliant({ place: { file: 'a/s.csv', line: 2 } }),
          compliant({ domainSecureEnabled: insecure, place: { file: 'b\\s.csv', line: 3 } }),
        ],
      },
    ],
    evidence: [file('a/s.csv', 1), file('b\\s.csv', 1)],
  },
  {
    name: 'reports-and-many-files',
    connectors: [{ records: [compliant()] }],
    evidence: Array.from({ length: 41 }, (_, i) => file(`${i}.csv`, i)),
    changes: {
      reports: Array.from({ length: 21 }, (_, i) => diagnostic('export-empty', { file: `/data/${i}.csv` })),
    },
  },
  {
    name: 'pass-withheld',
    connectors: [{ records: [compliant()] }, { records: [compliant({ name: known('Other') })] }],
    reported: [leftOut('b.xml'), leftOut('c.xml')],
  },
  {
    name: 'pass-withheld-many-doubts',
    connectors: [{ records: [compliant()] }],
    reported: Array.from({ length: 21 }, (_, i) => leftOut(`/data/${i}.csv`)),
  },
  { name: 'pass-withheld-by-check-text', connectors: [{ records: [compliant()] }], reported: [otherCheckText] },
  { name: 'open-and-doubtful', connectors: [{ records: [relay] }], reported: [leftOut('b.xml'), otherCheckText] },
  {
    name: 'not-reviewed-and-doubtful',
    connectors: [{ records: [connector({ domainSecureEnabled: known(true) })] }],
    reported: [leftOut('b.xml')],
  },
  {
    name: 'empty-and-doubtful',
    connectors: [],
    whenEmpty: 'not_applicable',
    evidence: [file('empty.csv', 0)],
    reported: [leftOut('b.xml')],
  },
  {
    name: 'as-many-reports-and-files-as-are-shown',
    connectors: [{ records: [compliant()] }],
    evidence: Array.from({ length: 40 }, (_, i) => file(`${i}.csv`, 1)),
    changes: { reports: Array.from({ length: 20 }, (_, i) => diagnostic('export-empty', { file: `${i}.csv` })) },
  },
];

describe('finding details, word for word', () => {
  it.each(texts)('$name', ({ name, connectors, evidence, changes, ...options }) => {
    const benchmark = builtInBenchmark('V2R2');
    const [benchmarkRule] = benchmark.rules;
    if (benchmarkRule === undefined) throw new Error('the built-in benchmark has one rule');
    const text = findingDetails({
      review: judge(v259594, connectors, options),
      benchmark,
      benchmarkRule,
      host: 'EDGE01',
      evidence: evidence ?? [file('/data/send-connectors.csv', connectors.length)],
      reports: [],
      tool: { name: 'exchange-stig', version: '1.2.3' },
      assessedAt: '2026-01-31T12:00:00Z',
      ...changes,
    });
    expectGolden(`${text}\n`, new URL(`goldens/${name}.txt`, import.meta.url));
  });
});
