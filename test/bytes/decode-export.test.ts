import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeExport } from '../../src/bytes/decode-export.js';
import { messageOf } from '../../src/diagnostics/diagnostic.js';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const utf16le = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string): number[] => [...Buffer.from(text, 'utf16le').swap16()];
const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const text = '"Name","Enabled"\r\n"Grünes Tor – 東京 😀","True"\r\n';

/** The text that was read, and the codes of what was reported. */
const read = (input: Uint8Array) => {
  const decoded = decodeExport(input, 'f');
  return [decoded.ok ? decoded.value.text : undefined, ...decoded.diagnostics.map(({ code }) => code)];
};

describe('decodeExport', () => {
  it.each([
    ['utf-8', bytes(utf8(text))],
    ['utf-8-bom', bytes([0xef, 0xbb, 0xbf], utf8(text))],
    ['utf-16le', bytes([0xff, 0xfe], utf16le(text))],
    ['utf-16be', bytes([0xfe, 0xff], utf16be(text))],
  ])('reads %s without a doubt', (encoding, input) => {
    expect(decodeExport(input, 'f')).toEqual({ ok: true, value: { text, encoding }, diagnostics: [] });
  });

  it('reads Windows-1252 without a doubt, unless some of it is UTF-8', () => {
    expect(read(bytes('Gr', [0xfc], 'n ', [0x96], '\t'))).toEqual(['Grün –\t']);
    // A two-byte lead that is followed by no continuation is a letter before a letter.
    expect(read(bytes([0xc3], 'n', [0xf5, 0x80]))).toEqual(['Ãnõ€']);
    expect(read(bytes([0xfc], utf8('ü')))).toEqual(['üÃ¼', 'encoding-mixed']);
    expect(read(bytes([0xfc], utf8('東')))).toEqual(['üæ\x9d±', 'encoding-mixed', 'text-control']);
    expect(read(bytes([0xfc], utf8('😀')))).toEqual(['üðŸ˜€', 'encoding-mixed']);
  });

  it('leaves question marks, tabs, line ends and colours alone', () => {
    expect(read(bytes('?\t\r\n\x1b[32;1mName\x1b[0m'))).toEqual(['?\t\r\n\x1b[32;1mName\x1b[0m']);
  });

  it.each([
    ['UTF-16LE without a mark', bytes(utf16le(text)), text, ['encoding-without-mark']],
    ['UTF-16BE without a mark', bytes(utf16be(text)), text, ['encoding-without-mark']],
    [
      'ASCII with UTF-16 behind it',
      bytes('Name:\r\n', utf16le('Enabled: True\r\n')),
      'Name:\r\nEnabled: True\r\n',
      ['encoding-mixed'],
    ],
    ['a NUL in a name', bytes('Name\0,'), 'Name,', ['encoding-mixed']],
    ['UTF-16LE of odd length', bytes([0xff, 0xfe], utf16le('Name'), [0x41]), 'Name\uFFFD', ['text-damaged']],
    ['a lone surrogate', bytes([0xff, 0xfe], utf16le('a\ud800b')), 'a\uFFFDb', ['text-damaged']],
    ['marked UTF-8 with another byte', bytes([0xef, 0xbb, 0xbf], 'Gr', [0xfc], 'n'), 'Gr\uFFFDn', ['text-damaged']],
    ['what was lost before', bytes(utf8('a\uFFFDb')), 'a\uFFFDb', ['text-damaged']],
    ['a form feed', bytes('a\fb'), 'a\fb', ['text-control']],
    ['an escape that is no colour', bytes('\x1b[2JName'), '\x1b[2JName', ['text-control']],
    ['a control character of the second block', bytes(utf8('a\u0085b')), 'a\u0085b', ['text-control']],
  ])('doubts %s, and reads it', (_, input, read_, codes) => {
    expect(read(input)).toEqual([read_, ...codes]);
    for (const { effect } of decodeExport(input, 'f').diagnostics) expect(effect).toBe('withholds-pass');
  });

  it('says where and how often', () => {
    const { diagnostics } = decodeExport(bytes('a\r\nb\x07\x07\r\n', utf8('\uFFFD')), 'f');
    expect(diagnostics.map((d) => [d.place.line, messageOf(d).split(':')[0]])).toEqual([
      [3, 'characters were lost here (U+FFFD in one place)'],
      [2, 'there is a control character U+0007 here (control characters in the file'],
    ]);
  });

  it('drops the marks of appended files at the beginning of lines, and no other U+FEFF', () => {
    expect(read(bytes([0xef, 0xbb, 0xbf], utf8('a\r\n\uFEFFb\n\uFEFFc\uFEFFd')))).toEqual(['a\r\nb\nc\uFEFFd']);
  });

  it.each([
    ['zip', bytes('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml')],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ])('refuses %s', (_, input) => expect(read(input)).toEqual([undefined, 'binary-input']));

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (input) => void decodeExport(input, 'f')));
  });
});
