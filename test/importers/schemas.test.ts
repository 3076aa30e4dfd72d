import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { sharedFile } from '../support/shared.js';
import { lacksProgram, run } from './programs.js';
import { conformance } from './written.js';

/** The first of these files that is there. */
const firstOf = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
const shared = (path: string): string => fileURLToPath(sharedFile(`data/schemas/${path}`));

const cklSchema = firstOf(shared('U_Checklist_Schema_V2-5.xsd'));
const cklbSchema = firstOf(shared('SV3_CKLB_1_0_JSON_SCHEMA.json'));
const installed = '/usr/share/openscap/schemas/xccdf/1.2';
const xccdfSchema = firstOf(shared('xccdf/1.2/xccdf_1.2.xsd'), `${installed}/xccdf_1.2.xsd`);
const schematron = firstOf(shared('xccdf/1.2/xccdf_1.2-schematron.xsl'), `${installed}/xccdf_1.2-schematron.xsl`);

const missing = (schema: string | undefined, name: string): string | undefined =>
  schema === undefined ? `the official ${name} schema is not there` : undefined;
const noXmllint = lacksProgram('xmllint', 'libxml2-utils');

const validates = (schema: string, file: string): void => {
  const { status, stderr } = run('xmllint', '--noout', '--nonet', '--schema', schema, file);
  expect(stderr).toBe(`${file} validates\n`);
  expect(status).toBe(0);
};

conformance('CKL XSD', missing(cklSchema, 'CKL 2.5') ?? noXmllint, (_, { ckl }) => validates(cklSchema ?? '', ckl));

conformance('XCCDF XSD', missing(xccdfSchema, 'XCCDF 1.2') ?? noXmllint, (_, { xccdf }) =>
  validates(xccdfSchema ?? '', xccdf),
);

/** The binding of a platform's name in which OpenSCAP is sure to validate; the schematron would like the other. */
const platformWarning =
  "Warning: The 'cpe:/' prefix (CPE URI binding) is allowed within an @idref attribute, but the CPE Formatted String binding is preferred. See the XCCDF 1.2.1 specification, Section 6.2.5.";

conformance('schematron', missing(schematron, 'XCCDF 1.2') ?? lacksProgram('xsltproc', 'xsltproc'), (_, { xccdf }) => {
  const { status, stdout } = run('xsltproc', '--nonet', schematron ?? '', xccdf);
  expect(stdout.replace(/^<\?xml.*\?>\n/, '').trim()).toBe(platformWarning);
  expect(status).toBe(0);
});

let validator: ValidateFunction | undefined;
const cklbErrors = (file: string): string[] => {
  if (validator === undefined) {
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    addFormats.default(ajv);
    validator = ajv.compile(JSON.parse(readFileSync(cklbSchema ?? '', 'utf8')));
  }
  validator(JSON.parse(readFileSync(file, 'utf8')));
  return (validator.errors ?? []).map((error) => `${error.instancePath} ${error.params['additionalProperty']}`).sort();
};

conformance('CKLB schema', missing(cklbSchema, 'CKLB 1.0'), (_, { cklb, strict }) => {
  expect(cklbErrors(strict)).toEqual([]);
  expect(cklbErrors(cklb)).toEqual(['/stigs/0 version', '/target_data classification']);
});
