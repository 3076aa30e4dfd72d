import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const stem = join(folder, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2');
const assessor = 'R. "Lee" O\u2019Hara';
const sample = 'samples/edge/send-connectors.csv';

test('evaluate --assessor is in the details, the result, the spreadsheet and the report, and convert keeps it', async () => {
  const args = [sample, '--host', 'EDGE01', '--format', 'ckl,xccdf,csv,html', '--out-dir', folder, '--quiet'];
  expect((await runCommand(['evaluate', ...args, '--assessor', `  ${assessor} `])).code).toBe(1);
  const [ckl = '', xccdf = '', csv = '', html = ''] = ['.ckl', '_xccdf-results.xml', '.csv', '.html'].map((ending) =>
    readFileSync(stem + ending, 'utf8'),
  );
  expect(ckl).toContain('Assessor: R. "Lee" O');
  expect(xccdf).toContain(`privileged="false">${assessor}</cdf:identity>`);
  expect(html).toContain('Assessor');
  expect(csv.trimEnd().endsWith(`"${assessor.replaceAll('"', '""')}"`)).toBe(true);
  const read = readChecklist(Buffer.from(xccdf), 'result.xml');
  expect(read.ok && read.value.checklist.assessor).toBe(assessor);
  const converted = await runCommand(['convert', `${stem}_xccdf-results.xml`, '--to', 'csv', '--quiet']);
  expect(converted.stdout).toContain(assessor.replaceAll('"', '""'));
  const toCkl = await runCommand(['convert', `${stem}_xccdf-results.xml`, '--to', 'ckl', '--verbose']);
  expect(toCkl.stderr).toContain('assessor');
});

test('the account of a scan is no assessor, and neither is our own name', () => {
  const result = (system: string, identity: string) =>
    readChecklist(
      Buffer.from(
        `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_x_testresult_r" end-time="2026-01-31T12:00:00Z" test-system="${system}"><benchmark href="x" id="xccdf_x_benchmark_B"/><identity authenticated="false" privileged="false">${identity}</identity><target>EDGE01</target><rule-result idref="xccdf_x_rule_R"><result>fail</result></rule-result></TestResult>`,
      ),
      'result.xml',
    );
  const assessorIn = (system: string, identity: string) => {
    const read = result(system, identity);
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    return read.value.checklist.assessor;
  };
  const own = 'cpe:/a:exchange-stig:exchange-stig:0.1.0';
  expect(assessorIn('cpe:/a:redhat:openscap:1.3.7', 'root')).toBeUndefined();
  expect(assessorIn(own, 'exchange-stig')).toBeUndefined();
  expect(assessorIn(own, 'J. Doe')).toBe('J. Doe');
});

test.each(['', ' ', 'x'.repeat(256)])('evaluate --assessor %j is refused', async (name) => {
  const { code, stderr } = await runCommand(['evaluate', sample, '--host', 'EDGE01', '--assessor', name]);
  expect([code, stderr]).toEqual([3, expect.stringContaining('--assessor')]);
});
