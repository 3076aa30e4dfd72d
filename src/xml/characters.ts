/** Names as XML 1.0 (fifth edition, 2.3) has them, without the colon that namespaces take. */
const nameStart =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const ncName = `[${nameStart}][${nameStart}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]*`;

/** Sticky: a name without a colon, such as a processing instruction's target. */
export const plainName = new RegExp(ncName, 'uy');

const notInName = new RegExp(`[^${nameStart}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]`, 'gu');

/** A text with `_` for whatever may not stand within a name without a colon; how a name begins is not asked. */
export const toNameCharacters = (text: string): string => text.trim().replace(notInName, '_');

const beginsName = new RegExp(`^[${nameStart}]`, 'u');

/** The same as a whole name; nothing stays nothing. */
export const toNcName = (text: string): string => {
  const name = toNameCharacters(text);
  return name === '' || beginsName.test(name) ? name : `_${name}`;
};

/** Sticky: a name with or without a prefix. */
export const qualifiedName = new RegExp(`${ncName}(?::${ncName})?`, 'uy');

/** Sticky: a reference to one of the five entities that need no declaration, or to a character. */
export const reference = /&(?:#x([\da-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/y;

/** Sticky: what looks like a reference to another entity, or to a character. */
export const otherReference = new RegExp(`&(?:#\\w*|${ncName});`, 'uy');

/** The first character that XML 1.0 (2.2) forbids, lone surrogates included; undefined where there is none. */
export const findForbidden = (text: string): { readonly offset: number; readonly character: string } | undefined => {
  const found = forbidden.exec(text);
  return found === null ? undefined : { offset: found.index, character: codePointName(text.charCodeAt(found.index)) };
};

const forbidden =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True for the number of a character that XML 1.0 (2.2) allows. */
export const isAllowed = (codePoint: number): boolean =>
  codePoint < 0x20
    ? codePoint === 9 || codePoint === 10 || codePoint === 13
    : codePoint < 0xd800 || (codePoint > 0xdfff && codePoint < 0xfffe) || (codePoint > 0xffff && codePoint < 0x110000);

/** `U+001B` */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the references of a text that is known to be well-formed, each exactly once. */
export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([\da-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/g,
        (_, hex?: string, decimal?: string, name?: string) =>
          name === undefined
            ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
            : (entities[name] ?? ''),
      )
    : text;
