import { type Cell, type ListDialect, type Table, wordOf } from '../dialect.js';

/** What Format-List prints: labels padded to the longest, values wrapped at the console's width, a blank line behind each object. */
export const toListText = (table: Table, dialect: ListDialect): string => {
  const lines = dialect.prompt ? ['[PS] C:\\>Get-SendConnector | Format-List', '', ''] : ['', ''];
  for (const row of table.rows) {
    const room = Math.max(...row.map((cell) => cell.name.length));
    for (const cell of row) lines.push(...wrapped(`${cell.name.padEnd(room)} : `, textOf(cell, dialect), dialect));
    lines.push('');
  }
  lines.push(dialect.prompt ? '[PS] C:\\>' : '');
  return lines.map((line) => (dialect.stripped ? line.trimEnd() : line) + dialect.eol).join('');
};

/** Breaks behind a space where there is one, else in the middle of a word; Booleans never need it. */
const wrapped = (label: string, text: string, { width }: ListDialect): string[] => {
  const room = Math.max(width - label.length, 20);
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room - 1);
    const at = space > 0 ? space + 1 : room;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  lines.push(rest);
  return lines.map((line, i) => (i === 0 ? label : ' '.repeat(label.length)) + line);
};

const textOf = ({ value }: Cell, dialect: ListDialect): string => {
  switch (value.kind) {
    case 'boolean':
      return wordOf(dialect.booleans, value.value);
    case 'level':
      return value.value;
    case 'identity':
      return value.name;
    case 'list': {
      const dots = dialect.version === 5 ? '...' : '…';
      return `{${value.items.slice(0, 4).join(', ')}${value.items.length > 4 ? dots : ''}}`;
    }
    case 'null':
      return '';
    default:
      return value.text;
  }
};
