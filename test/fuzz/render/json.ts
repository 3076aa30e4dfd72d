import { type JsonDialect, type Table, wordOf } from '../dialect.js';
import type { Value } from '../facts.js';

/** JSON as a tree that keeps repeated keys. */
type Tree =
  | string
  | number
  | boolean
  | null
  | readonly Tree[]
  | { readonly members: readonly (readonly [string, Tree])[] };

const object = (...members: readonly (readonly [string, Tree])[]): Tree => ({ members });

/** What ConvertTo-Json writes. */
export const toJsonText = (table: Table, dialect: JsonDialect): string => {
  const records = table.rows.map((row) =>
    object(...row.map((cell) => [cell.name, treeOf(cell.value, dialect)] as const)),
  );
  if (dialect.shape === 'lines' || dialect.shape === 'objects')
    return records
      .map(
        (record) =>
          print(record, dialect.shape === 'lines' ? { ...dialect, space: 'none' } : dialect, '') + dialect.eol,
      )
      .join('');
  if (dialect.shape === 'script')
    return print(object(['Server', 'EDGE01'], ['SendConnectors', records]), dialect, '') + dialect.eol;
  const [only] = records;
  const root =
    only !== undefined && records.length === 1 && dialect.bare
      ? only
      : dialect.shape === 'array'
        ? records
        : object(['value', records], ['Count', records.length]);
  return print(root, dialect, '') + dialect.eol;
};

const treeOf = (value: Value, dialect: JsonDialect): Tree => {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
      return dialect.texts ? wordOf(dialect.booleans, value.value) : value.value;
    case 'garbage':
      return /^\d+$/.test(value.text) && !dialect.texts ? Number(value.text) : value.text;
    case 'number':
      return Number(value.text);
    case 'text':
      return value.text;
    case 'level': {
      const number = { EncryptionOnly: 1, CertificateValidation: 2, DomainValidation: 4 }[value.value];
      if (dialect.enums === 'number') return number;
      return dialect.enums === 'word' ? value.value : object(['value', number], ['Value', value.value]);
    }
    case 'domain':
      if (dialect.domains === 'text') return value.text;
      return object([dialect.domains, value.text], ['IncludeSubDomains', false]);
    case 'identity':
      if (dialect.identities === 'text') return value.name;
      if (dialect.identities === 'at') return `@{Depth=11; DistinguishedName=; Name=${value.name}}`;
      return object(['Depth', 11], ['DistinguishedName', value.dn], ['ObjectGuid', value.guid], ['Name', value.name]);
    case 'list':
      if (dialect.lists === 'array') return value.items;
      return dialect.lists === 'text'
        ? value.items.join(';')
        : object(['value', value.items], ['Count', value.items.length]);
  }
};

const print = (tree: Tree, dialect: JsonDialect, indent: string): string => {
  if (typeof tree === 'string') return textOf(tree, dialect);
  if (tree === null || typeof tree !== 'object') return String(tree);
  const deeper = dialect.space === 'none' ? '' : indent + (dialect.space === 'wide' ? '    ' : '  ');
  const colon = dialect.space === 'wide' ? ':  ' : dialect.space === 'two' ? ': ' : ':';
  const isList = Array.isArray(tree);
  const parts = isList
    ? (tree as readonly Tree[]).map((item) => print(item, dialect, deeper))
    : (tree as { members: readonly (readonly [string, Tree])[] }).members.map(
        ([key, value]) => textOf(key, dialect) + colon + print(value, dialect, deeper),
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const line = dialect.space === 'none' ? '' : dialect.eol;
  return `${open}${parts.map((part) => line + deeper + part).join(',')}${line}${line === '' ? '' : indent}${close}`;
};

/** PowerShell 5.1 escapes what HTML knows, others what is not ASCII. */
const textOf = (text: string, dialect: JsonDialect): string => {
  const plain = JSON.stringify(text);
  return dialect.escaped
    ? plain.replace(/[<>&'\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : plain;
};
