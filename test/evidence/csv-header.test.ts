import { describe, expect, it } from 'vitest';
import { isWholeCell } from '../../src/evidence/csv/cell.js';
import { beginsLikeType, readHeader, readPreamble, repeatsHeader, typeNameOf } from '../../src/evidence/csv/header.js';
import { fromCsv } from '../../src/evidence/csv/read.js';

const guid = '0123abcd-4567-4890-abcd-ef0123456789';

describe('what comes before a CSV header', () => {
  it.each([
    ['Name,Enabled\n', 0, 0, [], ','],
    ['\n \r\nName;Enabled\n', 2, 4, [], ';'],
    ['\rName|Enabled', 1, 1, [], '|'],
    ['#TYPE X.Y\r\nName;Enabled\r\n', 1, 11, ['X.Y'], ';'],
    ['#TYPE X.Y\rName;Enabled\r', 1, 10, ['X.Y'], ';'],
    ['"#TYPE  X`1[[A, B]]";;;\nName;Enabled\n', 1, 24, ['X`1[[A, B]]'], ';'],
    ['sep=|\nName,Enabled,TlsDomain\n', 1, 6, [], '|'],
    ['"SEP=\t"\nName,Enabled\n', 1, 8, [], '\t'],
    ['sep=;\n#TYPE X\nName\n', 2, 14, ['X'], ';'],
    ['Xsep=;\nName,Enabled\n', 0, 0, [], ';'],
    ['sep=;;\nName,Enabled\n', 0, 0, [], ';'],
    ['sep=x\nName,Enabled\n', 0, 0, [], ','],
    ['\n\n', 1, 1, [], ','],
  ])('%j', (text, lines, offset, typeNames, delimiter) =>
    expect(readPreamble(text)).toEqual({ lines, offset, typeNames, delimiter }),
  );

  // One name that is known is worth more than any number of cells, and what is quoted delimits nothing.
  it.each([
    [' "Name" ;a,b,c,d,e', ';'],
    ['Name;a,b,c,d,e', ';'],
    ['NAME|a,b,c,d,e', '|'],
    ['"Name,Enabled,TlsDomain";Identity', ';'],
    ['"x;y;z",w', ','],
    ['a"Name";b,c,d', ','],
    ['"Na"me;b,c,d', ','],
    ['Na"me";b,c,d', ','],
    ['Name', ','],
    ['Name\tEnabled', '\t'],
  ])('%j is delimited by %j', (header, delimiter) => expect(readPreamble(header).delimiter).toBe(delimiter));
});

describe('a #TYPE line', () => {
  it.each([
    [['#TYPE X.Y+Z`1'], 'X.Y+Z`1'],
    [['#type  X'], 'X'],
    [['#TYPE X`1[[A', ' B]]', '', ' '], 'X`1[[A, B]]'],
    [['#TYPE X"', '\t|;'], 'X'],
    [['#TYPE X Y'], undefined],
    [['#TYPE X', 'A'], undefined],
    [['#TYPE '], undefined],
    [['#TYPEX'], undefined],
    [['x #TYPE X'], undefined],
    [[], undefined],
  ])('%j: %j', (cells, expected) => expect(typeNameOf(cells, ',')).toBe(expected));
});

describe('the beginning of a #TYPE line', () => {
  it.each(['#TYPE x', '"#type ', '#TYPE\t'])('%j', (cell) => expect(beginsLikeType([cell, 'True'])).toBe(true));
  it.each(['x #TYPE x', '#TYPEx', 'TYPE x', ''])('not %j', (cell) => expect(beginsLikeType([cell])).toBe(false));
});

describe('a CSV header', () => {
  const read = (...cells: string[]) => readHeader(cells, { line: 4 });

  it('has names, with white space around them', () => {
    expect(read(' Name ', 'X y', 'SerializationData')).toEqual({
      ok: true,
      value: [
        { name: 'Name', key: 'name', secret: false },
        { name: 'X y', key: 'x y', secret: false },
        { name: 'SerializationData', key: 'serializationdata', secret: true },
      ],
      diagnostics: [],
    });
  });

  it.each([
    ...['True', ' $false ', '0', ' 12 ', guid, ` {${guid}} `, guid.toUpperCase(), '#TYPE X', ' #type X', 'sep=;'],
    ...['System.Object[]', ' System.Collections.List`1[X]', 'Microsoft.Exchange.Data.X[]'],
  ])('has no %j', (cell) =>
    expect(read('Name', cell)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'csv-no-header', place: { line: 4 }, args: { actual: 'a row of 2 cells that is none' } }],
    }),
  );

  it.each([
    ...['Truely', 'IsTrue', '1st', 'x12', 'True or false', '$', `${guid}0`, `x${guid}`, `${guid} x`, guid.slice(1)],
    ...[`${guid.slice(0, -1)}x`, `x${guid.slice(1)}`, guid.replace('4567', '456x'), guid.replace('-4567', '')],
    ...['My #TYPE X', '#TYPEX', 'a sep=', 'My System.Object[]', 'System.Object', 'System.[', 'SystemX.Object['],
  ])('may have %j', (cell) => expect(read('Name', cell).ok).toBe(true));

  it.each([
    [['Name', 'X', 'NAME'], 'csv-duplicate-column', 'Name in the columns 1 and 3'],
    [['Name', 'hush', 'hush'], 'csv-duplicate-column', 'another name in the columns 2 and 3'],
    [['Name', ' '], 'csv-column-without-name', 'column 2'],
    [['Colour', 'Port'], 'csv-no-header', 'a row of 2 cells that is none'],
    [['Name', 'CLASSID2E4F51EF21DD47E99D3C952918AFF9CD'], 'format-output-as-csv', undefined],
  ])('%j: %s', (cells, code, actual) =>
    expect(read(...cells).diagnostics).toMatchObject([{ code, ...(actual === undefined ? {} : { actual }) }]),
  );
});

describe('a header in mid-file', () => {
  const keys = new Set(['name', 'enabled']);
  it.each([
    [['Name', 'Enabled'], true],
    [[' ENABLED ', ' Name '], true],
    [['Name', 'Name'], false],
    [['Name', 'Enabled', 'Enabled'], false],
    [['Name', 'True'], false],
    [['Mail', 'Enabled'], false],
    [['Name'], false],
    [[], false],
  ])('%j repeats Name,Enabled: %s', (cells, expected) => expect(repeatsHeader(cells, keys)).toBe(expected));

  const codeBelow = (header: string, row: string) => {
    const reading = fromCsv(`${header}\nA,B,C\n${row}\n`, 'f');
    return reading.ok ? reading.value.length : reading.diagnostics[0]?.code;
  };
  it.each([
    ['Name,Identity,Enabled', 'TlsDomain,SmartHosts,x', 'csv-header-changed'],
    ['Name,Identity,Fqdn', ' TlsDomain , SmartHosts ,x', 'csv-header-changed'],
    ['Name,Identity,Enabled', 'x,y,ENABLED ', 'csv-header-changed'],
    ['Name,Identity,Enabled', 'x,y,Enabled,True', 'csv-header-changed'],
    ['Name,Identity,Enabled', 'Name,x,y', 'csv-header-changed'],
    ['Identity,Enabled,Fqdn', 'Identity,x,y', 'csv-header-changed'],
    ['Id,Enabled,Fqdn', 'Id,x,y', 'csv-header-changed'],
    // A connector may be called like a property, and its identity with it.
    ['Name,Identity,Enabled', 'Name,x,True', 2],
    ['Identity,Enabled,Fqdn', 'Identity,True,x', 2],
    ['Id,Enabled,Fqdn', 'Id,True,x', 2],
    ['Name,Identity,Fqdn', 'Enabled,Enabled,x', 2],
    ['Name,Identity,Fqdn', 'Enabled,x,y', 2],
    ['Name,Identity,Fqdn', 'TlsDomain,SmartHosts,True', 2],
  ])('below %s: %s', (header, row, expected) => expect(codeBelow(header, row)).toBe(expected));
});

describe('a cell that nothing can be missing from', () => {
  it.each([
    ['enabled', ' True '],
    ['domainsecureenabled', '$false'],
    ['tlsauthlevel', '4'],
    ['tlsauthlevel', 'domainvalidation '],
    ['tlsauthlevel', 'EncryptionOnly'],
    ['tlsauthlevel', 'CertificateValidation'],
    ['guid', guid],
    ['guid', ` {${guid.toUpperCase()}} `],
    ['name', ' '],
    ['tlsdomain', ''],
  ])('%s: %j', (key, cell) => expect(isWholeCell(key, cell)).toBe(true));

  it.each([
    ['enabled', 'Tru'],
    ['enabled', 'xTrue'],
    ['enabled', 'Truex'],
    ['enabled', '4'],
    ['tlsauthlevel', '3'],
    ['tlsauthlevel', '14'],
    ['tlsauthlevel', '41'],
    ['tlsauthlevel', 'True'],
    ['guid', guid.slice(1)],
    ['guid', `${guid}0`],
    ['guid', `0${guid}`],
    ['guid', `{${guid}`],
    ['guid', `{${guid.slice(1)}}`],
    ['guid', `{${guid.replace('a', 'x')}}`],
    ['guid', guid.replace('a', 'x')],
    ['guid', `{x}`],
    ['name', guid],
    ['name', 'True'],
    ['name', '4'],
  ])('not %s: %j', (key, cell) => expect(isWholeCell(key, cell)).toBe(false));
});
