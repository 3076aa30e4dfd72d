import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { checklists, inventedRule, oneRule, testTool } from '../support/checklists.js';
import { xsdValidator } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const cklSchema = 'data/schemas/U_Checklist_Schema_V2-5.xsd';
const xccdfSchema = 'data/schemas/xccdf/1.2/xccdf_1.2.xsd';
const cklbSchema = 'data/schemas/SV3_CKLB_1_0_JSON_SCHEMA.json';

/** What a checklist that was read from a sparse file lacks. */
const sparse = oneRule(
  { severityOverride: { severity: 'unknown', justification: 'x' } },
  { marking: '', fqdn: '', techArea: '' },
  {
    ...builtInBenchmark('V1R1'),
    id: 'Invented_STIG',
    statusDate: '',
    noticeId: '',
    referenceHref: '',
    rules: [inventedRule(5, { fixId: '', checkSystem: '', weight: '', ccis: [], severity: 'unknown' })],
  },
);
const cases = Object.entries({ ...checklists, sparse });

describe.skipIf(lacksShared(cklSchema))('CKL by the official schema', () => {
  let validate: (text: string) => void;
  beforeAll(() => {
    validate = xsdValidator(sharedFile(cklSchema));
  });

  test.each(cases)('%s', (_, checklist) => {
    const { text } = toCkl(checklist, testTool);
    expect(() => validate(text)).not.toThrow();
    expect(text).not.toMatch(/<!\[CDATA\[|\r|^\ufeff|\/>/);
  });

  test('the schema is really asked', () => {
    const { text } = toCkl(oneRule(), testTool);
    expect(() => validate(text.replace('<ROLE>None</ROLE>', '<ROLE></ROLE>'))).toThrow();
  });
});

describe.skipIf(lacksShared(xccdfSchema))('XCCDF results by the official schema', () => {
  let validate: (text: string) => void;
  beforeAll(() => {
    validate = xsdValidator(sharedFile(xccdfSchema));
  });

  test.each(cases)('%s', (_, checklist) => {
    const { text } = toXccdf(checklist, testTool);
    expect(() => validate(text)).not.toThrow();
    expect(text).not.toMatch(/<!\[CDATA\[|\r|^\ufeff|<[A-Za-z]+[ />]/);
  });

  test('the schema is really asked', () => {
    const { text } = toXccdf(oneRule(), testTool);
    expect(() => validate(text.replace('>notchecked<', '>unchecked<'))).toThrow();
  });
});

describe.skipIf(lacksShared(cklbSchema))('CKLB by the official schema', () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    addFormats.default(ajv);
    validate = ajv.compile(JSON.parse(readFileSync(sharedFile(cklbSchema), 'utf8')));
  });

  test.each(cases)('%s', (_, checklist) => {
    validate(JSON.parse(toCklb(checklist, { strict: true }).text));
    expect(validate.errors).toBeNull();
    validate(JSON.parse(toCklb(checklist, { strict: false }).text));
    const excess = validate.errors?.map((error) => `${error.instancePath} ${error.params['additionalProperty']}`);
    expect(excess?.sort()).toEqual(['/stigs/0 version', '/target_data classification']);
  });
});

const hasOscap = spawnSync('oscap', ['--version']).status === 0;
if (!hasOscap) console.warn('skipped: oscap (Debian: openscap-scanner) is not installed');

describe.skipIf(!hasOscap)('XCCDF results by OpenSCAP, schematron included', () => {
  test.each(cases)('%s', (_, checklist) => {
    const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-'));
    try {
      const path = join(folder, 'results.xml');
      writeFileSync(path, toXccdf(checklist, testTool).text);
      expect(() => execFileSync('oscap', ['xccdf', 'validate', path], { stdio: 'pipe' })).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
