import { expect, it } from 'vitest';
import { lineEndOf } from '../../src/text/line-end.js';

it.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\nb\n', '\n'],
  ['a\r\nb\r\n', '\r\n'],
  ['a\rb\r', '\r'],
  ['a\r\nb\r\nc\n', '\r\n'],
  ['a\r\nb\nc\n', '\n'],
])('%j has mostly %j', (text, lineEnd) => expect(lineEndOf(text)).toBe(lineEnd));
