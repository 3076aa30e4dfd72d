import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { openForFilling } from '../../src/checklist/open-for-filling.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseDocument } from '../../src/documents/parse-document.js';
import { readExport } from '../../src/evidence/read-export.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { parseXml } from '../../src/xml/parse.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { ckl, clixml, clixmlObject, group, powerShell, ruleResult, testResult, vuln, xccdf } from './inputs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ code }) => code);
const folder = temporaryFolder();

/** Every way by which XML comes in: what stands before the root, and a text in it, are the attacker's. */
const ways: Readonly<Record<string, (before: string, text: string) => Promise<readonly string[]>>> = {
  'an export': async (before, text) => codes(await readExport(bytes(before + clixml(clixmlObject(text))), 'f.xml')),
  'a checklist to validate': async (before, text) =>
    codes(parseDocument(bytes(ckl(vuln(1, { details: text }), { before })), 'f')),
  'a checklist to convert': async (before, text) =>
    codes(readChecklist(bytes(ckl(vuln(1, { details: text }), { before })), 'f')),
  'a checklist to fill in': async (before, text) =>
    codes(openForFilling(bytes(ckl(vuln(1, { details: text }), { before })), 'f')),
  'a result': async (before, text) =>
    codes(
      readChecklist(bytes(xccdf(`${group(1)}<notice id="n">${text}</notice>`, testResult(ruleResult(1)), before)), 'f'),
    ),
  'a benchmark': async (before, text) =>
    codes(await readBenchmark(bytes(xccdf(`<notice id="n">${text}</notice>${group(1)}`, '', before)), 'f')),
};

const secret = join(folder, 'secret.txt');
const evaluateStdin = ['evaluate', '-', '--host', 'EDGE01', '--out-dir', join(folder, 'out'), '--force'];
writeFileSync(secret, 'the-content-of-another-file');

const doctypes: Readonly<Record<string, readonly [before: string, text: string]>> = {
  'a file as an entity (XXE)': [`<!DOCTYPE r [<!ENTITY x SYSTEM "file://${secret}">]>`, '&x;'],
  'an address as an entity': ['<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', '&x;'],
  'a parameter entity': [`<!DOCTYPE r [<!ENTITY % x SYSTEM "file://${secret}"> %x;]>`, 'x'],
  'an external DTD': ['<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">', 'x'],
  'a public DTD': ['<!DOCTYPE r PUBLIC "-//X//Y//EN" "http://127.0.0.1:9/x.dtd">', 'x'],
  'an entity bomb': [
    `<!DOCTYPE r [<!ENTITY a0 "lol">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]>`,
    '&a30;',
  ],
  'a quadratic entity bomb': [`<!DOCTYPE r [<!ENTITY a "${'a'.repeat(100_000)}">]>`, '&a;'.repeat(100_000)],
  'an attribute default': ['<!DOCTYPE r [<!ATTLIST S N CDATA "TlsDomain">]>', 'x'],
  'a DOCTYPE in small letters': ['<!doctype r [<!ENTITY a "b">]>', '&a;'],
};

describe.each(Object.entries(ways))('%s', (_, read) => {
  it.each(Object.entries(doctypes))('with %s is refused for its DOCTYPE', async (_name, [before, text]) => {
    expect(await read(before, text)).toEqual(['xml-doctype']);
  });

  it('with an entity that nobody declared is refused', async () => {
    expect(await read('', '&x;')).toEqual(['xml-unknown-reference']);
  });

  it('with a million references to characters is read, and is the same as with the characters', async () => {
    expect(await read('', '&#65;'.repeat(1_000_000))).toEqual(await read('', 'A'.repeat(1_000_000)));
  });

  it('with 300,000 comments is not slow', async () => {
    expect((await read('', '<!---->'.repeat(300_000))).filter((code) => code.startsWith('xml-'))).toEqual([]);
  });

  it('with a text of five million characters on one line is read', async () => {
    expect(await read('', 'x'.repeat(5_000_000))).toEqual(await read('', 'x'));
  });

  it.each(['a', 'S', 'VULN', 'Group'])('with 200,000 levels of <%s> is refused', async (name) => {
    const nested = `<${name}>`.repeat(200_000) + `</${name}>`.repeat(200_000);
    expect(await read('', nested)).toEqual(['xml-too-deep']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with an element <%s> is refused', async (name) => {
    expect(await read('', `<${name}>x</${name}>`)).toEqual(['xml-reserved-name']);
  });

  it('with attributes named like what every object has is no different from any other', async () => {
    const attributes = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
    const read2 = await read('', `<a ${attributes.map((name) => `${name}="x"`).join(' ')}/>`);
    expect(read2).toEqual(await read('', `<a ${attributes.map((_name, i) => `a${i}="x"`).join(' ')}/>`));
  });

  it('with more elements than the limit is refused', async () => {
    expect(await read('', '<a/>'.repeat(1_000_001))).toEqual(['too-many-items']);
  });
});

it('takes attributes named like what every object has for attributes', () => {
  const read = parseXml('<a __proto__="1" constructor="2" toString="3"/>', 'f');
  expect(read.ok && read.value.attributes.map(({ name, value }) => [name, value])).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
    ['toString', '3'],
  ]);
  expect(Object.prototype).not.toHaveProperty('1');
});

it('takes properties of an export named like what every object has for properties', async () => {
  const more = ['__proto__', 'constructor', 'hasOwnProperty'].map((name) => `<S N="${name}">true</S>`).join('');
  const read = await readExport(bytes(clixml(clixmlObject('x', more))), 'f.xml');
  expect(read.ok && read.value.connectors).toHaveLength(1);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('reads no other file and asks no server: neither is in what the commands say', async () => {
  const path = join(folder, 'xxe.xml');
  const [before, text] = doctypes['a file as an entity (XXE)'] ?? ['', ''];
  writeFileSync(path, before + clixml(clixmlObject(text)));
  for (const command of ['inspect', 'evaluate', 'validate']) {
    const ran = await runCommand([command, path]);
    expect(ran.code).toBe(3);
    expect(ran.stdout + ran.stderr).not.toContain('the-content-of-another-file');
  }
});

describe('documents that cost more than they weigh', () => {
  const parse = (text: string) => codes(parseXml(text, 'f'));
  const many = (count: number, make: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join('');

  it('has many namespaces, and elements that each declare one more', () => {
    const declared = many(20_000, (i) => ` xmlns:p${i}="u${i}"`);
    expect(parse(`<r${declared}>${many(100_000, (i) => `<p${i % 20_000}:a xmlns:q="z"/>`)}</r>`)).toEqual([]);
  });

  it('has 300,000 attributes in one tag', () => {
    expect(parse(`<r ${many(300_000, (i) => `a${i}="" `)}/>`)).toEqual([]);
  });

  it('has a tag of thirty million blanks', async () => {
    const text = `<CHECKLIST${' '.repeat(30_000_000)}></CHECKLIST>`;
    expect((await runCommand(['validate', '-', '--json'], { stdin: text })).code).toBe(1);
  });

  it('has a name of ten million letters', () => {
    expect(parse(`<${'a'.repeat(10_000_000)}/>`)).toEqual([]);
  });

  it('has 200,000 objects that refer to one', async () => {
    const refs = '<Ref RefId="0"/>'.repeat(200_000);
    const read = await readExport(
      bytes(`<Objs Version="1.1.0.1" xmlns="${powerShell}">${clixmlObject('x')}${refs}</Objs>`),
      'f',
    );
    expect(read.ok && read.value.connectors).toHaveLength(200_001);
  });

  it.each([
    ['lists', '<LST><S>x</S>', '<LST><Ref RefId="#"/>', '</LST>'],
    ['objects', '<Props><S N="x">x</S>', '<Props><Ref N="x" RefId="#"/>', '</Props>'],
  ])('has 20,000 levels of %s by reference, where no element is deep', async (_, innermost, outer, end) => {
    const inside = (i: number) => (i === 0 ? innermost : outer.replace('#', `${99 + i}`));
    const levels = many(20_000, (i) => `<Obj N="a${i}" RefId="${100 + i}">${inside(i)}${end}</Obj>`);
    const more = `${levels}<Ref N="SmartHosts" RefId="20099"/><Ref N="Identity" RefId="20099"/>`;
    for (const args of [['inspect', '-'], ['inspect', '-', '--json'], evaluateStdin])
      expect((await runCommand(args, { stdin: clixml(clixmlObject('x', more)) })).code, args.join(' ')).toBe(0);
  });

  it('has lists in lists that refer to one another, which would be a billion members written out', async () => {
    const lists = many(
      30,
      (i) =>
        `<Obj N="a${i}" RefId="${100 + i}"><LST>${i === 0 ? '<S>x</S>' : `<Ref RefId="${99 + i}"/><Ref RefId="${99 + i}"/>`}</LST></Obj>`,
    );
    const smart = '<Obj N="SmartHosts" RefId="99"><LST><Ref RefId="129"/></LST></Obj>';
    const read = await readExport(bytes(clixml(clixmlObject('x', lists + smart))), 'f');
    expect(read.ok && read.value.connectors[0]?.smartHosts.state).toBe('unknown');
  });
});
