import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFormatList } from '../../src/evidence/list/read.js';
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
          const properties = values.map((text, i) => [i === 0 ? 'Comment' : `Property${i}`, text] as const);
          const read = fromFormatList(printed(properties, width), 'f');
          if (!read.ok) throw new Error(read.diagnostics[0]?.code);
          const texts = [...(read.value[0]?.properties ?? [])].map(([, { value: v }]) =>
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
          const found = value?.kind === 'text' ? value.text : value?.kind;
          expect(found, broken).toBe(text.slice(0, at) || (blank === '\n' ? 'null' : 'unreadable'));
          const code = blank === '\n' ? 'list-line-unknown' : 'list-value-goes-on';
          expect(read.diagnostics.map((d) => d.code)).toContain(code);
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
    expect(fromFormatList(text, 'f', { maxItems: 2 }).ok).toBe(true);
    expect(fromFormatList(text, 'f', { maxItems: 1 }).diagnostics).toMatchObject([
      { code: 'too-many-items', place: { file: 'f' }, args: { limit: 1, items: 'lines' } },
    ]);
  });

  it('takes a hundred thousand objects and one endless line', () => {
    const object = 'Name                : To site\nDomainSecureEnabled : True\n\n';
    const read = fromFormatList(object.repeat(100_000), 'f');
    expect(read.ok && read.value.length).toBe(100_000);
    expect(fromFormatList(`Name${' '.repeat(2_000_000)}x`, 'f').ok).toBe(false);
    expect(fromFormatList(`${object.trim()}\nC:\\>\n`.repeat(10_000), 'f').ok).toBe(true);
    const labels = Array.from({ length: 20_000 }, (_, i) => `Name${i || ''} : x\n\n`).join('');
    expect(fromFormatList(labels, 'f')).toMatchObject({ ok: true, value: { length: 1 } });
  });
});
