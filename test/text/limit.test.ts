import { expect, test } from 'vitest';
import { cutText, textLimit } from '../../src/text/limit.js';

test.each([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['abc', 0, ''],
  ['abc', -5, ''],
  ['a😀b', 1, 'a'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['a\ud83db', 2, 'a\ud83d'],
])('cutText(%j, %i)', (text, units, expected) => {
  expect(cutText(text, units)).toBe(expected);
});

test('the limit is that of the importers', () => {
  expect(textLimit).toBe(2 ** 15 - 1);
});
