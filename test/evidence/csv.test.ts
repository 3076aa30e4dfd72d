import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../src/evidence/csv/read.js';
import { testFolders } from './fixture-folders.js';

describe('CSV', () => testFolders('csv', 'input.csv', fromCsv));

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const csvOf = (rows: readonly (readonly string[])[], delimiter: string, end: string): string =>
  rows.map((cells) => cells.map(quoted).join(delimiter) + end).join('');

const header = ['Name', 'Identity', 'DomainSecureEnabled'];

describe('CSV, any content', () => {
  it('gives every cell back as it was written, and the line its row begins on', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => `x${text}`);
    const header = ['Comment', 'Note', 'DomainSecureEnabled'];
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 });
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    fc.assert(
      fc.property(rows, delimiter, fc.constantFrom('\n', '\r\n'), (data, by, end) => {
        const read = fromCsv(csvOf([header, ...data], by, end), 'f');
        if (!read.ok) throw new Error(read.diagnostics[0]?.code);
        const odd = data.some(([, , truth]) => /[\r\n]/.test(truth));
        expect(read.diagnostics.map(({ code }) => code)).toEqual(odd ? ['csv-line-end'] : []);
        const cells = read.value.map((record) =>
          [...record.properties].map(([, { value }]) => (value.kind === 'text' ? value.text : value.kind)),
        );
        expect(cells).toEqual(data);
        let line = 2;
        for (const [i, row] of data.entries()) {
          expect(read.value[i]?.place.line).toBe(line);
          line += csvOf([row], by, end).split(/\r\n?|\n/).length - 1;
        }
      }),
    );
  });

  it('never reads fewer rows of a file that was cut without saying so', () => {
    const rows = [header, ['One', 'EDGE01\\One', 'True'], ['Two, or so', 'EDGE01\\Two', 'True']];
    for (const text of [csvOf(rows, ',', '\r\n'), rows.map((row) => `${row.slice(1).join(',')}\r\n`).join('')]) {
      for (let length = 1; length < text.length; length++) {
        const read = fromCsv(text.slice(0, length), 'f');
        const cut = text.slice(0, length);
        const betweenRows = /("|\r|,True)$/.test(cut) || text.startsWith('\n', length - 1);
        if (read.ok && !betweenRows) expect(read.diagnostics, JSON.stringify(cut)).not.toEqual([]);
      }
    }
  });

  it('doubts a file that ends in the middle of a value', () => {
    for (const [name, value, isWhole] of [
      ['Enabled', 'False', true],
      ['DomainSecureEnabled', '$true', true],
      ['TlsAuthLevel', 'DomainValidation', true],
      ['Guid', '00000000-0000-4000-8000-000000000001', true],
      ['TlsDomain', 'mail.example.mil', false],
      ['TlsDomain', '"mail.example.mil"', true],
    ] as const)
      for (let length = 0; length <= value.length; length++) {
        const { ok, diagnostics } = fromCsv(`Identity,${name}\r\nA,${value.slice(0, length)}`, 'f');
        const isCut = length < value.length || !isWhole;
        expect(ok).toBe(true);
        expect(diagnostics.some(({ code }) => code === 'csv-cut' || code === 'csv-quote-not-closed')).toBe(isCut);
      }
  });

  it('never throws', () => {
    const bits = fc.constantFrom(
      '"',
      ',',
      ';',
      '\r',
      '\n',
      '#TYPE ',
      'sep=',
      'Name',
      'Enabled',
      'True',
      ' ',
      '\t',
      'é',
    );
    fc.assert(fc.property(fc.array(bits, { maxLength: 30 }), (parts) => void fromCsv(parts.join(''), 'f')));
  });

  it('reads nothing from no text', () => {
    for (const text of ['', ' \r\n']) expect(fromCsv(text, 'f')).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it('refuses more cells than the limit', () => {
    const text = 'Name,Enabled\nA,True\nB,True\n';
    expect(fromCsv(text, 'f', { maxItems: 6 }).ok).toBe(true);
    expect(fromCsv(text, 'f', { maxItems: 5 }).diagnostics).toMatchObject([
      { code: 'too-many-items', place: { file: 'f', line: 3 }, args: { limit: 5, items: 'cells' } },
    ]);
  });

  it('counts blank lines, and line ends of every kind within cells', () => {
    const read = fromCsv('Comment,TlsDomain\n\n"A\rB\r\nC\n",x\n\n\nD,y\n', 'f');
    expect(read.ok && read.value.map(({ place }) => place.line)).toEqual([3, 9]);
    expect(fromCsv('Name\n\n\nA\n\n"B"x\n', 'f').diagnostics).toMatchObject([
      { code: 'csv-quote-misplaced', place: { file: 'f', line: 6 } },
    ]);
    expect(fromCsv('#TYPE X\n', 'f').diagnostics).toMatchObject([{ code: 'csv-no-header', place: { file: 'f' } }]);
  });

  // A null may be written so too; but one column is never enough for a pass.
  it('takes an empty line for nothing, in one column too', () => {
    const read = fromCsv('DomainSecureEnabled\nTrue\n\nTrue\n', 'f');
    expect(read.ok && read.value.length).toBe(2);
  });

  it('takes a row of empty cells for none where one of them is never empty', () => {
    const read = fromCsv('Name,TlsDomain\nA,b\n,\n', 'f');
    expect(read).toMatchObject({ ok: true, diagnostics: [{ code: 'csv-rows-empty-at-end', place: { line: 3 } }] });
    expect(read.ok && read.value.length).toBe(1);
  });

  it('doubts a header alone that may be cut', () => {
    expect(fromCsv('Name,TlsDomain', 'f')).toMatchObject({ ok: true, diagnostics: [{ code: 'csv-cut' }] });
    expect(fromCsv('"Name","TlsDomain"', 'f')).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it('reads a hundred thousand wrong rows, and tells the first', () => {
    const text = `Name,TlsDomain\nA,b\n${'a\n'.repeat(100_000)}`;
    expect(fromCsv(text, 'f').diagnostics).toMatchObject([
      { code: 'csv-cell-count', place: { line: 3 }, more: 99_999 },
    ]);
  });
});

/** Codes with how many more there are, and the rows as they were read; the code alone of a refusal. */
const outcome = (text: string): unknown => {
  const read = fromCsv(text, 'f');
  const codes = read.diagnostics.map(
    ({ code, more }) => code.replace('csv-', '') + (more === undefined ? '' : `+${more}`),
  );
  if (!read.ok) return `refused: ${codes.join()}`;
  const rows = read.value.map(({ properties }) =>
    [...properties].map(([, { value }]) => (value.kind === 'text' ? value.text : value.kind)).join('|'),
  );
  return [...codes, ...rows];
};

describe('a quote', () => {
  const header = 'Name,TlsDomain,Comment\n';
  it.each([
    ['"A ""b""",,"c\nd"\n', ['A "b"|null|c\nd']],
    ['"A",,"c"', ['A|null|c']],
    ['A,"",c d\n', ['A|null|c d']],
    // -UseQuotes Never
    ['A,b,say "c"\nD,e,f\n', ['quote-misplaced', 'A|b|say "c"', 'D|e|f']],
    ['A,b,"c" d\nD,e,f\n', ['quote-misplaced', 'A|b|"c" d', 'D|e|f']],
    ['A,b,"c\nD,e,f\n', ['quote-not-closed', 'A|b|"c', 'D|e|f']],
    ['A,b, "c"\n', ['quote-misplaced', 'A|b| "c"']],
  ])('%j: %j', (rows, expected) => {
    expect(outcome(header + rows)).toEqual(expected);
  });

  it('that is open damages its own row alone, and takes no longer for it', { timeout: 20_000 }, () => {
    const rows = '"A,b,"c\nD,e,f\n'.repeat(50_000);
    const read = fromCsv(header + rows, 'f');
    expect(read.ok && read.value.length).toBeGreaterThan(50_000);
    fromCsv(`${header}${'"'.repeat(1_000_001)}\n`, 'f');
  });
});

describe('a row', () => {
  const header = 'Name,TlsDomain,Enabled\n';
  it.each([
    ['A,b\nC,d,True\n', ['cell-count', 'C|d|True']],
    ['A,b,True,x\nC,d,True\n', ['cell-count', 'C|d|True']],
    ['A,b,True,,\nC,d,True\n', ['cell-count', 'A|b|True', 'C|d|True']],
    ['A,b\n', 'refused: no-rows'],
    // The file ends within it: the cells before are whole.
    ['C,d,True\nA,b', ['cell-count', 'cut', 'C|d|True', 'A']],
    ['C,d,True\n"A","b"', ['cell-count', 'C|d|True', 'A|b']],
    ['C,d,True\n"A","b', ['quote-not-closed', 'cell-count', 'cut', 'C|d|True', 'A']],
    ['C,d,True\nA', ['cell-count', 'cut', 'C|d|True']],
    ['A,b,True\n,,\n', ['rows-empty-at-end', 'A|b|True']],
    ['A,b,True\n,,\n,,\nC,d,True\n', ['row-empty', 'A|b|True', 'C|d|True']],
    ['A,tlsdomain,True\n', ['name-as-value', 'A|tlsdomain|True']],
    ['Name,b,True\n', ['Name|b|True']],
  ])('%j: %j', (rows, expected) => {
    expect(outcome(header + rows)).toEqual(expected);
  });
});

describe('line ends within a cell', () => {
  const cell = (name: string, text: string) => {
    const read = fromCsv(`Name,${name}\nA,"${text}"\n`, 'f');
    return read.diagnostics.map(({ code, place }) => `${code} ${place.property}`);
  };
  it.each(['Comment', 'AdminDisplayName', 'Notes'])('are genuine in %s', (name) =>
    expect(cell(name, 'a\n\nb: c\n')).toEqual([]),
  );
  it.each(['SmartHosts', 'AddressSpaces', 'SourceTransportServers', 'ConnectedDomains', 'ObjectClass'])(
    'are genuine between the members of %s',
    (name) => {
      expect(cell(name, 'a\r\nb')).toEqual([]);
      expect(cell(name, 'a\n\nb')).toEqual([`csv-line-end ${name}`]);
    },
  );
  it.each(['TlsDomain', 'DomainSecureEnabled', 'Identity', 'AuthenticationCredential', 'MaxMessageSize'])(
    'are a doubt in %s',
    (name) => expect(cell(name, 'a\nb')).toEqual([`csv-line-end ${name}`]),
  );
});

describe('headers and what stands before them', () => {
  const type = '#TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig\n';
  it.each([
    ['Name,TlsDomain\nA,b\nName,TlsDomain\nC,d\n', ['A|b', 'C|d']],
    ['Name,TlsDomain\nA,b\nNAME, tlsdomain\nC,d\n', ['A|b', 'C|d']],
    [`${type}Name,TlsDomain\nA,b\n${type}Name,TlsDomain\nC,d\n`, ['A|b', 'C|d']],
    ['sep=;\nName;TlsDomain\nA;b\nsep=;\nName;TlsDomain\nC;d\n', ['A|b', 'C|d']],
    ['Name,TlsDomain\nA,b\nTlsDomain,Name\nC,d\n', ['header-changed', 'A|b', 'C|d']],
    ['Name,TlsDomain\nA,b\nName,Enabled,Fqdn\nC,True,d\n', ['header-changed', 'A|b', 'C|True|d']],
    // A damaged header leaves the columns as they were, so that a finding below it stays one.
    ['Name,TlsDomain\nA,b\nName,TlXXmain\nC,d\n', ['header-changed', 'A|b', 'C|d']],
    ['Name,TlsDomain\nA,b\nName\nC,d\n', ['header-changed', 'cell-count', 'A|b', 'C|d']],
    [
      'Name,TlsDomain\nA,b\nName,TlsDomain,TlsDomain\nC,d\n',
      ['header-changed', 'duplicate-column', 'cell-count', 'A|b', 'C|d'],
    ],
    ['Name,TlsDomain\nA,b\nTlsDomain,TlsDomain\nC,d\n', ['header-changed', 'A|b', 'C|d']],
    ['Name,Enabled\nA,True\nName,DomainSecureEnabled\nC,False\n', ['header-changed', 'A|True', 'C|False']],
    [`Name,TlsDomain\nA,b\n${type}Name,Enabled\nC,True\n`, ['header-changed', 'A|b', 'C|True']],
    [`Name,TlsDomain\nA,b\n${type}C,d\nE,f\n`, ['header-missing', 'cell-count', 'A|b', 'E|f']],
    [`Name,TlsDomain\nA,b\n${type}`, ['header-missing', 'A|b']],
    ['sep=;\nName,TlsDomain\nA,b\n', ['separator', 'A|b']],
    ['Name,TlsDomain\nA,b\n#TYPE Mic,d\n', ['type', 'A|b']],
    ['Name,TlsDomain,tlsDOMAIN\nA,b,b\n', ['duplicate-column', 'A|b']],
    ['Name,TlsDomain,tlsDOMAIN\nA,b,c\n', ['duplicate-column', 'A|unreadable']],
    ['Name,TlsDomain,\nA,b,\n', ['A|b']],
    ['Name,TlsDomain,\nA,b,c\n', ['column-without-name', 'A|b']],
    ['Name,TlsDomain\n', []],
    ['Handles,NPM\n1,2\n', 'refused: no-header'],
    ['A,True\nB,True\n', 'refused: no-header'],
    ['Name,Bindings,DomainSecureEnabled\n', 'refused: not-a-send-connector'],
    [`${type.replace('SmtpSendConnectorConfig', 'ReceiveConnector')}Name,TlsDomain\n`, 'refused: not-a-send-connector'],
  ])('%j: %j', (text, expected) => expect(outcome(text)).toEqual(expected));

  it('give records their own types', () => {
    const text = `${type}Name,TlsDomain\nA,b\nName,TlsDomain\nC,d\n${type}Name,TlsDomain\nE,f\n`;
    const read = fromCsv(text, 'f');
    expect(read.ok && read.value.map(({ typeNames }) => typeNames.length)).toEqual([1, 0, 1]);
  });
});
