import type { ExportProperty, ExportRecord, ExportValue } from '../../model/export-record.js';
import { booleans } from '../property-names.js';
import { isSecret } from '../secrets.js';
import { seen } from '../seen.js';
import { indexOfCell } from './cells.js';
import { isConnectorName } from './label.js';
import { valueOfPieces } from './value.js';

/** How many lines a header may take: a narrow console breaks its names, down to a letter a line. */
const headerLines = 64;

/**
 * The line of dashes of the table whose header begins in a line: as many dashes as each name has letters, a blank or more between
 * them. One group of dashes underlines a heading too, so that it must be a property's name that stands above it.
 */
export const dashesBelow = (lines: readonly string[], header: number): number | undefined => {
  for (let at = header + 1; at <= header + headerLines; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') return undefined;
    if (!/^ *-+(?: +-+)* *$/.test(line)) continue;
    const several = /- +-/.test(line);
    return several || isConnectorName(lines[at - 1] ?? '') ? at : undefined;
  }
  return undefined;
};

interface Column {
  readonly name: string;
  /** The cells where it and the next column begin. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a table that Format-Table printed, a record for each row. A cell that is blank, wrapped, or ends in dots is unknown; so is
 * a column whose name is not whole above its dashes.
 */
export const readTable = (
  lines: readonly string[],
  header: number,
  dashes: number,
  end: number,
  file: string,
): readonly ExportRecord[] => {
  const columns = columnsOf(lines.slice(header, dashes), lines[dashes] ?? '');
  const records: ExportRecord[] = [];
  for (let at = dashes + 1; at < end; at++) {
    const cells = columns.map((column) => cellOf(lines[at] ?? '', column));
    const place = { file, line: at + 1 };
    const last = records.at(-1);
    if (last !== undefined && goesOn(columns, cells)) {
      records[records.length - 1] = { ...last, properties: withoutWrapped(last.properties, columns, cells) };
      continue;
    }
    const properties = new Map<string, ExportProperty>();
    for (const [i, { name }] of columns.entries()) {
      const key = name.toLowerCase();
      const value = isSecret(name) ? ({ kind: 'withheld' } as const) : valueOfCell(key, cells[i]);
      if (name !== '') properties.set(key, { name, place, value });
    }
    records.push({ place, typeNames: [], properties });
  }
  return records;
};

/** The columns by their dashes; one without a whole name has none. */
const columnsOf = (header: readonly string[], dashes: string): Column[] => {
  const groups = [...dashes.matchAll(/-+/g)];
  return groups.map(({ index, 0: group }, i) => {
    const to = groups[i + 1]?.index ?? Number.POSITIVE_INFINITY;
    const parts = header.map((line) => line.slice(indexOfCell(line, index), indexOfCell(line, to)).trim());
    const written = parts.filter((part) => part !== '');
    const [name = ''] = written;
    const whole = written.length === 1 && name.length === group.length && !/(?:\.\.\.|…)$/.test(name);
    return { name: whole ? name : '', from: index, to };
  });
};

/** What a line has in a column; undefined where another column's text runs into it, or the text into the next column. */
const cellOf = (line: string, { from, to }: Column): string | undefined => {
  const [begin, end] = [indexOfCell(line, from), indexOfCell(line, to)];
  const apart = [begin, end].every((at) => at === 0 || at >= line.length || line.charAt(at - 1) === ' ');
  return apart ? line.slice(begin, end).trim() : undefined;
};

/** A Boolean is always printed: a line without it holds what did not fit into the row above. */
const goesOn = (columns: readonly Column[], cells: readonly (string | undefined)[]): boolean =>
  columns.some(({ name }, i) => booleans.has(name.toLowerCase()) && cells[i] === '');

const withoutWrapped = (
  properties: ExportRecord['properties'],
  columns: readonly Column[],
  cells: readonly (string | undefined)[],
): ExportRecord['properties'] => {
  const kept = new Map(properties);
  for (const [i, { name }] of columns.entries()) {
    const property = kept.get(name.toLowerCase());
    if (property === undefined || cells[i] === '' || property.value.kind === 'withheld') continue;
    kept.set(name.toLowerCase(), { ...property, value: { kind: 'unreadable', reason: 'cut' } });
  }
  return kept;
};

const valueOfCell = (key: string, cell: string | undefined): ExportValue => {
  // Null, or an empty text, or nothing that fits.
  if (cell === '') return { kind: 'unreadable', reason: 'absent' };
  if (cell === undefined) return { kind: 'unreadable', reason: 'cut' };
  if (/(?:\.\.\.|…)\}?$/.test(cell)) return { kind: 'unreadable', reason: 'cut', seen: seen(cell) };
  return valueOfPieces(key, [{ text: cell, end: 0 }], 0);
};
