import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';

const folder = temporaryFolder();
const artifacts = 'samples/edge/artifacts';
const ckl = readFileSync(join(artifacts, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl'), 'utf8');
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const validateDocument = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/validate.schema.json', 'utf8')),
);
const validate = (...args: string[]) => {
  const { status, stdout } = command(['validate', '--json', ...args]);
  const document = JSON.parse(stdout);
  expect(validateDocument(document), JSON.stringify(validateDocument.errors)).toBe(true);
  const codes: string[] = document.files.flatMap((f: { diagnostics: { code: string }[] }) =>
    f.diagnostics.map((d) => d.code),
  );
  return { status, document, codes };
};

describe('validate', () => {
  it('finds no problems in what evaluate writes', () => {
    const written = readdirSync(artifacts).filter((name) => !name.endsWith('.html'));
    const { status, document } = validate(...written.map((name) => join(artifacts, name)));
    expect(status).toBe(0);
    expect(document.files.map((f: { format: string }) => f.format).sort()).toEqual(['ckl', 'cklb', 'xccdf']);
    for (const file of document.files) expect(file.counts).toMatchObject({ error: 0, warning: 0 });
  });

  it('names the importer that drops a rule, with line and remedy, and exits 1', () => {
    const file = write('status.ckl', ckl.replace('<STATUS>Open</STATUS>', '<STATUS>open</STATUS>'));
    const { status, codes } = validate(file);
    expect(status).toBe(1);
    expect(codes).toEqual(expect.arrayContaining(['xml-value-invalid', 'stig-manager-drops-status']));
    const { stdout } = command(['validate', file]);
    expect(stdout).toMatch(/^error: \S+status\.ckl:\d+:\d+: V-259594 STATUS: STIG Manager silently drops .*"open"/m);
    expect(stdout).toMatch(/status\.ckl: CKL, \d+ errors?/);
  });

  it('tells only what one importer does where that is asked', () => {
    const file = write('fqdn.ckl', ckl.replace('<HOST_FQDN>edge01.example.mil', '<HOST_FQDN>EDGE01'));
    expect(validate(file, '--importer', 'mitre')).toMatchObject({ status: 1, codes: ['mitre-fqdn'] });
    expect(validate(file, '--importer', 'stig-manager').status).toBe(0);
    expect(command(['validate', file, '--importer', 'vulnerator']).status).toBe(3);
  });

  it.each([
    ['openscap', 'ckl'],
    ['openscap', 'cklb'],
    ['mitre', 'cklb'],
  ])('vouches for nothing where %s was asked for and does not read a %s', (importer, format) => {
    const name = readdirSync(artifacts).find((file) => file.endsWith(`.${format}`)) ?? '';
    const { status, document, codes } = validate(join(artifacts, name), '--importer', importer);
    expect({ status, codes }).toEqual({ status: 1, codes: ['importer-does-not-read'] });
    expect(document.files[0]).toMatchObject({ notReadBy: [importer], diagnostics: [{ importer }] });
    const { stdout } = command(['validate', join(artifacts, name), '--importer', importer]);
    expect(stdout).toContain(`cannot read ${format.toUpperCase()}, so nothing was checked`);
    expect(stdout).not.toContain('no problems found');
  });

  it('says once in a run which importers read none of its formats, where none was asked for', () => {
    const files = readdirSync(artifacts).filter((name) => !name.endsWith('.html'));
    const { status, stdout } = command(['validate', ...files.map((name) => join(artifacts, name))]);
    expect(status).toBe(0);
    expect(stdout.match(/importers-do-not-read/g)).toHaveLength(1);
    expect(stdout).toMatch(/^note: .*OpenSCAP can read XCCDF, not CKL or CKLB/m);
    const { document } = validate(...files.map((name) => join(artifacts, name)));
    const notRead = document.files.map((f: { format: string; notReadBy: string[] }) => [f.format, f.notReadBy]);
    expect(Object.fromEntries(notRead)).toEqual({ ckl: ['openscap'], cklb: ['mitre', 'openscap'], xccdf: [] });
  });

  it('exits 1 for a warning with --fail-on-warning', () => {
    const file = write('warned.ckl', ckl.replace('<COMMENTS></COMMENTS>', '<COMMENTS>&amp;amp;</COMMENTS>'));
    expect(validate(file)).toMatchObject({ status: 0, codes: ['stig-manager-decodes-twice'] });
    expect(validate(file, '--fail-on-warning').status).toBe(1);
  });

  it('exits 3 where a file cannot be read, and still says what is wrong with the others', () => {
    const cut = write('cut.ckl', ckl.slice(0, 5000));
    const { status, document, codes } = validate(cut, join(artifacts, readdirSync(artifacts)[0] ?? ''), 'nowhere.ckl');
    expect(status).toBe(3);
    expect(document.files.map((f: { format: string | null }) => f.format)).toEqual([null, 'ckl', null]);
    expect(codes).toEqual(expect.arrayContaining(['xml-truncated', 'file-missing']));
  });

  it('refuses an export by name', () => {
    expect(validate('samples/edge/send-connectors.csv')).toMatchObject({ status: 3 });
    expect(validate('samples/edge/send-connectors.clixml.xml').codes).toEqual(['document-is-export']);
  });
});
