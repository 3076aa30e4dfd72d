import { type Cell, type ClixmlDialect, type Table, wordOf } from '../dialect.js';
import type { Value } from '../facts.js';

const types = ['SmtpSendConnectorConfig', 'MailGateway', 'SendConnector'].map(
  (name) => `Microsoft.Exchange.Data.Directory.SystemConfiguration.${name}`,
);

/** What Export-Clixml writes: MS-PSRP's XML, with ids for objects and for lists of type names. */
export const toClixmlText = (table: Table, dialect: ClixmlDialect): string => {
  let ids = 0;
  let typesAt: string | undefined;
  const tag = (name: string, attributes: string, content: string): string =>
    content === '' && name === 'Nil'
      ? `<${dialect.prefix}${name}${attributes} />`
      : `<${dialect.prefix}${name}${attributes}>${content}</${dialect.prefix}${name}>`;
  const typeNames = (own: readonly string[]): string => {
    if (dialect.types === 'none') return '';
    if (typesAt !== undefined && dialect.types === 'reference' && own === types)
      return `<${dialect.prefix}TNRef RefId="${typesAt}" />`;
    const id = String(ids++);
    if (own === types) typesAt = id;
    return tag('TN', ` RefId="${id}"`, own.map((name) => tag('T', '', name)).join(''));
  };
  const item = (value: Value, attributes: string): string => {
    switch (value.kind) {
      case 'null':
        return dialect.nulls === 'Nil' ? tag('Nil', attributes, '') : tag('S', attributes, '');
      case 'boolean':
        return dialect.texts
          ? tag('S', attributes, wordOf(dialect.booleans, value.value))
          : tag('B', attributes, String(value.value));
      case 'number':
        return tag('I32', attributes, value.text);
      case 'garbage':
        return tag(/^-?\d+$/.test(value.text) && !dialect.texts ? 'I32' : 'S', attributes, escaped(value.text));
      case 'level': {
        const number = { EncryptionOnly: 1, CertificateValidation: 2, DomainValidation: 4 }[value.value];
        if (dialect.enums === 'word') return tag('S', attributes, value.value);
        return tag(
          'Obj',
          `${attributes} RefId="${ids++}"`,
          `${typeNames(['Microsoft.Exchange.Data.TlsAuthLevel', 'System.Enum'])}${tag('ToString', '', value.value)}${tag('I32', '', String(number))}`,
        );
      }
      case 'identity':
      case 'domain': {
        const text = value.kind === 'identity' ? value.name : value.text;
        return dialect.texts
          ? tag('S', attributes, escaped(text))
          : tag(
              'Obj',
              `${attributes} RefId="${ids++}"`,
              typeNames(['System.Object']) + tag('ToString', '', escaped(text)),
            );
      }
      case 'list':
        return tag(
          'Obj',
          `${attributes} RefId="${ids++}"`,
          typeNames(['System.Collections.ArrayList']) +
            tag('LST', '', value.items.map((one) => tag('S', '', escaped(one))).join('')),
        );
      case 'text':
        return tag('S', attributes, escaped(value.text));
    }
  };
  const record = (row: readonly Cell[]): string => {
    const id = ids++;
    const names = typeNames(types);
    const set = (cells: readonly Cell[]): string => {
      let before = '';
      return cells
        .map(({ name, value }) => {
          const start = ids;
          const text = item(value, ` N="${escaped(name)}"`);
          if (dialect.references && value.kind === 'identity' && !dialect.texts && dialect.sets !== 'both')
            before = tag('Ref', ` N="Id" RefId="${start}"`, '');
          return text;
        })
        .concat(before)
        .filter((text) => text !== '')
        .join(dialect.indented ? `${dialect.eol}      ` : '');
    };
    const plain = row.filter(({ value }) => value.kind === 'boolean' || value.kind === 'text');
    const sets =
      dialect.sets === 'both'
        ? tag('Props', '', set(row)) + tag('MS', '', set(plain))
        : tag(dialect.sets, '', set(row));
    return tag('Obj', ` RefId="${id}"`, names + sets);
  };
  const wholeId = dialect.whole ? ids++ : 0;
  const line = dialect.indented ? `${dialect.eol}  ` : '';
  const records = table.rows.map((row) => line + record(row)).join('');
  const content = dialect.whole ? tag('Obj', ` RefId="${wholeId}"`, tag('LST', '', records)) : records;
  const colon = dialect.prefix === '' ? '' : `:${dialect.prefix.slice(0, -1)}`;
  const root = `<${dialect.prefix}Objs Version="1.1.0.1" xmlns${colon}="http://schemas.microsoft.com/powershell/2004/04">${content}${dialect.eol}</${dialect.prefix}Objs>`;
  const declaration = dialect.declaration && !dialect.marker ? `<?xml version="1.0"?>${dialect.eol}` : '';
  return `${dialect.marker ? `#< CLIXML${dialect.eol}` : declaration}${root}${dialect.eol}`;
};

/** PowerShell's own escapes first, then XML's. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;');
