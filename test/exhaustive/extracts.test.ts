import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convertChecklist } from '../../src/checklist/convert.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import type { Status } from '../../src/model/checklist.js';
import { extractNames } from '../../src/model/format-names.js';
import { filesOf } from '../fuzz/apply.js';
import { caseOf } from '../fuzz/case.js';
import { assess } from '../support/assess.js';
import { testTool } from '../support/checklists.js';
import { extractOf, officialExtracts } from '../support/extracts.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const lacks = lacksShared('data/schemas/hdf/exec-json.json');

const time = { value: '2026-01-01T00:00:00Z', given: false };

describe.skipIf(lacks)('formats that are only written', () => {
  const official = lacks ? undefined : officialExtracts();
  const faultsOf = (format: string, text: string): readonly unknown[] =>
    official !== undefined && format in official ? official[format as keyof typeof official](text) : [];

  test.each(['checklists', 'xccdf-results', 'checklist-cases', 'arf'])('every readable file of %s', async (folder) => {
    let written = 0;
    for (const name of readdirSync(sharedFile(`data/${folder}`), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ckl|cklb|xml)$/.test(name)) continue;
      const read = readChecklist(readFileSync(sharedFile(`data/${folder}/${name}`)), name);
      if (!read.ok) continue;
      const { checklist, format: from } = read.value;
      for (const to of extractNames) {
        const write = { tool: testTool, cklbStrict: false };
        const converted = await convertChecklist({ checklist, from, to, write, time });
        if (!converted.ok) throw new Error(`${name} to ${to}: ${JSON.stringify(converted.diagnostics)}`);
        expect(faultsOf(to, converted.value.file.text), `${name} to ${to}`).toEqual([]);
        written += 1;
      }
    }
    expect(written).toBeGreaterThan(0);
  });

  test('random exports, damaged ones too: every rule has its status, and every file is valid', async () => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 400; i++) {
      const files = filesOf(caseOf(20261127, i)).map(({ bytes }, n) => [`export-${n}`, bytes] as const);
      const host = await assess(Object.fromEntries(files));
      const status = host.judged?.checklist.stigs[0]?.reviews[0]?.status;
      if (status === undefined) continue;
      seen.set(status, (seen.get(status) ?? 0) + 1);
      for (const format of ['hdf', 'oscal', 'junit'] as const) {
        const text = await extractOf(format, host);
        expect(faultsOf(format, text), `case ${i}, ${format}`).toEqual([]);
        if (format === 'hdf') expect([i, inHeimdall(JSON.parse(text))]).toEqual([i, status]);
        if (format === 'junit') expect([i, inPipeline(text)]).toEqual([i, status]);
      }
    }
    for (const status of ['open', 'not_reviewed', 'not_a_finding']) expect(seen.get(status) ?? 0).toBeGreaterThan(5);
  }, 120_000);
});

interface Hdf {
  readonly profiles: readonly {
    readonly controls: readonly { readonly results: readonly { readonly status: string }[] }[];
  }[];
}

/** As inspecjs has it: what failed, then what passed, then what was skipped. */
const inHeimdall = ({ profiles }: Hdf): Status => {
  const statuses = profiles[0]?.controls[0]?.results.map(({ status }) => status) ?? [];
  if (statuses.includes('failed')) return 'open';
  return statuses.includes('passed') ? 'not_a_finding' : 'not_reviewed';
};

/** A pipeline fails by a failure, and has seen everything where nothing was skipped. */
const inPipeline = (text: string): Status => {
  const document = parseWithLibxml2(text);
  const count = (name: string): number => select(document, `//${name}`).length;
  const status = count('failure') > 0 ? 'open' : count('skipped') > 0 ? 'not_reviewed' : 'not_a_finding';
  document.dispose();
  return status;
};
