import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  isGenuineType,
  isHeader,
  isLaterHeader,
  preludeOf,
  readPreamble,
} from '../../src/evidence/csv/header.js';
import { fromCsv } from '../../src/evidence/csv/read.js';

const guid = '0123abcd-4567-4890-abcd-ef0123456789';

describe('what comes before a CSV header', () => {
  it.each([
    ['Name,Enabled\n', 0, 0, [], ','],
    ['\n \r\nName;Enabled\n', 2, 4, [], ';'],
    ['\rName|Enabled', 1, 1, [], '|'],
    ['#TYPE X.Y\r\nName;Enabled\r\n', 1, 11, [{ typeName: 'X.Y', line: 1 }], ';'],
    ['#TYPE X.Y\rName;Enabled\r', 1, 10, [{ typeName: 'X.Y', line: 1 }], ';'],
    ['"#TYPE  X`1[[A, B]]";;;\nName;Enabled\n', 1, 24, [{ typeName: 'X`1[[A, B]]', line: 1 }], ';'],
    ['"SEP=\t"\nName\tEnabled\n', 1, 8, [{ separator: '\t', line: 1 }], '\t'],
    ['sep=^\nName^Enabled\n', 1, 6, [{ separator: '^', line: 1 }], '^'],
    [
      '\nsep=;\n#TYPE X\nName\n',
      3,
      15,
      [
        { separator: ';', line: 2 },
        { typeName: 'X', line: 3 },
      ],
      ';',
    ],
    // The header knows better than a line that was left above it.
    ['sep=|\nName,Enabled,TlsDomain\n', 1, 6, [{ separator: '|', line: 1 }], ','],
    ['Xsep=;\nName,Enabled\n', 0, 0, [], ';'],
    ['sep=x\nName,Enabled\n', 0, 0, [], ','],
    ['\n\n', 1, 1, [], ','],
  ])('%j', (text, lines, offset, preludes, delimiter) =>
    expect(readPreamble(text)).toEqual({ lines, offset, preludes, delimiter }),
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

describe('a #TYPE or sep= line', () => {
  it.each([
    [['#TYPE X.Y+Z`1'], { typeName: 'X.Y+Z`1' }],
    [['#type  X'], { typeName: 'X' }],
    [['#TYPE X`1[[A', ' B]]', '', ' '], { typeName: 'X`1[[A, B]]' }],
    [['"#TYPE X"', '""', ' '], { typeName: 'X' }],
    // What stands behind a quote that is not closed is cut or appended: such a line is no prelude.
    [['"#TYPE X'], undefined],
    [['#TYPE X"', '\t|;'], undefined],
    [['"sep=;'], undefined],
    [['sep=', ''], { separator: ',' }],
    [['sep=;', '', ''], { separator: ';' }],
    [['#TYPE X Y'], undefined],
    [['#TYPE X', 'A'], undefined],
    [['#TYPE '], undefined],
    [['#TYPEX'], undefined],
    [['x #TYPE X'], undefined],
    [['sep=ab'], undefined],
    [['x', 'sep=;'], undefined],
    [[], undefined],
  ])('%j: %j', (cells, expected) => expect(preludeOf(cells, ',')).toEqual(expected));

  const send = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';
  it.each([
    [send, true],
    [`Deserialized.${send}`, true],
    ['System.Management.Automation.PSCustomObject', true],
    // Of a remote session in Windows PowerShell.
    ['System.Management.Automation.PSObject', true],
    ['Selected.System.Management.Automation.PSCustomObject', true],
    ['Contoso.SendConnectorReport', false],
    [send.replace('SmtpSendConnectorConfig', 'ReceiveConnector'), false],
    ['System.Object', false],
  ])('is genuine with the type %s: %s', (type, expected) => {
    expect(isGenuineType(type)).toBe(expected);
    const read = fromCsv(`#TYPE ${type}\nName,TlsDomain\nA,b\n`, 'f');
    expect(read).toMatchObject({ ok: true, diagnostics: expected ? [] : [{ code: 'csv-type', place: { line: 1 } }] });
    expect(read.ok && read.value[0]?.typeNames).toEqual([type]);
  });
});

describe('a CSV header', () => {
  it('has names, with white space around them', () => {
    expect(columnsOf([' Name ', 'X y', 'SerializationData'])).toEqual([
      { name: 'Name', key: 'name', secret: false },
      { name: 'X y', key: 'x y', secret: false },
      { name: 'SerializationData', key: 'serializationdata', secret: true },
    ]);
  });

  it.each([
    ...['True', ' $false ', guid, ` {${guid}} `, guid.toUpperCase(), '#TYPE X', ' #type X', 'sep=;', 'a\nb'],
    ...['System.Object[]', ' System.Collections.List`1[X]', 'Microsoft.Exchange.Data.X[]'],
  ])('has no %j', (cell) => expect(isHeader(['Name', cell])).toBe(false));

  it.each([
    ...[
      'Truely',
      'IsTrue',
      '1st',
      'x12',
      '2019',
      'Übersicht',
      'Reviewed?',
      'True or false',
      '$',
      `${guid}0`,
      `x${guid}`,
    ],
    ...[`${guid.slice(0, -1)}x`, `${guid} x`, guid.slice(1), guid.replace('4567', '456x'), guid.replace('-4567', '')],
    ...['My #TYPE X', '#TYPEX', 'a sep=', 'My System.Object[]', 'System.Object', 'System.[', 'SystemX.Object[', ''],
  ])('may have %j', (cell) => expect(isHeader(['Name', cell])).toBe(true));

  it('has a name that is known', () => expect(isHeader(['Colour', 'Port'])).toBe(false));
});

describe('a header in mid-file', () => {
  it.each<[string, string, boolean]>([
    ['Name,Identity,Enabled', 'Name,Identity,Enabled', true],
    ['Name,Colour,Size', ' NAME , Colour ,size', true],
    ['Name,Identity,Enabled', 'TlsDomain,SmartHosts,x', true],
    ['Name,Identity,Fqdn', ' TlsDomain , SmartHosts ', true],
    ['Name,Identity,Enabled', 'x,y,ENABLED ', true],
    ['Name,Identity,Enabled', 'Name,x,y', true],
    ['Id,Enabled,Fqdn', 'Id,x,y', true],
    // A connector may be called like a property, and its identity with it.
    ['Name,Identity,Enabled', 'Name,x,True', false],
    ['Identity,Enabled,Fqdn', 'Identity,True,x', false],
    ['Name,Identity,Fqdn', 'Enabled,Enabled,x', false],
    ['Name,Identity,Fqdn', 'Enabled,x,y', false],
    ['Name,Identity,Fqdn', 'TlsDomain,SmartHosts,True', false],
  ])('below %s: %s: %s', (header, row, expected) =>
    expect(isLaterHeader(row.split(','), columnsOf(header.split(',')))).toBe(expected),
  );
});
