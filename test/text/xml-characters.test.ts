import { describe, expect, test } from 'vitest';
import { toXmlText } from '../../src/text/xml-characters.js';

const allowedByXml = (unit: number): boolean =>
  unit === 0x9 ||
  unit === 0xa ||
  unit === 0xd ||
  (unit >= 0x20 && unit <= 0xd7ff) ||
  (unit >= 0xe000 && unit <= 0xfffd);

describe('toXmlText', () => {
  test('replaces exactly the single units that XML 1.0 does not allow', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      const expected = allowedByXml(unit)
        ? { text: unit === 0xd ? '\n' : character, replaced: 0 }
        : { text: '\ufffd', replaced: 1 };
      if (toXmlText(character).text !== expected.text || toXmlText(character).replaced !== expected.replaced)
        expect.unreachable(`U+${unit.toString(16)}`);
    }
  });

  test.each([
    ['a\r\nb\rc\n\r', 'a\nb\nc\n\n', 0],
    ['😀 \u{10ffff} \u{1fffe}', '😀 \u{10ffff} \u{1fffe}', 0],
    ['\ud83d', '\ufffd', 1],
    ['\ude00\ud83d', '\ufffd\ufffd', 2],
    ['\ud83d\ud83d\ude00', '\ufffd😀', 1],
    ['', '', 0],
  ])('%j', (text, expected, replaced) => {
    expect(toXmlText(text)).toEqual({ text: expected, replaced });
  });
});
