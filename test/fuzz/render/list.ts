import { type Cell, type ListDialect, type Table, wordOf } from '../dialect.js';

const prompt = '[PS] C:\\Windows\\system32>';
const stars = '*'.repeat(22);

/** What Format-List prints: labels padded to the longest, values wrapped at the console's width, a blank line behind each object. */
export const toListText = (table: Table, dialect: ListDialect): string => {
  const { noise } = dialect;
  const framed = noise === 'transcript' || noise === 'other-cmdlet' || dialect.prompt;
  const lines = framed ? [`${prompt}Get-SendConnector | Format-List`, '', ''] : ['', ''];
  for (const row of table.rows) lines.push(...above(row, dialect), ...objectOf(row, dialect), '');
  lines.push(framed ? prompt : '');
  return around(lines, dialect)
    .map((line) => (dialect.stripped ? line.trimEnd() : line) + dialect.eol)
    .join('');
};

const objectOf = (row: readonly Cell[], dialect: ListDialect): readonly string[] => {
  const room = dialect.noise === 'unpadded' ? 0 : Math.max(...row.map((cell) => cell.name.length));
  const lines = row.flatMap((cell) => wrapped(`${cell.name.padEnd(room)} : `, textOf(cell, dialect), dialect));
  if (dialect.noise !== 'colours') return lines;
  const label = /^\S[^:]* : /;
  return lines.map((line) => line.replace(label, (found) => `\u001b[32;1m${found}\u001b[0m`));
};

/** What a script prints above each object. */
const above = (row: readonly Cell[], { noise, booleans }: ListDialect): readonly string[] => {
  if (noise === 'headings') return ['==== A connector ====', ''];
  const group = noise === 'group' ? row.find((cell) => /^RequireTLS$/i.test(cell.name)) : undefined;
  if (group?.value.kind !== 'boolean') return [];
  return [`   ${group.name}: ${wordOf(booleans, group.value.value).trim()}`, ''];
};

/** What stands around the whole, and what a mail or a page did to it. */
const around = (lines: readonly string[], { noise }: ListDialect): readonly string[] => {
  switch (noise) {
    case 'title':
      return ['=====================', 'Send connectors', '=====================', ...lines];
    case 'transcript':
      return [
        stars,
        'PowerShell transcript start',
        'Start time: 20260301120000',
        'Username: EXAMPLE\\admin',
        'Machine: EDGE01 (Microsoft Windows NT 10.0.20348.0)',
        'PSVersion: 5.1.20348.1',
        stars,
        ...lines.slice(0, -1),
        `${prompt}Stop-Transcript`,
        stars,
        'PowerShell transcript end',
        'End time: 20260301120100',
        stars,
      ];
    case 'notice':
      return ['VERBOSE: Connecting to EDGE01.example.mil.', ...lines];
    case 'double-spaced':
      return lines.filter((line) => line !== '').flatMap((line) => [line, '']);
    case 'no-break':
      return lines.map((line) => line.replaceAll(' ', '\u00a0'));
    case 'quoted':
      return lines.map((line) => `> ${line}`);
    case 'warning':
      return ['WARNING: The object EDGE01 has been corrupted, and it is in an inconsistent state.', ...lines];
    case 'other-cmdlet':
      return [
        ...lines.slice(0, -1),
        `${prompt}Get-TransportConfig | Format-List Name,MaxSendSize`,
        '',
        '',
        'Name        : Transport Settings',
        'MaxSendSize : 35 MB (36,700,160 bytes)',
        '',
        '',
        '',
        prompt,
      ];
    default:
      return lines;
  }
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
