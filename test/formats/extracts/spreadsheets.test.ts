import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertChecklist } from '../../../src/checklist/convert.js';
import { renderExtract } from '../../../src/formats/extract.js';
import type { Checklist, Status } from '../../../src/model/checklist.js';
import { extractNames } from '../../../src/model/format-names.js';
import { checklistOf } from '../../support/arbitrary-checklist.js';
import { checklists, oneRule, testTool } from '../../support/checklists.js';

const columns = [
  ...['Host', 'FQDN', 'IP', 'STIG', 'Release', 'Group ID', 'Rule ID', 'STIG ID', 'Severity', 'CCI', 'Status'],
  ...['Finding Details', 'Comments', 'Assessed At', 'Assessor'],
];
const toFillIn = ['Mitigation', 'Point of Contact', 'Scheduled Completion', 'Milestones'];

const textOf = async (format: 'csv' | 'poam', checklist: Checklist): Promise<string> =>
  (await renderExtract(format, { checklist, tool: testTool })).text;

const rowsOf = async (format: 'csv' | 'poam', checklist: Checklist): Promise<readonly Record<string, string>[]> =>
  parse(await textOf(format, checklist), { columns: true, record_delimiter: '\r\n' });

test('csv has a row for each rule and CCI, and one for a rule without', async () => {
  const checklist = oneRule({ status: 'open', findingDetails: 'First.\nSecond, "quoted".', comments: '=1+1' });
  const [header] = (await textOf('csv', checklist)).split('\r\n');
  expect(header).toBe(columns.join(','));
  const rows = await rowsOf('csv', checklist);
  expect(rows).toEqual([
    {
      Host: 'EDGE01',
      FQDN: 'edge01.example.mil',
      IP: '192.0.2.10',
      STIG: 'MS_Exchange_2019_Edge_Server_STIG',
      Release: 'V2R2',
      'Group ID': 'V-259594',
      'Rule ID': 'SV-259594r1043178_rule',
      'STIG ID': 'EX19-ED-000098',
      Severity: 'medium',
      CCI: 'CCI-001184',
      Status: 'open',
      'Finding Details': 'First.\nSecond, "quoted".',
      Comments: "'=1+1",
      'Assessed At': '2026-01-31T12:00:00Z',
      Assessor: '',
    },
  ]);
  const [stig] = checklist.stigs;
  const withCcis = (ccis: readonly string[]): Checklist => ({
    ...checklist,
    stigs: stig ? [{ ...stig, reviews: stig.reviews.map((r) => ({ ...r, rule: { ...r.rule, ccis } })) }] : [],
  });
  expect((await rowsOf('csv', withCcis(['CCI-1', 'CCI-2']))).map(({ CCI }) => CCI)).toEqual(['CCI-1', 'CCI-2']);
  expect((await rowsOf('csv', withCcis([]))).map(({ CCI }) => CCI)).toEqual(['']);
  expect((await rowsOf('poam', withCcis(['CCI-1', 'CCI-2']))).map(({ CCI }) => CCI)).toEqual(['CCI-1, CCI-2']);
});

test('poam has a row for each open rule, and columns to fill in', async () => {
  const all = checklists['all-statuses'] ?? oneRule();
  const [header] = (await textOf('poam', all)).split('\r\n');
  expect(header).toBe([...columns, ...toFillIn].join(','));
  const rows = await rowsOf('poam', all);
  expect(rows.map(({ Status }) => Status)).toEqual(['open']);
  for (const name of toFillIn) expect(rows[0]).toHaveProperty([name], '');
  expect(await rowsOf('poam', oneRule({ status: 'not_a_finding' }))).toEqual([]);
});

test('an override says the severity', async () => {
  const overridden = oneRule({ severityOverride: { severity: 'low', justification: 'Isolated.' } });
  expect((await rowsOf('csv', overridden)).map(({ Severity }) => Severity)).toEqual(['low']);
});

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '|calc',
  '%0A',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
];

describe('no cell is a formula', () => {
  test.each(formulas)('%j', async (text) => {
    for (const format of ['csv', 'poam'] as const) {
      const [row] = await rowsOf(format, oneRule({ status: 'open', findingDetails: text, comments: `x${text}` }));
      expect(row?.['Finding Details']?.startsWith("'")).toBe(true);
      expect(row?.['Comments']?.startsWith('x')).toBe(true);
    }
  });

  test('of any checklist', async () => {
    await fc.assert(
      fc.asyncProperty(checklistOf(2), fc.constantFrom('csv' as const, 'poam' as const), async (any, format) => {
        const rows = await rowsOf(format, any);
        const reviews = any.stigs.flatMap((stig) => stig.reviews);
        const ofCsv = reviews.reduce((sum, { rule }) => sum + Math.max(1, rule.ccis.length), 0);
        const open = reviews.filter(({ status }: { status: Status }) => status === 'open').length;
        expect(rows.length).toBe(format === 'csv' ? ofCsv : open);
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(extractNames)('convert --to %s: nothing is read back, and the name tells what it is', async (to) => {
  const converted = await convertChecklist({
    checklist: oneRule({ status: 'open' }),
    from: 'ckl',
    to,
    write: { tool: testTool, cklbStrict: false },
    time: { value: '2026-02-01T00:00:00Z', given: false },
  });
  if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
  const { file } = converted.value;
  expect(file.format).toBe(to);
  expect(file.fileName).toMatch(/^EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2(\.|_).+/);
  expect(file.text.length).toBeGreaterThan(100);
});
