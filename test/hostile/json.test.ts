import { describe, expect, it } from 'vitest';
import { openForFilling } from '../../src/checklist/open-for-filling.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseDocument } from '../../src/documents/parse-document.js';
import { readExport } from '../../src/evidence/read-export.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { runCommand } from '../support/run.js';
import { cklb, json } from './inputs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ code }) => code);

/** Every way by which JSON comes in, with a value of the attacker's in it. */
const ways: Readonly<Record<string, (value: string) => Promise<readonly string[]>>> = {
  'an export': async (value) => codes(await readExport(bytes(json('x').replace('{', `{"More":${value},`)), 'f')),
  'a checklist to validate': async (value) => codes(parseDocument(bytes(cklb('{}', `"more":${value},`)), 'f')),
  'a checklist to convert': async (value) => codes(readChecklist(bytes(cklb('{}', `"more":${value},`)), 'f')),
  'a checklist to fill in': async (value) => codes(openForFilling(bytes(cklb('{}', `"more":${value},`)), 'f')),
};

describe.each(Object.entries(ways))('%s', (_, read) => {
  it('with 200,000 lists in one another is refused', async () => {
    expect(await read('['.repeat(200_000) + ']'.repeat(200_000))).toEqual(['json-too-deep']);
  });

  it('with 200,000 objects in one another is refused', async () => {
    expect(await read(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)).toEqual(['json-too-deep']);
  });

  it('with 200,000 brackets and no end is refused', async () => {
    expect(await read('['.repeat(200_000))).toEqual(['json-too-deep']);
  });

  it('with a million values is refused', async () => {
    expect(await read(`[${'0,'.repeat(1_000_000)}0]`)).toEqual(['too-many-items']);
  });

  it('with a string of twenty million characters is read', async () => {
    expect(await read(`"${'x'.repeat(20_000_000)}"`)).not.toContain('json-syntax');
  });

  it('with a string of a million escapes is read', async () => {
    expect(await read(`"${'\\u0041'.repeat(1_000_000)}"`)).not.toContain('json-syntax');
  });

  it('with a number of a million digits is read', async () => {
    expect(await read('9'.repeat(1_000_000))).not.toContain('json-syntax');
  });
});

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];

it('takes the keys of an export for keys, whatever every object has under their names', async () => {
  const more = inherited.map((name) => `"${name}":{"polluted":true,"DomainSecureEnabled":false},`).join('');
  const read = await readExport(bytes(json('x').replace('{', `{${more}`)), 'f');
  expect(read.ok && read.value.connectors[0]?.domainSecureEnabled).toEqual({ state: 'known', value: true });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('does not take what every object has for a value of the export', async () => {
  const read = await readExport(bytes('{"Name":"x","__proto__":{"DomainSecureEnabled":true},"SmartHosts":null}'), 'f');
  expect(read.ok && read.value.connectors[0]?.domainSecureEnabled).toEqual({ state: 'unknown', reason: 'absent' });
});

it('takes the columns of a CSV for columns, whatever every object has under their names', async () => {
  const text = `Name,DomainSecureEnabled,${inherited.join(',')}\r\nx,True,${inherited.map(() => 'False').join(',')}\r\n`;
  const read = await readExport(bytes(text), 'f');
  expect(read.ok && read.value.connectors[0]?.domainSecureEnabled).toEqual({ state: 'known', value: true });
});

it.each(inherited)('takes "%s" in a checklist for a property that the format does not have', async (name) => {
  const text = cklb(
    `{"${name}":{"status":"not_a_finding"},"group_id":"V-1","rule_id_src":"SV-1r1_rule","status":"open"}`,
  );
  const ran = await runCommand(['convert', '-', '--to', 'ckl', '--json', '--out', '/dev/full'], { stdin: text });
  const read = readChecklist(bytes(text), 'f');
  expect(read.ok && read.value.checklist.stigs[0]?.reviews.map(({ status }) => status)).toEqual(['open']);
  expect(ran.code).toBe(3);
  expect(codes(parseDocument(bytes(text), 'f'))).toEqual([]);
  expect((await runCommand(['validate', '-'], { stdin: text })).stdout).toContain(`CKLB has no property "${name}"`);
});

it.each(inherited)('takes a status "%s" for none', async (name) => {
  const read = readChecklist(bytes(cklb(`{"group_id":"V-1","rule_id_src":"SV-1r1_rule","status":"${name}"}`)), 'f');
  expect(read.ok && read.value.checklist.stigs[0]?.reviews[0]?.status).toBe('not_reviewed');
});

it.each(inherited)('takes a TlsAuthLevel "%s" for none', async (name) => {
  const read = await readExport(bytes(json('x').replace('"DomainValidation"', `"${name}"`)), 'f');
  expect(read.ok && read.value.connectors[0]?.tlsAuthLevel.state).toBe('unknown');
});
