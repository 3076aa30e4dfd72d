import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, readRows } from '../../src/evidence/csv/rows.js';

const rowsOf = (text: string, delimiter: string): readonly Row[] => {
  const rows: Row[] = [];
  readRows(text, { offset: 0, lines: 0, delimiter }, (row) => void rows.push(row));
  return rows;
};

/** What a strict parser makes of a text; undefined where it refuses. */
const strictly = (text: string, delimiter: string): unknown => {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
};

describe('rows of CSV', () => {
  it('are those of a strict parser, and show where it refuses', () => {
    const part = fc.constantFrom('"', '""', ',', ';', '\r', '\n', '\r\n', 'a', 'b c', ' ', '\t', 'é');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom(',', ';', '\t'), (parts, delimiter) => {
        const text = parts.join('');
        const rows = rowsOf(text, delimiter);
        const expected = strictly(text, delimiter);
        const isWhole = rows.every(({ quotes }) => quotes === 'whole');
        expect(isWhole, JSON.stringify(text)).toBe(expected !== undefined);
        if (isWhole)
          expect(
            rows.map(({ cells }) => cells),
            JSON.stringify(text),
          ).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('begin on their lines, and say whether they end there', () => {
    const text = 'a,b\n\n"c\r\nd\re",f\r\ng\rh';
    expect(rowsOf(text, ',').map(({ line, hasLineEnds }) => [line, hasLineEnds])).toEqual([
      [1, false],
      [3, true],
      [6, false],
      [7, false],
    ]);
  });

  it('begin at an offset, and end where one is asked for no more', () => {
    const taken: string[] = [];
    const answer = readRows('x\na\nb\nc', { offset: 2, lines: 1, delimiter: ',' }, ({ cells, line }) => {
      taken.push(`${line} ${cells.join()}`);
      return cells[0] === 'b' ? 'enough' : undefined;
    });
    expect([answer, taken]).toEqual(['enough', ['2 a', '3 b']]);
  });
});
