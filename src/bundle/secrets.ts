import { decodeExport } from '../bytes/decode-export.js';
import { readPreamble } from '../evidence/csv/header.js';
import { readRows } from '../evidence/csv/rows.js';

/** Properties that no bundle may hold. */
const names = /authentication\s?credential|serialization\s?data/gi;

/** What stands for a credential under any other name: PowerShell's type for it, and an encrypted text of CLIXML. */
const other = /System\.Management\.Automation\.PSCredential|System\.Security\.SecureString|<SS[\s>]/i;

/** How the collector says that it left them out. */
const leavingOut = '-ExcludeProperty AuthenticationCredential,SerializationData';

/** The property with nothing in it, as each format writes that. */
const empty = [
  /<Nil N="(?:AuthenticationCredential|SerializationData)" ?\/>/gi,
  /"(?:AuthenticationCredential|SerializationData)"\s*:\s*(?:null|""|\[\s*\])/gi,
  // A label of a list, and the next line begins with another one.
  /^[ \t]*(?:AuthenticationCredential|SerializationData)[ \t]*:[ \t]*\r?\n(?=[ \t]*(?:\w+[ \t]*:|$))/gim,
];

/**
 * Whether a file may hold a credential or a serialized object: the property stands in it, in whatever case, and not only with nothing
 * in it. A name that is written with escapes counts as one with a value. What cannot be read as text may hold anything.
 */
export const mayHoldSecret = (bytes: Uint8Array, file: string): boolean => {
  const decoded = decodeExport(bytes, file);
  if (!decoded.ok) return true;
  const { text } = decoded.value;
  const plain = unescaped(text).replaceAll(leavingOut, '');
  if (other.test(plain)) return true;
  const named = plain.match(names)?.length ?? 0;
  const known = empty.reduce((sum, shape) => sum + (text.match(shape)?.length ?? 0), 0);
  return named > known && named > emptyColumns(text);
};

/** The columns of a CSV that have one of the names and nothing in any row; none where a row is not as long as the header. */
const emptyColumns = (text: string): number => {
  const columns: number[] = [];
  let width = 0;
  const isFull = readRows(text, readPreamble(text), ({ cells, quotes }) => {
    if (width === 0) {
      width = cells.length;
      columns.push(
        ...cells.flatMap((cell, i) => (/^(?:AuthenticationCredential|SerializationData)$/i.test(cell) ? [i] : [])),
      );
      return columns.length === 0 ? true : undefined;
    }
    return cells.length !== width || quotes !== 'whole' || columns.some((i) => cells[i] !== '') ? true : undefined;
  });
  return isFull === true ? 0 : columns.length;
};

/** Characters for their escapes in XML, CLIXML and JSON. */
const unescaped = (text: string): string =>
  text.replace(
    /&#x([0-9a-f]{1,6});|&#(\d{1,7});|_x([0-9a-f]{4})_|\\u([0-9a-f]{4})/gi,
    (whole, hex?: string, decimal?: string, clixml?: string, json?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? clixml ?? json ?? '', 16) : Number(decimal);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    },
  );
