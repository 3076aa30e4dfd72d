import { formatOutputName, headerNames } from '../property-names.js';
import { isSendConnectorType, isTransportConfigType } from '../recognise.js';
import { isSecretKey } from '../secrets.js';
import type { Start } from './rows.js';

/** A column of a CSV export. */
export interface Column {
  readonly name: string;
  /** The name in lower case: PowerShell's names have no case. */
  readonly key: string;
  readonly secret: boolean;
}

/** What a header may have before it: PowerShell's `#TYPE` with the type's name, or Excel's `sep=` with the delimiter. */
export interface Prelude {
  readonly typeName?: string;
  readonly separator?: string;
}

/** What stands before the first header, and how the cells are delimited. */
export interface Preamble extends Start {
  readonly preludes: readonly (Prelude & { readonly line: number })[];
}

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads what comes before the header, blank lines included; then tells the delimiter by the header: the one that makes the most
 * known names of it, outside quotes. Where several do, `sep=` decides.
 */
export const readPreamble = (text: string): Preamble => {
  const preludes: (Prelude & { readonly line: number })[] = [];
  let offset = 0;
  for (let lines = 0; ; lines++) {
    const end = /\r\n?|\n/g;
    end.lastIndex = offset;
    const found = end.exec(text);
    const next = found === null ? text.length : found.index + found[0].length;
    const line = text.slice(offset, found?.index);
    const prelude = preludeOf([line], ',');
    if (prelude !== undefined) preludes.push({ ...prelude, line: lines + 1 });
    else if (line.trim() !== '' || next === text.length)
      return {
        offset,
        lines,
        preludes,
        delimiter: delimiterOf(line, preludes.find(({ separator }) => separator !== undefined)?.separator),
      };
    offset = next;
  }
};

const delimiterOf = (header: string, separator: string | undefined): string => {
  const outside = header.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[,;\t|]/g, '_'));
  const tried = separator === undefined ? delimiters : [separator, ...delimiters];
  const scored = tried.map((delimiter) => {
    const cells = outside.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
    return { delimiter, score: cells.filter(isKnown).length * 10_000 + cells.length };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
};

/**
 * A prelude as it is, or as a spreadsheet saved it, quoted and with empty cells behind; undefined for any other row, one with a quote
 * that is not closed among them. A type's name may hold delimiters inside brackets, so that the row's cells are put together again.
 */
export const preludeOf = (cells: readonly string[], delimiter: string): Prelude | undefined => {
  if (!/^"?(?:#TYPE\s|sep=)/i.test(cells[0] ?? '')) return undefined;
  const row = cells.join(delimiter);
  const separator = /^("?)sep=([^\w\s"]|\t)\1(?:[,;\t|]|"")*$/i.exec(row)?.[2];
  if (separator !== undefined) return { separator };
  const typeName = /^("?)#TYPE\s+([\w.+`]+(?:\[[^"]*\])?)\1(?:[ ,;|\t]|"")*$/i.exec(row)?.[2];
  return typeName === undefined ? undefined : { typeName };
};

/** True for the types of what Get-SendConnector and Get-TransportConfig give, and of what Select-Object makes of it. */
export const isGenuineType = (name: string): boolean =>
  isSendConnectorType(name) ||
  isTransportConfigType(name) ||
  /^(?:(?:Deserialized|Selected)\.)*System\.Management\.Automation\.PS(?:Custom)?Object$/.test(name);

/** The columns of a header row. */
export const columnsOf = (cells: readonly string[]): readonly Column[] =>
  cells.map((cell) => {
    const name = cell.trim();
    const key = name.toLowerCase();
    return { name, key, secret: isSecretKey(key) };
  });

/** True for the header of Format-List's or Format-Table's output, which holds layout, not values. */
export const isFormatOutput = (columns: readonly Column[]): boolean =>
  columns.some(({ key }) => key === formatOutputName.toLowerCase());

/** True for a row that can be a file's header: it has a known name, and nothing that only data has. */
export const isHeader = (cells: readonly string[]): boolean => cells.some(isKnown) && !cells.some(isData);

/**
 * True for a row below the first header that is another one: it has nothing that only data has, and names that are mostly known and
 * each once, or one in its own column. A connector that is called like a property has its Booleans besides.
 */
export const isLaterHeader = (cells: readonly string[], columns: readonly Column[]): boolean => {
  const isNamed = cells.some((cell, i) => isOwnName(cell, columns[i]));
  const several = () => {
    const known = cells.filter(isKnown).length;
    return known >= 2 && known * 2 >= cells.length && new Set(cells).size === cells.length;
  };
  return (isNamed || several()) && !cells.some(isData);
};

/** True for a cell that has its own column's name. */
export const isOwnName = (cell: string, column: Column | undefined): boolean =>
  cell !== '' &&
  column !== undefined &&
  cell.length <= column.name.length + 2 &&
  cell.trim().toLowerCase() === column.key;

export const isSameHeader = (cells: readonly string[], columns: readonly Column[]): boolean =>
  cells.length === columns.length && cells.every((cell, i) => cell.trim().toLowerCase() === columns[i]?.key);

/**
 * True for a later header that is the present one, damaged, so that its columns still count: it has a name twice, or in each place
 * the column's own name or half of it.
 */
export const isDamagedHeader = (cells: readonly string[], columns: readonly Column[]): boolean => {
  if (cells.length !== columns.length || isSameHeader(cells, columns)) return false;
  const isLike = (cell: string, i: number) =>
    isOwnName(cell, columns[i]) || (!isKnown(cell) && isMostOf(cell.trim().toLowerCase(), columns[i]?.key ?? ''));
  return new Set(cells).size < cells.length || cells.every(isLike);
};

/** True where a text begins and ends as a name does, for half of its length together. */
const isMostOf = (text: string, name: string): boolean => {
  let start = 0;
  while (start < name.length && text[start] === name[start]) start++;
  let end = 0;
  while (end < name.length - start && text.at(-1 - end) === name.at(-1 - end)) end++;
  return (start + end) * 2 >= name.length;
};

/** Cells that no header has: truth, GUIDs, lines, what a collection was flattened to, a prelude that lost its line end. */
const isData = (cell: string): boolean =>
  /[\r\n]/.test(cell) ||
  /^\s*(\$?(true|false)|\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?)\s*$/i.test(cell) ||
  /^\s*(#TYPE\s|sep=|(System|Microsoft\.Exchange)\.[\w.]+[`[])/i.test(cell);

const isKnown = (cell: string): boolean => headerNames.has(cell.trim().toLowerCase());
