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
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 });
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    fc.assert(
      fc.property(rows, delimiter, fc.constantFrom('\n', '\r\n'), (data, by, end) => {
        const read = fromCsv(csvOf([header, ...data], by, end), 'f');
        if (!read.ok) throw new Error(read.diagnostics[0]?.code);
        const cells = read.value.map((record) =>
          [...record.properties.values()].map(({ value }) => (value.kind === 'text' ? value.text : value.kind)),
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
        const betweenRows = /("|\r)$/.test(cut) || text.startsWith('\n', length - 1);
        if (read.ok && !betweenRows) expect(read.diagnostics, JSON.stringify(cut)).not.toEqual([]);
      }
    }
  });

  it('reads no row that ends in the middle of a value', () => {
    for (const [name, value] of [
      ['Enabled', 'False'],
      ['DomainSecureEnabled', '$true'],
      ['TlsAuthLevel', 'DomainValidation'],
      ['Guid', '00000000-0000-4000-8000-000000000001'],
      ['TlsDomain', 'mail.example.mil'],
    ])
      for (let length = 1; length < (value?.length ?? 0); length++)
        expect(fromCsv(`Identity,${name}\r\nA,${value?.slice(0, length)}`, 'f')).toMatchObject({
          ok: false,
          diagnostics: [{ code: 'csv-cut' }],
        });
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
      { code: 'too-many-items', place: { file: 'f', line: 3 }, args: { expected: '5', actual: 'cells' } },
    ]);
  });

  it('counts blank lines, and line ends of every kind within cells', () => {
    const read = fromCsv('Name,Enabled\n\n"A\rB\r\nC\n",x\n\n\nD,y\n', 'f');
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

  it('says nothing of a header alone that has no line end but that', () => {
    expect(fromCsv('Name,TlsDomain', 'f')).toMatchObject({ ok: true, diagnostics: [{ code: 'export-end-missing' }] });
  });

  it('refuses at the first wrong row, without reading a hundred thousand more', () => {
    const text = `Name,Enabled\n${'a\n'.repeat(1_000_000)}`;
    expect(fromCsv(text, 'f').diagnostics[0]).toMatchObject({ code: 'csv-cell-count', place: { line: 2 } });
  });
});
