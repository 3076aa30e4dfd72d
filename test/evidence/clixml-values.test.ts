import { describe, expect, it } from 'vitest';
import { fromClixml } from '../../src/evidence/clixml/read.js';
import { isEscaped, primitives, unescapeClixml } from '../../src/evidence/clixml/value.js';
import type { ExportValue } from '../../src/model/export-record.js';

const document = (objects: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`;
const object = (inside: string): string => document(`<Obj RefId="0">${inside}</Obj>`);

describe('primitives', () => {
  const read = (name: string, text: string): ExportValue | undefined => primitives.get(name)?.read(text);
  const unreadable = (seen: string) => ({ kind: 'unreadable', reason: 'unreadable', seen });

  it.each(['By', 'SB', 'U16', 'I16', 'U32', 'I32', 'U64', 'I64', 'Sg', 'Db', 'D'])('%s is a number', (name) =>
    expect(read(name, ' 4\n')).toEqual({ kind: 'number', text: '4' }),
  );
  it.each(['0', '-12', '1.25', '12E+34', '-1.5E-10', 'NaN', 'INF', '-INF'])('%s is one', (text) =>
    expect(read('Db', text)).toEqual({ kind: 'number', text }),
  );
  it.each([
    '',
    'x',
    '4x',
    'x4',
    '.',
    '1e',
    'e5',
    '1x5',
    '--1',
    '1,5',
    '-NaN',
    '+1',
    '.5',
    '1.',
    '1e5',
    'xINF',
    'INFx',
    '1e5x',
    '.x',
    '1ex',
    '1e*5',
    '*5',
  ])('%j is none', (text) => expect(read('Db', text)).toEqual(unreadable(text)));

  it.each([
    ['65', 'A'],
    [' 10 ', '\n'],
    ['65535', '\uffff'],
    ['55357', '\ufffd'],
  ])('%j is the character %j', (text, character) => expect(read('C', text)).toEqual({ kind: 'text', text: character }));
  it.each(['65536', '000065', 'A', '6x', 'x6', '-1', ''])('%j is no character', (text) =>
    expect(read('C', text)).toEqual(unreadable(text)),
  );

  it('takes a text as it is, without its escapes', () => {
    for (const name of ['S', 'DT', 'TS', 'G', 'URI', 'Version', 'XD'])
      expect(read(name, ' a_x0041_ ')).toEqual({ kind: 'text', text: ' aA ' });
    expect(read('S', '')).toEqual({ kind: 'null' });
    expect(unescapeClixml('_xD83D__xDE00__xD83D_')).toBe('😀\ufffd');
  });

  it('reads a Boolean in any case and with space around it', () => {
    expect(read('B', '\t TRUE\r\n')).toEqual({ kind: 'boolean', value: true });
    expect(read('B', 'false')).toEqual({ kind: 'boolean', value: false });
    for (const text of ['', '1', 'tru', '$true', '\u00a0true']) expect(read('B', text)).toEqual(unreadable(text));
  });
});

describe('what PowerShell writes', () => {
  it.each([
    ['S', ['', 'a b', 'é', '_x000A_', '_xD83D__xDE00_', '_x005F_x0041_', '_x005F_X', '_y', 'x_', '<&>']],
    ['B', ['true', 'false']],
    ['C', ['0', '65535']],
    ['I32', ['0', '-12']],
    ['Db', ['1.5', '-1E+300', '1.5E-07', 'NaN', '-INF']],
    ['G', ['5d1f0f6a-8e1e-4a52-b3f5-0c6f1f0a1b01']],
    ['DT', ['2025-01-02T03:04:05', '2025-01-02T03:04:05.678Z', '0001-01-01T00:00:00', '2025-01-02T03:04:05.1+01:00']],
    ['TS', ['PT0S', 'PT10M', '-P1DT2H3M4.5S', 'P1D']],
    ['Version', ['1.2', '15.2.1118.7', '7.1.0-preview.1+x']],
    ['BA', ['', 'AQID', 'AQ==']],
    ['SBK', [' Get-Date ']],
    ['Nil', ['']],
  ])('%s: %j', (name, texts) => {
    for (const text of texts) expect(primitives.get(name)?.genuine.test(text), text).toBe(true);
  });

  it.each([
    ['S', ['a\nb', 'a\tb', '\u007f', '\u0085', '😀', '_x41_', '_xZZZZ_', '_X']],
    ['B', ['True', '1', '', ' true']],
    ['C', ['A', '000065', '']],
    ['I32', ['+1', '1.5', '', ' 1', '0x1']],
    ['Db', ['1,5', '1e5', '']],
    ['G', ['5D1F0F6A-8E1E-4A52-B3F5-0C6F1F0A1B01', '{5d1f0f6a-8e1e-4a52-b3f5-0c6f1f0a1b01}', '']],
    ['DT', ['2025-01-02', '02.01.2025 03:04:05', '']],
    ['TS', ['00:10:00', 'P', '']],
    ['Version', ['1', 'x', '']],
    ['BA', ['a b', '-']],
    ['Nil', [' ', 'x']],
  ])('and not %s: %j', (name, texts) => {
    for (const text of texts) expect(primitives.get(name)?.genuine.test(text), text).toBe(false);
  });

  it('is told in time that is in proportion to the text', { timeout: 20_000 }, () => {
    for (const part of ['a', '_', '_x', '_x0041', '_x0041_']) isEscaped(part.repeat(1_000_000));
  });
});

describe('a property in Props and in MS', () => {
  const both = (first: string, second: string) => {
    const read = fromClixml(object(`<Props>\n${first}</Props><MS>\n${second}</MS>`), 'f');
    const property = read.ok ? [...(read.value[0]?.properties ?? [])][0]?.[1] : undefined;
    return [read.diagnostics.map(({ code }) => code).join(), property?.place.line, property?.value.kind];
  };

  it('is a doubt, and has the value that both have', () => {
    expect(both('<S N="P">a</S>', '<S N="p">a</S>')).toEqual(['clixml-property-twice', 2, 'text']);
    expect(both('<BA N="P">AA==</BA>', '<BA N="P">AQ==</BA>')).toEqual(['clixml-property-twice', 2, 'withheld']);
    const object = '<Obj N="P" RefId="1"><ToString>x</ToString></Obj>';
    expect(both(object, '<Ref N="P" RefId="1"/>')).toEqual(['clixml-property-twice', 2, 'object']);
  });

  it('is unknown where they differ', () => {
    expect(both('<B N="P">true</B>', '<B N="P">false</B>')).toEqual(['clixml-property-twice', 2, 'unreadable']);
    expect(both('<B N="P">true</B>', '<S N="P">true</S>')).toEqual(['clixml-property-twice', 2, 'unreadable']);
  });
});

describe('the parts of an object', () => {
  it('may be shared by several', () => {
    const types = '<TN RefId="0"><T>X</T></TN>';
    const read = fromClixml(
      document(
        `<Obj RefId="0">${types}</Obj><Obj RefId="1"><TNRef RefId="0"/><ToString>x</ToString><I32>4</I32></Obj>`,
      ),
      'f',
    );
    expect(read).toMatchObject({ ok: true, diagnostics: [] });
    expect(read.ok && read.value.map(({ typeNames }) => typeNames)).toEqual([['X'], ['X']]);
  });

  it('are not kept of a secret, whatever they are', () => {
    const secret =
      '<Obj N="AuthenticationCredential" RefId="1"><TN RefId="1"><T>X</T></TN><ToString>hush</ToString><Props>' +
      '<S N="a">hush</S><Ref N="b" RefId="0"/><Obj N="c" RefId="2"><TNRef RefId="1"/><LST><S>hush</S></LST></Obj>' +
      '<Obj N="e" RefId="3"><DCT><En><S N="Key">hush</S><SS N="Value">aa</SS></En></DCT></Obj></Props></Obj>';
    const read = fromClixml(object(`<MS>${secret}</MS>`), 'f');
    expect(read).toMatchObject({ ok: true, diagnostics: [] });
    expect(read.ok && read.value[0]?.properties.get('authenticationcredential')?.value).toEqual({ kind: 'withheld' });
  });

  it('give a doubt the name of the connector that is read', () => {
    const connectorOf = (inside: string) => fromClixml(object(`${inside}x`), 'f').diagnostics[0]?.place.connector;
    expect(connectorOf('<Props><S N="FullName">f</S><S N="Name2">g</S><S N="NAME">a</S></Props>')).toBe('a');
    expect(connectorOf('<MS><S N="Name">b</S></MS>')).toBe('b');
    expect(connectorOf('<Props><S>x</S></Props><MS><S N="Name">b</S></MS>')).toBe('b');
  });
});
