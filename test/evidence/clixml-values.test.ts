import { describe, expect, it } from 'vitest';
import { fromClixml } from '../../src/evidence/clixml/read.js';
import { primitives, unescapeClixml } from '../../src/evidence/clixml/value.js';
import type { ExportValue } from '../../src/model/export-record.js';

const document = (objects: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`;
const object = (inside: string): string => document(`<Obj RefId="0">${inside}</Obj>`);
const codesOf = (text: string) => fromClixml(text, 'f').diagnostics.map(({ code }) => code);

describe('primitives', () => {
  const read = (name: string, text: string): ExportValue | undefined => primitives.get(name)?.(text);
  const unreadable = (seen: string) => ({ kind: 'unreadable', reason: 'unreadable', seen });

  it.each(['By', 'SB', 'U16', 'I16', 'U32', 'I32', 'U64', 'I64', 'Sg', 'Db', 'D'])('%s is a number', (name) =>
    expect(read(name, ' 4\n')).toEqual({ kind: 'number', text: '4' }),
  );
  it.each(['0', '-12', '+12', '1.', '1.25', '.5', '-.25', '1e5', '12E+34', '1.5e-10', 'NaN', 'INF', '-INF', '+INF'])(
    '%s is one',
    (text) => expect(read('Db', text)).toEqual({ kind: 'number', text }),
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

describe('an object in Props and in MS', () => {
  const both = (first: string, second: string) => codesOf(object(`<Props>${first}</Props><MS>${second}</MS>`));

  it.each([
    ['<S N="P">a</S>', '<S N="p">a</S>'],
    ['<I32 N="P">4</I32>', '<I64 N="P">4</I64>'],
    ['<B N="P">true</B>', '<B N="P">True</B>'],
    ['<Nil N="P"/>', '<S N="P"></S>'],
    ['<BA N="P">x</BA>', '<BA N="P">y</BA>'],
    ['<S N="AuthenticationCredential">a</S>', '<S N="AuthenticationCredential">b</S>'],
    ['<Obj N="P" RefId="1"><ToString>x</ToString></Obj>', '<Ref N="P" RefId="1"/>'],
  ])('agrees: %s %s', (first, second) => expect(both(first, second)).toEqual([]));

  it.each([
    ['<S N="P">a</S>', '<S N="p">b</S>'],
    ['<S N="P">4</S>', '<I32 N="P">4</I32>'],
    ['<I32 N="P">4</I32>', '<S N="P">4</S>'],
    ['<I32 N="P">4</I32>', '<I32 N="P">2</I32>'],
    ['<B N="P">true</B>', '<B N="P">false</B>'],
    ['<B N="P">true</B>', '<S N="P">true</S>'],
    ['<S N="P">true</S>', '<B N="P">true</B>'],
    ['<Nil N="P"/>', '<S N="P">a</S>'],
    ['<S N="P">a</S>', '<Nil N="P"/>'],
    ['<Nil N="P"/>', '<BA N="P">x</BA>'],
    ['<BA N="P">x</BA>', '<Nil N="P"/>'],
    ['<B N="P">x</B>', '<B N="P">x</B>'],
    ['<Obj N="P" RefId="1"/>', '<Obj N="P" RefId="2"/>'],
  ])('does not: %s %s', (first, second) => expect(both(first, second)).toEqual(['clixml-property-twice']));

  it('has its properties where they come first', () => {
    const read = fromClixml(object('<Props>\n<S N="P">a</S></Props><MS>\n<S N="p">a</S></MS>'), 'f');
    expect(read.ok && read.value[0]?.properties.get('p')).toMatchObject({ name: 'P', place: { line: 2 } });
  });
});

describe('the parts of an object', () => {
  it.each([
    ['<TN RefId="0"><T>X</T></TN><TNRef RefId="0"/>', ['clixml-structure']],
    ['<TN RefId="0"><T>X</T></TN><ToString>x</ToString><I32>4</I32>', []],
    ['<DCT><S/></DCT>', ['clixml-unknown-element']],
    ['<DCT><En><S N="Key">k</S><S N="Key">l</S></En></DCT>', ['clixml-structure']],
    ['<DCT><En><S N="Value">k</S><S N="Value">l</S></En></DCT>', ['clixml-structure']],
    ['<DCT><En><S N="Key">k</S><S N="Value">l</S><S N="Value">m</S></En></DCT>', ['clixml-structure']],
    ['<DCT><En><S>k</S><S N="Value">l</S></En></DCT>', ['clixml-structure']],
    ['<DCT><En><S N="Key">k</S></En></DCT>', ['clixml-structure']],
    ['<DCT><En><S N="Key">k</S><S N="Value">l</S></En></DCT>', []],
    ['<MS><Obj N="x"><I32>4</I32><MS><I32 N="Count">2</I32></MS></Obj></MS>', []],
    ['<MS><Obj N="x"><I32>4</I32><TNRef RefId="9"/></Obj></MS>', ['clixml-reference']],
  ])('%s: %j', (parts, codes) => expect(codesOf(object(parts))).toEqual(codes));

  it('may be shared by several', () => {
    const types = '<TN RefId="0"><T>X</T></TN>';
    const read = fromClixml(
      document(`<Obj>${types}</Obj><Obj><TNRef RefId="0"/><ToString>x</ToString><I32>4</I32></Obj>`),
      'f',
    );
    expect(read.ok && read.value.map(({ typeNames }) => typeNames)).toEqual([['X'], ['X']]);
  });

  it('are not read within a secret, whatever they are', () => {
    const secret =
      '<Obj N="AuthenticationCredential" RefId="1"><TN RefId="1"><T>X</T></TN><ToString>hush</ToString><Props>' +
      '<S N="a">hush</S><Ref N="b" RefId="9"/><Obj N="c"><TNRef RefId="9"/><LST><IE/><STK/><QUE/></LST></Obj>' +
      '<MS N="d"/><Obj N="e"><DCT><En><S N="Key">hush</S><SS N="Value">hush</SS></En></DCT></Obj></Props></Obj>';
    const read = fromClixml(object(`<MS>${secret}</MS>`), 'f');
    expect(read).toMatchObject({ ok: true, diagnostics: [] });
    expect(read.ok && read.value[0]?.properties.get('authenticationcredential')?.value).toEqual({ kind: 'withheld' });
  });

  it('give a refusal the name of the connector that is read', () => {
    const connectorOf = (inside: string) => fromClixml(object(`${inside}x`), 'f').diagnostics[0]?.place.connector;
    expect(connectorOf('<Props><S N="FullName">f</S><S N="Name2">g</S><S N="NAME">a</S></Props>')).toBe('a');
    expect(connectorOf('<MS><S N="Name">b</S></MS>')).toBe('b');
    expect(connectorOf('<Props><S>x</S></Props><MS><S N="Name">b</S></MS>')).toBe('b');
  });
});
