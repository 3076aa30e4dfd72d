import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/bytes/decode.js';
import { fromClixml } from '../../src/evidence/clixml/read.js';
import { unescapeClixml } from '../../src/evidence/clixml/value.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { testFolders } from './fixture-folders.js';

describe('CLIXML', () => testFolders('clixml', 'input.xml', fromClixml));

const document = (objects: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`;

describe('CLIXML, any content', () => {
  it('gives every text back that was escaped as PowerShell does it', () => {
    const escaped = (text: string): string =>
      text
        .replace(/_(?=x)/g, '_x005F_')
        .replace(/[^\x20-\x7e]/g, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0')}_`);
    const unit = fc.constantFrom('_', 'x', '0', '4', '1', 'D', '\r', '\n', 'é', '😀', '\u0000');
    const text = fc.array(unit).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (value) => void expect(unescapeClixml(escaped(value))).toBe(value)));
  });

  it('refuses what is cut off, wherever that is', () => {
    const text = document('<Obj RefId="0"><Props><S N="Name">A</S><B N="DomainSecureEnabled">true</B></Props></Obj>');
    expect(fromClixml(text, 'f').ok).toBe(true);
    for (let length = 0; length < text.length; length++) expect(fromClixml(text.slice(0, length), 'f').ok).toBe(false);
  });

  it('never throws', () => {
    const bits = fc.constantFrom(
      ...['<Obj RefId="0">', '<Obj N="A" RefId="1">', '</Obj>', '<Obj/>', '<TN RefId="0">', '</TN>', '<T>X</T>'],
      ...['<TNRef RefId="0"/>', '<Ref RefId="0"/>', '<Ref N="A" RefId="1"/>', '<Props>', '</Props>', '<MS>', '</MS>'],
      ...['<LST>', '</LST>', '<DCT>', '</DCT>', '<En>', '</En>', '<S N="Key">k</S>', '<B N="Value">true</B>', '<Nil/>'],
      ...['<ToString>t</ToString>', '<MS N="m">', '<Q/>', 'text', '<S S="Error">e</S>', '<BA N="Count">x</BA>'],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
        const read = fromClixml(document(parts.join('')), 'f');
        if (!read.ok) expect(read.diagnostics.map(({ effect }) => effect)).toEqual(['refuses']);
        else expect(read.diagnostics.every(({ effect }) => effect === 'withholds-pass')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the line, the connector and the property of what it doubts', () => {
    const text = document(
      '\n<Obj RefId="0"><Props><S N="Name">A</S></Props></Obj>' +
        '\n<Obj RefId="1"><Props>\n<B N="Enabled">true</B><S N="Name">R_x0026_D</S>\n<B N="ENABLED">false</B></Props></Obj>',
    );
    expect(fromClixml(text, 'some.xml').diagnostics).toMatchObject([
      {
        code: 'clixml-property-twice',
        place: { file: 'some.xml', line: 5, column: 1, connector: 'R&D', property: 'ENABLED' },
        args: { line: 4 },
      },
    ]);
  });

  it('takes time in proportion to the text, however often it refers', { timeout: 20_000 }, () => {
    const list = `<Obj RefId="0"><LST>${'<Obj><Props/></Obj>'.repeat(5000)}</LST></Obj>`;
    const chain = Array.from(
      { length: 5000 },
      (_, i) =>
        `<Obj RefId="${i + 1}"><Props>${'<Ref N="A" RefId="i"/>'.replace('i', String(i))}<Ref N="B" RefId="${i}"/></Props></Obj>`,
    ).join('');
    const again = fromClixml(document(`${list}${'<Ref RefId="0"/>'.repeat(5000)}`), 'f');
    expect(again.ok && again.value.length).toBe(5000);
    expect(fromClixml(document(`<Obj RefId="0"/>${chain}`), 'f').ok).toBe(true);
  });
});

const lacking = lacksShared('data/exports');

describe.skipIf(lacking)('CLIXML, real exports', () => {
  const read = (name: string) => {
    const decoded = decode(readFileSync(sharedFile(`data/exports/${name}`)), name);
    if (!decoded.ok) throw new Error(name);
    return fromClixml(decoded.value.text, name);
  };

  it('reads a send connector, with its references', () => {
    const reading = read('send-connector.clixml.xml');
    const record = reading.ok ? reading.value[0] : undefined;
    expect(reading).toMatchObject({ ok: true, diagnostics: [] });
    expect(reading.ok && reading.value).toHaveLength(1);
    expect(record?.typeNames[0]).toMatch(/\.SmtpSendConnectorConfig$/);
    const propertyOf = (name: string) => record?.properties.get(name)?.value;
    expect(propertyOf('domainsecureenabled')).toEqual({ kind: 'boolean', value: false });
    expect(propertyOf('tlsdomain')).toEqual({ kind: 'null' });
    expect(propertyOf('identity')).toMatchObject({ kind: 'object', text: 'Mail to O365' });
    expect(propertyOf('id')).toBe(propertyOf('identity'));
    expect(propertyOf('sourceipaddress')).toMatchObject({ kind: 'object', text: '0.0.0.0' });
    expect(propertyOf('serializationdata')).toEqual({ kind: 'withheld' });
    expect(propertyOf('psshowcomputername')).toEqual({ kind: 'boolean', value: false });
  });

  it('reads other exports too: what they are is told later', () => {
    for (const name of lacking ? [] : readdirSync(sharedFile('data/exports')).filter((file) => file.startsWith('not-')))
      expect(read(name)).toMatchObject({ ok: true, diagnostics: [] });
  });

  it('refuses values by what they are', () => {
    const { diagnostics } = read('utf16le-primitives.clixml.xml');
    expect(diagnostics).toMatchObject([{ code: 'clixml-no-objects', args: { element: 'S' } }]);
  });
});
