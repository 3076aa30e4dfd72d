import type { Dialect, Table } from '../dialect.js';
import { toClixmlText } from './clixml.js';
import { toCsvText } from './csv.js';
import { toJsonText } from './json.js';
import { toListText } from './list.js';

export const toText = (table: Table, dialect: Dialect): string => {
  switch (dialect.format) {
    case 'csv':
      return toCsvText(table, dialect);
    case 'json':
      return toJsonText(table, dialect);
    case 'clixml':
      return toClixmlText(table, dialect);
    case 'list':
      return toListText(table, dialect);
  }
};

/** Windows-1252 from 0x80 to 0x9F. A text that has more is written in UTF-8: names must stay what they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const toBytes = (text: string, encoding: Dialect['encoding']): Uint8Array => {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return utf16(`\ufeff${text}`, true);
    case 'utf-16be':
      return utf16(`\ufeff${text}`, false);
    case 'utf-16le-no-bom':
      return utf16(text, true);
    case 'windows-1252': {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = codeOf(text, i);
        if (code === -1) return new TextEncoder().encode(text);
        bytes[i] = code;
      }
      return bytes;
    }
  }
};

const codeOf = (text: string, i: number): number => {
  const code = text.charCodeAt(i);
  if (code < 0x80 || (code > 0x9f && code < 0x100)) return code;
  const at = windows1252.indexOf(text.charAt(i));
  return at === -1 ? -1 : 0x80 + at;
};

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(little ? bytes : bytes.swap16());
};
