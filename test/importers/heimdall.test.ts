import { expect } from 'vitest';
import { cases } from './cases.js';
import { heimdallCounts, heimdallWords, lacksHeimdall, showInHeimdall } from './heimdall.js';
import { conformance } from './written.js';

/** The one row of the table: `<status> <file> <id> <title> <severity> <controls>`. */
const rowOf = (text: string): readonly string[] | undefined =>
  /0\/1 Controls Viewed (.*?) \S+\.(?:ckl|xml) (\S+) .*? (LOW|MEDIUM|HIGH|CRITICAL|NONE) (\S+) (CCI-\d+)/
    .exec(text)
    ?.slice(1);

const few = cases.filter(({ name }) =>
  [
    'open, many, addresses, plain',
    'not a finding, many, bare, plain',
    'not reviewed, one, bare, plain',
    'not applicable, none, bare, plain',
    'open, one, addresses, XCCDF01',
    'not a finding, one, bare, entity look-alikes',
    'open, one, bare, markup',
    'details at the limit',
  ].includes(name),
);

for (const [format, id] of [
  ['ckl', 'V-259594'],
  ['xccdf', 'xccdf_mil.disa.stig_rule_SV-259594r1043178_rule'],
] as const)
  conformance(
    `Heimdall ${format.toUpperCase()}`,
    lacksHeimdall,
    async ({ status }, written) => {
      const text = await showInHeimdall(written[format], '259594');
      const none = Object.fromEntries(Object.values(heimdallWords).map((word) => [word, 0]));
      expect(heimdallCounts(text)).toEqual({ ...none, [heimdallWords[status]]: 1 });
      expect(rowOf(text)).toEqual([heimdallWords[status], id, 'MEDIUM', 'SC-23', 'CCI-001184']);
    },
    few,
  );
