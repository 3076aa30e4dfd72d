import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertFile } from '../../src/checklist/convert-file.js';
import { countStatuses } from '../../src/checklist/count-statuses.js';
import { readChecklist, readEveryResult } from '../../src/formats/read-checklist.js';
import { formatNames } from '../../src/model/format-names.js';
import { arf, edge01, edge02, testBenchmark } from '../support/arf.js';
import { testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { type Mutant, xmlMutants } from '../support/mutants.js';

/** Two hosts' reports: of EDGE01 one rule is open and one passes. */
const whole = arf({ hosts: [edge01, edge02], requests: [[testBenchmark]] });
const one = arf();

/** The parts of an ARF put in another order, repeated, cut and led astray, as text. */
const disorders: readonly Mutant[] = [
  ...[...'abcdef'].flatMap((_, i) => {
    const parts = ['core:relationships', 'arf:report-requests', 'arf:assets', 'arf:reports'];
    const found = parts.map((name) => new RegExp(`<${name}[\\s\\S]*</${name}>`).exec(one)?.[0] ?? '');
    const turned = [...found.slice(i % 4), ...found.slice(0, i % 4)];
    const ordered = i < 4 ? turned : turned.toReversed();
    const start = one.slice(0, one.indexOf('<core:relationships'));
    return [{ name: `order ${i}`, text: `${start}${ordered.join('')}</arf:asset-report-collection>` }];
  }),
  ...Array.from({ length: 60 }, (_, i) => ({
    name: `cut ${i}`,
    text: one.slice(0, Math.floor((one.length * i) / 60)),
  })),
  ...['asset0', 'xccdf0', 'collection0', 'xccdf_mil.disa.stig_benchmark_Test_STIG', 'oval0'].flatMap((id) => [
    { name: `nowhere ${id}`, text: one.replace(id, 'nothing') },
    { name: `empty ${id}`, text: one.replaceAll(id, '') },
    { name: `twin ${id}`, text: whole.replaceAll(id.replace('0', '1'), id) },
  ]),
  {
    name: 'twin result',
    text: whole.replaceAll('xccdf_mil.example_testresult_EDGE02', 'xccdf_mil.example_testresult_EDGE01'),
  },
];

const mutants = [
  ...disorders,
  ...xmlMutants(one).filter((_, i, all) => i % Math.max(1, Math.floor(all.length / 360)) === 0),
  ...xmlMutants(whole).filter((_, i, all) => i % Math.max(1, Math.floor(all.length / 120)) === 0),
];

describe('damaged ARF reports', () => {
  test('are at least 500', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(500);
  });

  test('each is converted, with every finding that it reads, or refused by name', async () => {
    const faults: string[] = [];
    const refusals = new Set<string>();
    for (const [i, { name, text }] of mutants.entries()) {
      const bytes = new TextEncoder().encode(text);
      const read = [readChecklist(bytes, 'arf.xml'), ...readEveryResult(bytes, 'arf.xml')];
      for (const file of read) {
        if (!file.ok) {
          const errors = file.diagnostics.filter(({ severity }) => severity === 'error');
          if (errors.length === 0) faults.push(`${name}: refused without a reason`);
          for (const { code } of errors) refusals.add(code);
          continue;
        }
        const to = formatNames[i % 3] ?? 'ckl';
        const converted = await convertFile({
          file,
          to,
          stigIndex: to === 'xccdf' ? 0 : undefined,
          tool: testTool,
          cklbStrict: false,
          time: { value: '2026-01-31T12:00:00Z', given: false },
        });
        if (converted.ok) {
          const [before, after] = [countStatuses(file.value.checklist), countStatuses(converted.value.checklist)];
          if (JSON.stringify(before) !== JSON.stringify(after)) faults.push(`${name}: other counts in ${to}`);
        } else {
          const codes = converted.diagnostics.filter((d) => d.severity === 'error').map(({ code }) => code);
          if (codes.length === 0) faults.push(`${name}: not converted, without a reason`);
          for (const code of codes) {
            refusals.add(code);
            if (/^convert-(?:counts|text)-differ/.test(code)) faults.push(`${name}: ${code} in ${to}`);
          }
        }
      }
      // A word that is damaged never becomes a pass; white space around it is none of it (xsd:NMTOKEN), nor is its namespace.
      const passes = read
        .slice(1)
        .reduce((sum, file) => sum + (file.ok ? countStatuses(file.value.checklist).not_a_finding : 0), 0);
      const written = text.match(/>\s*pass\s*</g)?.length ?? 0;
      if (passes > written) faults.push(`${name}: ${passes} passes of ${written}`);
    }
    expect(faults).toEqual([]);
    expect([...refusals]).toEqual(expect.arrayContaining(['xml-truncated', 'reading-several-results']));
  }, 300_000);
});

describe('200 MB', () => {
  const folder = temporaryFolder();
  const big = join(folder, 'big.xml');
  const repeated =
    '<oval-res:definition definition_id="oval:mil.example:def:1" result="true" version="1"><oval-res:criteria operator="AND" result="true"/></oval-res:definition>\n';
  const [before = '', after = ''] = one.split('<oval-res:results>');
  const handle = openSync(big, 'w');
  writeSync(handle, `${before}<oval-res:results>`);
  const chunk = repeated.repeat(6500);
  for (let size = 0; size < 200_000_000; size += chunk.length) writeSync(handle, chunk);
  writeSync(handle, after);
  closeSync(handle);

  const convert = (...args: readonly string[]) => {
    const out = join(folder, 'out.ckl');
    const ran = spawnSync(
      process.execPath,
      [resolve('bin/exchange-stig.cjs'), 'convert', big, '--to', 'ckl', '--out', out, '--force', ...args],
      { encoding: 'utf8', timeout: 120_000 },
    );
    return { ...ran, out };
  };

  test('of an ARF are refused by the limit, and converted where it is raised', () => {
    const refused = convert();
    expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining('[input-too-large]')]);
    expect(existsSync(refused.out)).toBe(false);
    const converted = convert('--limit', 'bytes=250M');
    expect([converted.status, converted.signal]).toEqual([0, null]);
    const read = readChecklist(readFileSync(converted.out), 'out.ckl');
    expect(read.ok && countStatuses(read.value.checklist)).toMatchObject({ open: 1, not_a_finding: 1 });
  }, 240_000);
});
