import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../src/evidence/csv.js';
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
    expect(fromCsv('', 'f')).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it('refuses at the first wrong row, without reading a hundred thousand more', () => {
    const text = `Name,Enabled\n${'a\n'.repeat(1_000_000)}`;
    expect(fromCsv(text, 'f').diagnostics[0]).toMatchObject({ code: 'csv-cell-count', place: { line: 2 } });
  });
});
