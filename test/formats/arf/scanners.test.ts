import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convertChecklist } from '../../../src/checklist/convert.js';
import { countStatuses } from '../../../src/checklist/count-statuses.js';
import { readChecklist } from '../../../src/formats/read-checklist.js';
import { formatNames } from '../../../src/model/format-names.js';
import { testTool } from '../../support/checklists.js';
import { lacksShared, sharedFile } from '../../support/shared.js';

/** What an ARF holds, counted by another program: XCCDF's words for its results. */
interface Counted {
  readonly ruleResults: Readonly<Record<string, number>>;
  readonly benchmarks: readonly string[];
}

/** XCCDF 1.2, 6.6.4.2: what each word says of a rule to a checklist. */
const countsOf = (words: Counted['ruleResults']) => {
  const count = (...of: readonly string[]): number => of.reduce((sum, word) => sum + (words[word] ?? 0), 0);
  return {
    open: count('fail'),
    not_reviewed: count('notchecked', 'notselected', 'error', 'unknown', 'informational'),
    not_applicable: count('notapplicable'),
    not_a_finding: count('pass', 'fixed'),
  };
};

describe.skipIf(lacksShared('data/arf/index.json'))('ARF reports as scanners write them', () => {
  test.each(['nist-scap-1.2-arf-results.xml', 'nist-scap-1.4-arf-results.xml', 'openscap-1.3.7-firefox-arf.xml'])(
    '%s has the counts of the index, and keeps them in every format',
    async (name) => {
      const index = JSON.parse(readFileSync(sharedFile('data/arf/index.json'), 'utf8')) as Record<string, Counted>;
      const { ruleResults, benchmarks } = index[name] ?? { ruleResults: {}, benchmarks: [] };
      const read = readChecklist(readFileSync(sharedFile(`data/arf/${name}`)), name);
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      const { format, checklist } = read.value;
      expect(checklist.stigs.map(({ benchmark }) => benchmark.id)).toEqual(benchmarks);
      for (const to of formatNames) {
        const write = { tool: testTool, cklbStrict: false };
        const time = { value: '2026-01-31T12:00:00Z', given: false };
        const converted = await convertChecklist({ checklist, from: format, to, write, time });
        if (!converted.ok) throw new Error(`${to}: ${JSON.stringify(converted.diagnostics)}`);
        expect(countStatuses(converted.value.checklist), to).toEqual(countsOf(ruleResults));
        expect(converted.value.checklist.asset.hostName).toBe(checklist.asset.hostName);
      }
    },
  );
});
