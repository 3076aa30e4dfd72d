import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256, sha256InScript } from '../../src/text/sha256.js';

const byNode = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

test('is what node says, at every length around the blocks and in views of larger buffers', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 0xff);
    expect(sha256InScript(bytes)).toBe(byNode(bytes));
    expect(sha256InScript(new Uint8Array([...bytes, 1, 2, 3]).subarray(0, length))).toBe(byNode(bytes));
  }
});

test('is what node says of any text and any bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256InScript(text) === byNode(text)),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => sha256InScript(bytes) === byNode(bytes)));
});

test('counts the bits of large inputs', () => {
  const bytes = new Uint8Array(5_000_001).fill(7);
  expect(sha256InScript(bytes)).toBe(byNode(bytes));
});

test('where Node is, it is asked', () => {
  expect(sha256('a \ud800 b')).toBe(byNode('a \ud800 b'));
  expect(sha256(new Uint8Array([1, 2, 3]).subarray(1))).toBe(byNode(new Uint8Array([2, 3])));
});
