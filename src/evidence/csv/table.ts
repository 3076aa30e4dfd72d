import type { Reports } from '../../diagnostics/reports.js';
import type { ExportRecord, Shape } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import type { Column } from './header.js';
import type { Row } from './rows.js';

/** What was read so far. */
export interface Table {
  readonly file: string;
  readonly delimiter: string;
  readonly reports: Reports;
  readonly records: ExportRecord[];
  /** The first header of the file, and the one that counts: it has no columns where it could not be read. */
  first: readonly Column[] | undefined;
  columns: readonly Column[];
  /** Of columns that each have a name of their own. */
  shape: Shape | undefined;
  /** Some cell may hold an object as a text. */
  readonly holdsObjects: boolean;
  /** Which of its columns hold truth. */
  booleans: readonly number[];
  typeNames: readonly string[];
  /** A prelude was read, and not yet the header that it announces. */
  headerIsDue: boolean;
  /** Rows of empty cells below the last record, and the line of the first. */
  emptyRows: number;
  emptyFrom: number;
  /** The last row, and the same where it has fewer cells than columns. */
  last: Row | undefined;
  short: Row | undefined;
}

export const newTable = (file: string, delimiter: string, holdsObjects: boolean): Table => ({
  shape: undefined,
  holdsObjects,
  file,
  delimiter,
  reports: new Map(),
  records: [],
  first: undefined,
  columns: [],
  booleans: [],
  typeNames: [],
  headerIsDue: true,
  emptyRows: 0,
  emptyFrom: 0,
  last: undefined,
  short: undefined,
});

export const placeOf = ({ file }: Table, { line }: Pick<Row, 'line'>): Place => ({ file, line });
