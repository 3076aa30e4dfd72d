import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { ExportRecord, ExportValue } from '../model/export-record.js';
import { knownValue } from '../model/property.js';
import { keyOf } from './property-names.js';
import { seen } from './seen.js';
import { toText } from './values.js';

type Properties = ExportRecord['properties'];

/** What a record calls its connector: its Name, else its Identity. */
export const connectorLabel = ({ properties }: ExportRecord): string | undefined =>
  textIn(properties, 'name') ?? textIn(properties, 'identity') ?? textIn(properties, 'id');

/**
 * The first record that names two connectors (`identity-contradicts`): its Name is not what its DistinguishedName begins
 * with (RFC 4514, section 2.3), or its Identity is an object with another name, path or GUID than the record's. Then the
 * record was put together of two, and which one the other values are of cannot be known. Without case and white space,
 * which wrapped text loses. A Guid that is none (`guid-malformed`) is such a record too.
 */
export const contradictsItself = (records: readonly ExportRecord[]): Diagnostic | undefined => {
  for (const record of records) {
    const guid = textIn(record.properties, 'guid');
    if (guid !== undefined && !isGuid(guid)) {
      const place = { ...record.place, connector: connectorLabel(record), property: 'Guid' };
      return diagnostic('guid-malformed', place, { actual: seen(guid) });
    }
    const found = contradictionIn(record.properties);
    if (found === undefined) continue;
    const [property, expected, actual] = found;
    const place = { ...record.place, connector: connectorLabel(record), property };
    return diagnostic('identity-contradicts', place, { expected: seen(expected), actual: seen(actual) });
  }
  return undefined;
};

/** What .NET reads as a GUID, in the three forms that exports have. */
const isGuid = (text: string): boolean => {
  const word = text.trim();
  const bare = word.startsWith('{') && word.endsWith('}') ? word.slice(1, -1) : word;
  return /^([\da-f]{32}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(bare);
};

/** The property, what it should say by another one, and what it says. */
type Contradiction = readonly [property: string, expected: string, actual: string];

const contradictionIn = (properties: Properties): Contradiction | undefined => {
  const name = textIn(properties, 'name');
  const path = textIn(properties, 'distinguishedname');
  const pairs: (readonly [string, string | undefined, string | undefined])[] = [
    ['DistinguishedName', name, commonName(path)],
  ];
  for (const key of ['Identity', 'Id'] as const) {
    const value = properties.get(keyOf(key))?.value;
    if (value?.kind !== 'object') continue;
    const own = value.properties;
    pairs.push(
      [key, name, textIn(own, 'name')],
      [key, path, textIn(own, 'distinguishedname')],
      [key, textIn(properties, 'guid'), textIn(own, 'objectguid')],
    );
  }
  for (const [property, expected, actual] of pairs)
    if (expected !== undefined && actual !== undefined && expected !== actual && fold(expected) !== fold(actual))
      return [property, expected, actual];
  return undefined;
};

const textIn = (properties: Properties, key: string): string | undefined => {
  const value: ExportValue | undefined = properties.get(key)?.value;
  return value && knownValue(toText(value));
};

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^\{([^{}]*)\}$/, '$1');

/** The value of the first part of a distinguished name, where that is a common name, without its escapes. */
const commonName = (path: string | undefined): string | undefined => {
  if (path === undefined) return undefined;
  const first = /^\s*CN\s*=((?:\\.|[^\\,+;])*)/is.exec(path.slice(0, 2000))?.[1];
  return first === undefined || !first.includes('\\') ? first : withoutEscapes(first);
};

const withoutEscapes = (text: string): string =>
  text.replace(/(?:\\[\dA-F]{2})+|\\(.)/gis, (escaped: string, character: string | undefined) => {
    if (character !== undefined) return character;
    const bytes = escaped
      .split('\\')
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(new Uint8Array(bytes));
  });
