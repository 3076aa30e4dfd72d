import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { command } from '../support/command.js';

const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/inspect.schema.json', 'utf8')),
);
const inspect = (...args: string[]) => {
  const { status, stdout } = command(['inspect', '--json', ...args]);
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return { status, document };
};

describe('inspect', () => {
  it('shows the connectors as they were read', () => {
    const { status, stdout } = command(['inspect', 'samples/edge/send-connectors.csv']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^DomainSecureEnabled +True$/m);
    expect(stdout).toMatch(/^SmartHosts +\(unknown: exported as a type name/m);
  });

  it('has a described JSON document', () => {
    const { status, document } = inspect('samples/edge/send-connectors.csv');
    expect(status).toBe(0);
    expect(document.connectors).toHaveLength(3);
    expect(document.connectors[2].properties.TlsAuthLevel).toEqual({ state: 'known', value: 'DomainValidation' });
  });

  it('shows what it can and exits 3 where a file is refused', () => {
    const { status, document } = inspect('samples/edge/send-connectors.csv', 'README.md', 'nowhere.csv');
    expect(status).toBe(3);
    expect(document.connectors).toHaveLength(3);
    expect(document.diagnostics.map((d: { code: string }) => d.code)).toEqual(
      expect.arrayContaining(['format-unrecognised', 'file-missing']),
    );
  });

  it('shows the same facts for the same server in every format', () => {
    const facts = (name: string) =>
      inspect(`samples/edge/${name}`).document.connectors.map((c: { properties: Record<string, unknown> }) => {
        // The plain CSV flattens collections; all else must be the same.
        const { SmartHosts, AddressSpaces, ...rest } = c.properties;
        return rest;
      });
    const clixml = facts('send-connectors.clixml.xml');
    expect(clixml).toHaveLength(3);
    expect(facts('send-connectors.csv')).toEqual(clixml);
    expect(facts('send-connectors.json')).toEqual(clixml);
    expect(facts('send-connectors.list.txt')).toEqual(clixml);
  });
});
