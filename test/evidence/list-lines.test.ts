import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/diagnostics/diagnostic.js';
import { missingAtEnd, missingLabel } from '../../src/evidence/list/cut.js';
import { type ListObject, readObjects } from '../../src/evidence/list/object.js';
import { fromFormatList } from '../../src/evidence/list/read.js';
import { valueOfPieces } from '../../src/evidence/list/value.js';

const objectOf = (names: string, valueColumn = 4): ListObject => {
  const properties = names.split(' ').map((name, i) => ({ name, key: name.toLowerCase(), line: i + 1, lines: [] }));
  return { line: 1, valueColumn, properties, lineOf: new Map(properties.map(({ key, line }) => [key, line])) };
};

describe('what a list lost', () => {
  it.each([
    [['A B C', 'A B'], 1, 'C'],
    [['A B', 'a b C'], 0, 'C'],
    [['A B C', 'A B', 'X'], 1, 'C'],
    [['X', 'A B', 'A B C'], 1, 'C'],
    [['A B D', 'A B C', 'A B'], 2, 'C'],
    [['A B C', 'A C'], 1, 'B'],
    [['A B C', 'A C', 'A B C'], 1, undefined],
    [['A B C', 'A C D', 'A C D'], 2, undefined],
    [['A B', 'A B'], 1, undefined],
    [['A B', 'A C D'], 0, undefined],
    [['A B'], 0, undefined],
    [['A B'], 1, undefined],
  ])('of %j in object %i: %s', (objects, i, expected) =>
    expect(
      missingAtEnd(
        objects.map((names) => objectOf(names)),
        i,
      ),
    ).toBe(expected),
  );

  it('is the longest label where none is as long as the room for them', () => {
    expect(missingLabel(objectOf('Ab Abcd', 7))).toBeUndefined();
    expect(missingLabel(objectOf('Ab Abc', 7))).toBe('4');
    expect(missingLabel(objectOf('Ab Abcde', 7))).toBeUndefined();
  });
});

const outcome = (text: string) => {
  const read = fromFormatList(text, 'f');
  if (!read.ok)
    return read.diagnostics.map((d) => ({ code: d.code, line: d.place.line, args: { actual: wordsOf(d).actual } }));
  const records = read.value.map(({ properties }) =>
    [...properties.values()].map(({ name, place, value }) => [
      name,
      place.line,
      'text' in value ? value.text : value.kind,
    ]),
  );
  return { records, codes: read.diagnostics.map(({ code, place }) => `${code} ${place.line}`) };
};

describe('the lines of a list', () => {
  it.each([
    ['Name: A', 'Name'],
    ['Name :A', 'Name'],
    [' Name : A', 'Name'],
    [': A', 'another name'],
    [' : A', 'another name'],
    ['- Name', 'another name'],
    ['hush : A:', undefined],
    ['Na\tme : A', 'another name'],
    ['Name', 'Name'],
  ])('%j first', (line, first) =>
    expect(outcome(`\n${line}\n\n`)).toEqual(
      first === undefined
        ? { records: [[['hush', 2, 'A:']]], codes: [] }
        : [{ code: 'list-line-unrecognised', line: 2, args: { actual: `${line.length} characters, first ${first}` } }],
    ),
  );

  it.each(['Name2 : A', 'A : B', '      x', '- x'])('%j below another', (line) =>
    expect(outcome(`Abcd : A\n${line}\n\n`)).toMatchObject([{ code: 'list-line-unrecognised', line: 2 }]),
  );

  it('give each property its own line, and take a tab for the space behind the colon', () => {
    expect(outcome('\nAbcd :\tx\nName : A\n       B\nX    :\n\n')).toEqual({
      records: [
        [
          ['Abcd', 2, 'x'],
          ['Name', 3, 'unreadable'],
          ['X', 5, 'null'],
        ],
      ],
      codes: [],
    });
  });

  it('end an object with a blank line that is no line of its last value', () => {
    expect(outcome('Abcd : x\n       \nName : y\n\n')).toMatchObject({
      records: [
        [
          ['Abcd', 1, 'x'],
          ['Name', 3, 'y'],
        ],
      ],
    });
    const objectsOf = (text: string) => {
      const read = readObjects(text.split('\n'), 'f');
      return 'objects' in read ? read.objects.map(({ line, properties }) => [line, properties.length]) : read.code;
    };
    for (const blanks of ['       \n\n', '\n       \n', '\n\n', ' \n       \n'])
      expect(objectsOf(`Abcd : x\n${blanks}Name : y\n\n`), JSON.stringify(blanks)).toEqual([
        [1, 1],
        [4, 1],
      ]);
    expect(objectsOf('Abcd : x\n       \nAbcd : y\n\n')).toEqual([
      [1, 1],
      [3, 1],
    ]);
  });

  it('want a blank line at the end', () => {
    expect(outcome('Abcd : x\n\n')).toMatchObject({ codes: [] });
    expect(outcome('\nAbcd : x\n       \n')).toMatchObject({ codes: ['list-end-missing 2'] });
    expect(outcome('Abcd : x\n')).toMatchObject({ codes: ['list-end-missing 1'] });
    expect(outcome('')).toEqual({ records: [], codes: [] });
  });
});

describe('a value of lines', () => {
  const value = (...lines: string[]) => valueOfPieces(lines.map((text) => ({ text, full: false })));
  const items = (...texts: string[]) => ({ kind: 'list', items: texts.map((text) => ({ kind: 'text', text })) });

  it('is without the spaces around it, and with any other white space', () => {
    expect(value(' \ta b \t ')).toEqual({ kind: 'text', text: 'a b' });
    expect(value(' \t')).toEqual({ kind: 'null' });
    expect(value('\u00a0a\u00a0')).toEqual({ kind: 'text', text: '\u00a0a\u00a0' });
  });

  it('is a list in braces', () => {
    expect(value('{a, b}')).toEqual(items('a', 'b'));
    expect(value('{ a,  b }')).toEqual(items('a', 'b'));
    expect(value('{ }')).toEqual(items());
    expect(value('{a, b')).toMatchObject({ reason: 'cut' });
  });

  it('was cut where it ends in dots', () => {
    for (const text of ['a...', 'a…', '{a, b...}', '{a, b…}', '{a, b.. .}', '{a, b...', '{a, b... }'])
      expect(value(text)).toMatchObject({ kind: 'unreadable', reason: 'cut', seen: text });
    for (const text of ['a...b', 'a..', '... and more']) expect(value(text)).toEqual({ kind: 'text', text });
  });

  it('shows its lines where it cannot be read', () => {
    const pieces = [' Tr', 'ue '].map((text) => ({ text, full: true }));
    expect(valueOfPieces(pieces)).toMatchObject({ kind: 'unreadable', seen: 'Tr ue' });
    expect(value('a ', '...')).toMatchObject({ reason: 'cut', seen: 'a ...' });
    expect(
      valueOfPieces([
        { text: ' T ', full: true },
        { text: '', full: false },
      ]),
    ).toMatchObject({ seen: 'T' });
  });
});
