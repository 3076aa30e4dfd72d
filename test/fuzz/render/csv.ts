import { type Cell, type CsvDialect, type Table, wordOf } from '../dialect.js';

const connectorType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';

/** What Export-Csv or a spreadsheet writes. The header is that of the first record, or the table's where there is none. */
export const toCsvText = (table: Table, dialect: CsvDialect): string => {
  const names = table.rows[0]?.map((cell) => cell.name) ?? table.columns;
  const line = (cells: readonly string[]): string => cells.map((cell) => quoted(cell, dialect)).join(dialect.delimiter);
  const header = [...(dialect.typeLine ? [`#TYPE ${connectorType}`] : []), line(names)];
  const lines = [...(dialect.sepLine ? [`sep=${dialect.delimiter}`] : []), ...header];
  for (const [i, row] of table.rows.entries()) {
    if (dialect.appended && i === 1) lines.push(...header);
    lines.push(
      row
        .map((cell) => (cell.value.kind === 'null' ? nullOf(dialect) : quoted(textOf(cell, dialect), dialect)))
        .join(dialect.delimiter),
    );
  }
  return lines.map((one) => one + dialect.eol).join('');
};

const nullOf = (dialect: CsvDialect): string => (dialect.nulls === 'nothing' ? '' : '""');

const quoted = (text: string, dialect: CsvDialect): string =>
  dialect.quoting === 'all' || /["\r\n]/.test(text) || text.includes(dialect.delimiter) || text.startsWith('#')
    ? `"${text.replaceAll('"', '""')}"`
    : text;

const textOf = ({ value }: Cell, dialect: CsvDialect): string => {
  switch (value.kind) {
    case 'boolean':
      return wordOf(dialect.booleans, value.value);
    case 'level':
      return value.value;
    case 'identity':
      return value.name;
    case 'list':
      if (dialect.lists === 'type-name') return `Microsoft.Exchange.Data.MultiValuedProperty\`1[${value.typeName}]`;
      return value.items.join(dialect.lists);
    case 'null':
      return '';
    default:
      return value.text;
  }
};
