/**
 * How STIG Manager decodes references in the text of an element once more, after its XML parser: everything that
 * HTML knows. Of HTML's names only those of Latin-1 are here, which HTML also takes without a semicolon; `mayChange` tells of
 * the others.
 */

/** The characters from U+00A0 to U+00FF by their names in HTML, in that order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...['amp&', 'AMP&', 'lt<', 'LT<', 'gt>', 'GT>', 'quot"', 'QUOT"', 'COPY©', 'REG®'].map((entry): [string, string] => [
    entry.slice(0, -1),
    entry.slice(-1),
  ]),
]);

const reference = new RegExp(
  `&(?:#(\\d+);?|#[xX]([\\da-fA-F]+);?|(${[...named.keys()].sort((a, b) => b.length - a.length).join('|')});?|(apos);)`,
  'g',
);

/** What HTML makes of the numbers 128 to 159: Windows-1252, where that has a character. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const characterOf = (codePoint: number): string => {
  if (codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return '\ufffd';
  if (codePoint >= 0x80 && codePoint <= 0x9f) return windows1252.charAt(codePoint - 0x80);
  return String.fromCodePoint(codePoint);
};

/** A text of an element as STIG Manager has it in the end, from what its XML parser decoded once. */
export const decodeHtml = (text: string): string => {
  if (!text.includes('&')) return text;
  return text.replace(reference, (_, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    return name === undefined ? "'" : (named.get(name) ?? '');
  });
};

/** True where a text holds what may be one of HTML's two thousand other names. */
export const mayChange = (text: string): boolean => /&[A-Za-z][\dA-Za-z]+;/.test(text);
