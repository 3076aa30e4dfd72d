import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../support/command.js';
import { loadHdf } from '../support/hdf.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { really } from '../support/stig-manager.js';
import { lacksProgram, run } from './programs.js';

const benchmark = 'data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml';
const schema = (path: string): string => fileURLToPath(sharedFile(`data/schemas/${path}`));
const hdf = loadHdf();

/** A whole STIG: one rule judged, sixty-seven that nobody has looked at. */
describe.skipIf(lacksShared(benchmark))('a checklist with all rules of the benchmark', () => {
  const out = mkdtempSync(join(tmpdir(), 'exchange-stig-benchmark-'));
  const path = (ending: string): string => join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? ending);

  beforeAll(() => {
    const exported = ['evaluate', 'samples/edge/send-connectors.csv', '--host', 'EDGE01', '--out-dir', out];
    const { status, stderr } = command([...exported, '--benchmark', fileURLToPath(sharedFile(benchmark))]);
    expect(stderr).not.toMatch(/^(error|warning)/m);
    expect(status).toBe(1);
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test.skipIf(lacksProgram('xmllint', 'libxml2-utils'))('is valid by the official XSDs', () => {
    for (const [xsd, file] of [
      ['U_Checklist_Schema_V2-5.xsd', path('.ckl')],
      ['xccdf/1.2/xccdf_1.2.xsd', path('.xml')],
    ] as const)
      expect(run('xmllint', '--noout', '--nonet', '--schema', schema(xsd), file).status).toBe(0);
  });

  test.skipIf(lacksProgram('oscap', 'openscap-scanner'))('is valid for OpenSCAP, which shows every rule', () => {
    expect(run('oscap', 'xccdf', 'validate', path('.xml')).status).toBe(0);
    const report = run('oscap', 'xccdf', 'generate', 'report', path('.xml')).stdout;
    expect(new Set(report.match(/SV-2\d{5}r\d+_rule/g)).size).toBe(68);
  });

  test.each(['ckl', 'cklb', 'xccdf'] as const)(
    'STIG Manager takes the judged rule of the %s and passes over the others',
    (format) => {
      const read = really(format, readFileSync(path(format === 'xccdf' ? '.xml' : `.${format}`), 'utf8'));
      expect(read).toMatchObject({ refused: false, host: 'EDGE01' });
      const reviews = read.checklists.flatMap((checklist) => checklist.reviews);
      expect(reviews.map(({ ruleId, result }) => [ruleId, result])).toEqual([['SV-259594r1043178_rule', 'fail']]);
    },
  );

  test.skipIf(hdf === undefined).each(['ckl', 'xccdf'] as const)('MITRE tools show all rules of the %s', (format) => {
    const file = path(format === 'xccdf' ? '.xml' : '.ckl');
    const shown = hdf?.(format, readFileSync(file, 'utf8'), file);
    if (shown?.refused !== undefined || shown === undefined) throw new Error(shown?.refused);
    expect(shown.controls).toHaveLength(68);
    expect(shown.controls.filter(({ status }) => status === 'Failed').map(({ id }) => id)).toHaveLength(1);
    expect(shown.controls.filter(({ status }) => status === 'Not Reviewed')).toHaveLength(67);
  });
});
