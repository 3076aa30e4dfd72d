import { reportAt } from '../../diagnostics/reports.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import { addProperty } from '../add-property.js';
import { cellValue, PropertyRow } from '../property-row.js';
import { type Column, isOwnName } from './header.js';
import type { Row } from './rows.js';
import { placeOf, type Table } from './table.js';

const withheld: ExportValue = { kind: 'withheld' };

/** The properties whose value may be the name of a property. */
const labels = new Set(['name', 'identity', 'id', '']);

/** Makes a record of a row's first cells. */
export const recordOf = (table: Table, row: Row, columns: readonly Column[]): ExportRecord => {
  const { records, typeNames, reports, shape } = table;
  const { cells } = row;
  const place = placeOf(table, row);
  // A value that may have something inside is the record before's where it is the same.
  const isPlain = !row.hasLineEnds && !table.holdsObjects && columns === table.columns;
  if (isPlain && shape !== undefined && cells.length === columns.length) {
    for (let i = 0; i < columns.length; i++) reportOwnName(table, cells[i] ?? '', columns[i], place);
    const values = columns.some(({ secret }) => secret)
      ? cells.map((cell, i) => (columns[i]?.secret ? withheld : cell))
      : cells;
    return { place, typeNames, properties: new PropertyRow(shape, values, place) };
  }
  const before = records.at(-1)?.properties;
  const properties = new Map<string, ExportProperty>();
  for (const [i, column] of columns.entries()) {
    const cell = cells[i] ?? '';
    const { name, key, secret } = column;
    const value = secret ? withheld : sameOrNew(cell, before?.get(key)?.value);
    reportOwnName(table, cell, column, place);
    if (key !== '') addProperty(properties, key, { name, place, value });
    else if (cell !== '') reportAt(reports, 'csv-column-without-name', () => place, { column: i + 1 });
  }
  return { place, typeNames, properties };
};

const reportOwnName = ({ reports }: Table, cell: string, column: Column | undefined, place: Place): void => {
  if (column !== undefined && isOwnName(cell, column) && !labels.has(column.key))
    reportAt(reports, 'csv-name-as-value', () => ({ ...place, property: column.name }));
};

/** The value of the record before where it is the same: most columns hold few different values, and memory is what costs. */
const sameOrNew = (cell: string, before: ExportValue | undefined): ExportValue =>
  before?.kind === 'text' && before.text === cell ? before : cellValue(cell);
