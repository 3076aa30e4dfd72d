import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFormatList } from '../../src/evidence/list/read.js';
import { looksLikeTable } from '../../src/evidence/list/table.js';
import { testFolders } from './fixture-folders.js';

describe('Format-List', () => testFolders('list', 'input.txt', fromFormatList));

/** What PowerShell prints of an object on a console of that width, breaking without regard to words. */
const printed = (properties: readonly (readonly [string, string])[], width: number): string => {
  const label = Math.max(...properties.map(([name]) => name.length));
  const room = width - label - 3;
  const lines = properties.flatMap(([name, value]) => {
    const pieces = value.match(new RegExp(`[^]{1,${room}}`, 'g')) ?? [''];
    return pieces.map((piece, i) => (i === 0 ? `${name.padEnd(label)} : ` : ' '.repeat(label + 3)) + piece);
  });
  return `\r\n\r\n${lines.join('\r\n')}\r\n\r\n\r\n`;
};

describe('Format-List, any content', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9:;,=<>*\\-]{22,60}$/);
  const value = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  it('puts wrapped values together again, whatever the width', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 30, max: 120 }),
        (values, width) => {
          const properties = values.map((text, i) => [`Property${i}`, text] as const);
          const read = fromFormatList(printed(properties, width), 'f');
          if (!read.ok) throw new Error(read.diagnostics[0]?.code);
          const texts = [...(read.value[0]?.properties.values() ?? [])].map(({ value: v }) =>
            v.kind === 'text' ? v.text : v.kind,
          );
          expect(texts).toEqual(values);
        },
      ),
    );
  });

  it('makes no word that a verdict hangs on of several lines', () => {
    for (const text of ['True', 'False', '$true', 'DomainValidation', 'CertificateValidation', 'EncryptionOnly', '4'])
      for (let at = 0; at < text.length; at++) {
        const indent = ' '.repeat('DomainSecureEnabled : '.length);
        for (const blank of ['', '\n', `${indent}\n`]) {
          const broken = `DomainSecureEnabled : ${text.slice(0, at)}\n${blank}${indent}${text.slice(at)}\n\n`;
          const read = fromFormatList(broken, 'f');
          const value = read.ok ? read.value[0]?.properties.get('domainsecureenabled')?.value : undefined;
          const readable = value?.kind === 'text' && !/\S\s+\S/.test(value.text);
          expect(value, broken).toBeDefined();
          expect(readable, broken).toBe(false);
        }
      }
  });

  it('never throws', () => {
    const bits = fc.constantFrom(
      'Name',
      ' : ',
      '\r\n',
      '\n',
      ' ',
      '       ',
      '{',
      '}',
      '...',
      'True',
      '----',
      'PS C:\\>',
      '\t',
    );
    fc.assert(fc.property(fc.array(bits, { maxLength: 30 }), (parts) => void fromFormatList(parts.join(''), 'f')));
  });

  it('reads nothing from no text', () => {
    expect(fromFormatList('', 'f')).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it('refuses more lines than the limit', () => {
    const text = 'Name : A\n\n';
    expect(fromFormatList(text, 'f', { maxItems: 3 }).ok).toBe(true);
    expect(fromFormatList(text, 'f', { maxItems: 2 }).diagnostics).toMatchObject([
      { code: 'too-many-items', place: { file: 'f' }, args: { expected: '2', actual: 'lines' } },
    ]);
  });

  it('looks for prompts above and below, and nowhere else', () => {
    const read = (text: string) => {
      const reading = fromFormatList(text, 'f');
      return reading.ok
        ? reading.value.length
        : reading.diagnostics.map(({ code, place }) => [code, place.file, place.line]);
    };
    const command = '[PS] C:\\>Get-SendConnector';
    expect(read(`\n  \n${command} | fl\n\nName : A\n\n[PS] C:\\>\n  \n`)).toBe(1);
    expect(read(`\n  \n${command} | ? Enabled | fl\n\nName : A\n\n`)).toEqual([['list-command-filters', 'f', 3]]);
    expect(read(`Name : A\n\n${command} | fl`)).toEqual([['list-line-unrecognised', 'f', 3]]);
    expect(read('[PS] C:\\>\nName : A\n\n')).toEqual([['list-line-unrecognised', 'f', 1]]);
    expect(read('[PS] C:\\>')).toBe(0);
    expect(read(`${command} | fl\n`)).toBe(0);
    expect(read('Name Id\n---- --\n')).toEqual([['format-table-text', 'f', undefined]]);
  });

  it('takes a hundred thousand objects and one endless line', () => {
    const object = 'Name                : To site\nDomainSecureEnabled : True\n\n';
    const read = fromFormatList(object.repeat(100_000), 'f');
    expect(read.ok && read.value.length).toBe(100_000);
    expect(fromFormatList(`Name${' '.repeat(2_000_000)}x`, 'f').ok).toBe(false);
  });
});

describe('looksLikeTable', () => {
  it.each([
    ['Name Identity\n---- --------\nOne  Two\n', true],
    ['PS C:\\> Get-SendConnector\n\n\nIdentity        Enabled\n--------        -------\n', true],
    ['  Id Name\n  -- ----\n   1 One\n', true],
    ['Name : ----\nX    : y\n', false],
    ['Name : a title\n       -----\nX    : y\n', false],
    ['Name,Enabled\n----,----\n', false],
    ['', false],
    ['---- ----\nx', false],
    ['  \n---- ----\n', false],
    ['Name Id\n---- -- x\n', false],
    ['Name Id\n---- --x\n', false],
    ['Na Identity  \n---- --- \t\n', true],
    ['Name : a\n       --- ---\n', false],
    ['  Id N\n  -- ----\n', false],
    ['Ident\n---\n', false],
    ['xId\n --\n', false],
    ['N  x\n---\n', false],
    ['N    \n---\n', false],
    ['\n\nName\n----\n', true],
  ])('%j: %s', (text, expected) => {
    expect(looksLikeTable(text)).toBe(expected);
  });

  it('looks at the top only', () => {
    const table = 'Name\n----\n';
    expect(looksLikeTable('\n'.repeat(48) + table)).toBe(true);
    expect(looksLikeTable('\n'.repeat(49) + table)).toBe(false);
    expect(looksLikeTable(`${'x'.repeat(50_000)}\n${table}`)).toBe(false);
  });
});
