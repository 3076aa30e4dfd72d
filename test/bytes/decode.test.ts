import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/bytes/decode.js';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const utf16le = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string): number[] => [...Buffer.from(text, 'utf16le').swap16()];
const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const text = '"Name","Enabled"\r\n"Grünes Tor – 東京 😀","True"\r\n';

describe('decode', () => {
  it.each([
    ['utf-8', bytes(utf8(text))],
    ['utf-8-bom', bytes([0xef, 0xbb, 0xbf], utf8(text))],
    ['utf-16le', bytes([0xff, 0xfe], utf16le(text))],
    ['utf-16be', bytes([0xfe, 0xff], utf16be(text))],
    ['utf-16le', bytes(utf16le(text))],
    ['utf-16be', bytes(utf16be(text))],
  ])('reads %s', (encoding, input) => {
    expect(decode(input, 'f')).toEqual({ ok: true, value: { text, encoding }, diagnostics: [] });
  });

  it('takes ASCII in UTF-16 without a mark for what it is, although it is valid UTF-8 with NULs', () => {
    expect(decode(bytes(utf16le('[]')), 'f')).toMatchObject({ value: { text: '[]', encoding: 'utf-16le' } });
    expect(decode(bytes(utf16be('Name')), 'f')).toMatchObject({ value: { text: 'Name', encoding: 'utf-16be' } });
  });

  it('reads Windows-1252 where it is not UTF-8, with all its own characters', () => {
    const upper = Array.from({ length: 128 }, (_, i) => 128 + i);
    const own = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
    const latin1 = String.fromCharCode(...upper.slice(32));
    expect(decode(bytes('Name\r\n', upper), 'f')).toMatchObject({
      value: { text: `Name\r\n${own}${latin1}`, encoding: 'windows-1252' },
    });
  });

  it('reads Windows-1252 longer than one chunk', () => {
    const long = Uint8Array.from({ length: 30_001 }, () => 0xfc);
    expect(decode(long, 'f')).toMatchObject({ value: { text: 'ü'.repeat(30_001), encoding: 'windows-1252' } });
  });

  it('drops the marks of appended files at the beginning of lines, and no other U+FEFF', () => {
    const read = decode(bytes([0xef, 0xbb, 0xbf], utf8('a\r\n\uFEFFb\n\uFEFFc\uFEFFd')), 'f');
    expect(read).toMatchObject({ value: { text: 'a\r\nb\nc\uFEFFd' } });
  });

  it.each([
    ['no bytes', bytes([]), 'utf-8'],
    ['a mark alone', bytes([0xff, 0xfe]), 'utf-16le'],
  ])('takes %s for no text', (_, input, encoding) => {
    expect(decode(input, 'f')).toEqual({ ok: true, value: { text: '', encoding }, diagnostics: [] });
  });

  it('leaves replacement characters, question marks, form feeds and tabs alone', () => {
    expect(decode(bytes(utf8('\uFFFD?\f\t')), 'f')).toMatchObject({ value: { text: '\uFFFD?\f\t' } });
  });

  it.each([
    ['UTF-16LE of odd length', bytes([0xff, 0xfe], utf16le('Name'), [0x41]), 'UTF-16LE'],
    ['UTF-16BE of odd length', bytes([0xfe, 0xff], utf16be('Name'), [0]), 'UTF-16BE'],
    ['UTF-16LE with a lone surrogate', bytes([0xff, 0xfe], utf16le('a\ud800b')), 'UTF-16LE'],
    ['UTF-16BE that ends in half a pair', bytes([0xfe, 0xff], utf16be('a\ud800')), 'UTF-16BE'],
    ['unmarked UTF-16LE of odd length', bytes(utf16le('Name'), [0x41]), 'UTF-16LE'],
    ['marked UTF-8 with another byte', bytes([0xef, 0xbb, 0xbf], 'Gr', [0xfc], 'n'), 'UTF-8'],
  ])('refuses %s as damaged', (_, input, actual) => {
    expect(decode(input, 'f')).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'undecodable-input', args: { encoding: actual } }],
    });
  });

  it.each([
    ['zip', bytes('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml'), /zip.*xlsx/],
    ['PDF', bytes('%PDF-1.7\n'), /PDF/],
    ['gzip', bytes([0x1f, 0x8b, 8, 0]), /gzip/],
    ['OLE', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /xls/],
    ['PE', bytes('MZ', [0x90, 0, 3, 0, 0, 0, 4, 0]), /program/],
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n'), /PNG/],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /UTF-32/],
    ['a NUL', bytes('Name,Enabled\nTo site\0,True\n'), /U\+0000/],
    ['a bell', bytes('Name\x07'), /U\+0007/],
    ['an escape sequence in UTF-16', bytes([0xff, 0xfe], utf16le('\x1b[32mName')), /U\+001B/],
  ])('refuses %s by what it is', (_, input, actual) => {
    expect(decode(input, 'f')).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'binary-input', place: { file: 'f' }, args: { signature: expect.stringMatching(actual) } }],
    });
  });

  it('says the line of a control character', () => {
    expect(decode(bytes('Name\r\nTo site\r\nTo \x00'), 'f').diagnostics[0]?.place.line).toBe(3);
  });

  it('reads text that begins with MZ', () => {
    expect(decode(bytes('MZ,Name\n'), 'f').ok).toBe(true);
    expect(decode(bytes(utf16le('MZ,Name\n')), 'f').ok).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (input) => void decode(input, 'f')));
  });

  it('gives back what UTF-8 and marked UTF-16 hold', () => {
    const printable = fc
      .string({ unit: 'grapheme' })
      .map((part) => `"${part.replace(/[\x00-\x08\x0b\x0e-\x1f\uFEFF]/g, '')}"`);
    fc.assert(
      fc.property(printable, (part) => {
        for (const input of [bytes(utf8(part)), bytes([0xff, 0xfe], utf16le(part)), bytes([0xfe, 0xff], utf16be(part))])
          expect(decode(input, 'f')).toMatchObject({ value: { text: part } });
      }),
    );
  });
});

const exports = '../shared/data/exports';
const missing = !existsSync(exports);
if (missing) console.warn(`skipped: real exports, because there is no ${exports}`);

describe.skipIf(missing)('decode, real exports', () => {
  it.each([
    ['send-connector.clixml.xml', /<Objs/],
    ['utf16le-primitives.clixml.xml', /<Objs/],
  ])('%s', (name, holds) => {
    const read = decode(readFileSync(`${exports}/${name}`), name);
    expect(read.ok && read.value.text).toMatch(holds);
    expect(read.ok && read.value.text.startsWith('\uFEFF')).toBe(false);
  });
});
