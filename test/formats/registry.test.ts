import { describe, expect, test } from 'vitest';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { renderChecklist } from '../../src/formats/registry.js';
import { statusNames } from '../../src/formats/status.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { formatNames } from '../../src/model/format-names.js';
import { checklists, oneRule, testTool } from '../support/checklists.js';

const options = { tool: testTool, cklbStrict: false };
const codes = (written: { diagnostics: readonly { code: string }[] }) => written.diagnostics.map(({ code }) => code);

test('each format has its writer and its file name', async () => {
  const checklist = oneRule();
  const rendered = await Promise.all(formatNames.map((format) => renderChecklist(format, checklist, options)));
  const stem = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
  expect(rendered).toEqual([
    { format: 'ckl', fileName: `${stem}.ckl`, ...toCkl(checklist, testTool) },
    { format: 'cklb', fileName: `${stem}.cklb`, ...toCklb(checklist, { strict: false }) },
    { format: 'xccdf', fileName: `${stem}_xccdf-results.xml`, ...toXccdf(checklist, testTool) },
  ]);
  expect(await renderChecklist('cklb', checklist, { ...options, cklbStrict: true })).toMatchObject(
    toCklb(checklist, { strict: true }),
  );
});

describe('a checklist of two STIGs', () => {
  const [first, second] = [oneRule(), checklists['all-statuses'] ?? oneRule()];
  const both = {
    ...first,
    stigs: [
      ...first.stigs,
      ...second.stigs.map((stig) => ({ ...stig, benchmark: { ...stig.benchmark, id: 'Second' } })),
    ],
  };

  test.each(['ckl', 'cklb'] as const)('%s holds both', async (format) => {
    const { text, diagnostics } = await renderChecklist(format, both, options);
    expect(text).toMatch(/SV-259594[\s\S]+SV-900004/);
    expect(diagnostics).toEqual([]);
  });

  test('as XCCDF it is one file each, and never loses one without a word', async () => {
    const unsaid = await renderChecklist('xccdf', both, options);
    expect(codes(unsaid)).toEqual(['stigs-left-out']);
    const one = await renderChecklist('xccdf', both, { ...options, stigIndex: 1 });
    expect(codes(one)).toEqual(['override-reason-unwritable']);
    expect(one.fileName).toBe('EDGE01_Second_V2R2_xccdf-results.xml');
    expect(one.text).not.toContain('259594');
  });
});

test('a severity override that a format has no word for is said', () => {
  const checklist = oneRule({ severityOverride: { severity: 'unknown', justification: 'Why.' } });
  expect(codes(toCkl(checklist, testTool))).toEqual(['override-unwritable']);
  expect(codes(toXccdf(checklist, testTool))).toEqual(['override-reason-unwritable']);
  expect(codes(toCklb(checklist, { strict: false }))).toEqual([]);
});

test('the statuses in the words of each format', () => {
  expect(statusNames).toEqual({
    not_a_finding: { ckl: 'NotAFinding', xccdf: 'pass' },
    open: { ckl: 'Open', xccdf: 'fail' },
    not_applicable: { ckl: 'Not_Applicable', xccdf: 'notapplicable' },
    not_reviewed: { ckl: 'Not_Reviewed', xccdf: 'notchecked' },
  });
});
