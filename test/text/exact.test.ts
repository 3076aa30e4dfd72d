import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeExactly, type ExactEncoding, encodeAs } from '../../src/bytes/exact.js';

const encodings: readonly ExactEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'];
const codesOf = (bytes: Uint8Array) => decodeExactly(bytes, 'f').diagnostics.map((d) => d.code);

describe('exact decoding', () => {
  it.each(encodings)('%s: every text comes back, and every byte', (encoding) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (random) => {
        const text = `<x>${random}\uFEFF\r\n\u{1F600}</x>`;
        const bytes = encodeAs(text, encoding);
        const read = decodeExactly(bytes, 'f');
        if (!read.ok) throw new Error('refused');
        expect(read.value).toEqual({ text, encoding });
        expect(encodeAs(read.value.text, read.value.encoding)).toEqual(bytes);
      }),
    );
  });

  it('keeps a byte order mark that follows the first, and one within', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xef, 0xbb, 0xbf]);
    const read = decodeExactly(bytes, 'f');
    expect(read).toMatchObject({ ok: true, value: { text: '\uFEFFa\n\uFEFF', encoding: 'utf-8-bom' } });
  });

  it('writes the bytes that the names of the encodings say', () => {
    expect([...encodeAs('é', 'utf-8')]).toEqual([0xc3, 0xa9]);
    expect([...encodeAs('é', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9]);
    expect([...encodeAs('é', 'utf-16le')]).toEqual([0xff, 0xfe, 0xe9, 0x00]);
    expect([...encodeAs('é', 'utf-16be')]).toEqual([0xfe, 0xff, 0x00, 0xe9]);
  });

  it.each([
    ['a byte that is no UTF-8', [0x3c, 0xe9, 0x3e], 'document-undecodable'],
    ['an overlong sequence', [0xc0, 0xaf], 'document-undecodable'],
    ['half a character at the end', [0x61, 0xe2, 0x82], 'document-undecodable'],
    ['UTF-16 with half a unit', [0xff, 0xfe, 0x3c, 0x00, 0x3e], 'document-undecodable'],
    ['UTF-16 with a lone surrogate', [0xff, 0xfe, 0x00, 0xd8, 0x3e, 0x00], 'document-undecodable'],
    ['UTF-16 without a mark', [0x3c, 0x00, 0x78, 0x00], 'document-encoding'],
    ['a zip', [0x50, 0x4b, 0x03, 0x04], 'document-binary'],
    ['UTF-32', [0xff, 0xfe, 0x00, 0x00], 'document-binary'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codesOf(new Uint8Array(bytes))).toEqual([code]);
  });
});
