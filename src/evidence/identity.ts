import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type Reports, report } from '../diagnostics/reports.js';
import type { SendConnector } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { knownValue } from '../model/property.js';
import { isMasked } from './masked.js';
import { seen } from './seen.js';
import { textOf } from './values.js';

/** What a record calls its connector: its Name, else its Identity. */
export const connectorLabel = ({ properties }: ExportRecord): string | undefined =>
  textOf(properties.get('name')?.value) ?? textOf((properties.get('identity') ?? properties.get('id'))?.value);

/**
 * What is wrong with how a record names its connector, so that nobody knows whose its other values are: not at all
 * (`connector-nameless`), in two ways (`identity-contradicts`), or by a Guid that no saved object has (`guid-malformed`).
 */
export const identityDoubts = (record: ExportRecord): readonly Diagnostic[] => {
  const claims = claimsOf(record);
  if (claims.every(({ kind }) => kind === 'guid')) return [diagnostic('connector-nameless', record.place)];
  const guid = claims.find(({ property }) => property === 'Guid')?.text;
  const malformed = guid !== undefined && !isGuid(guid) && !isMasked(guid);
  const contradiction = contradictionIn(claims) && contradictionIn(claims.filter(({ text }) => !isMasked(text)));
  if (contradiction === undefined && !malformed) return [];
  const place = { ...record.place, connector: connectorLabel(record) };
  return [
    ...(contradiction === undefined ? [] : [identityContradicts(place, ...contradiction)]),
    ...(malformed ? [diagnostic('guid-malformed', { ...place, property: 'Guid' }, { guid: seen(guid) })] : []),
  ];
};

const identityContradicts = (place: Place, one: Claim, { property, text }: Claim): Diagnostic =>
  diagnostic('identity-contradicts', { ...place, property }, { here: seen(text), elsewhere: seen(one.text) });

/** One of the places where a record says which connector it is of: by name, by distinguished name, by GUID. */
interface Claim {
  readonly property: string;
  readonly kind: 'name' | 'path' | 'guid';
  readonly text: string;
}

/** Without what was claimed before in the same words: it contradicts nothing that the first does not. */
const claimsOf = ({ properties }: ExportRecord): readonly Claim[] => {
  const claims: Claim[] = [];
  const isClaimed = (kind: Claim['kind'], text: string) => claims.some((one) => one.kind === kind && one.text === text);
  const claim = (property: string, kind: Claim['kind'], text: string | undefined): void => {
    if (text !== undefined && !isClaimed(kind, text)) claims.push({ property, kind, text });
  };
  claim('Name', 'name', textOf(properties.get('name')?.value));
  claim('DistinguishedName', 'path', textOf(properties.get('distinguishedname')?.value));
  claim('Guid', 'guid', textOf(properties.get('guid')?.value));
  for (const property of ['Identity', 'Id'] as const) {
    const value = properties.get(property.toLowerCase())?.value;
    claim(property, 'name', textOf(value));
    if (value?.kind !== 'object') continue;
    claim(property, 'name', textOf(value.properties.get('name')?.value));
    claim(property, 'path', textOf(value.properties.get('distinguishedname')?.value));
    const guid = textOf(value.properties.get('objectguid')?.value);
    // Ids inside an object often are zeros.
    if (guid !== undefined && !isClaimed('guid', guid) && isGuid(guid)) claim(property, 'guid', guid);
  }
  return claims;
};

/** The first two claims that cannot be of one connector. */
const contradictionIn = (claims: readonly Claim[]): readonly [Claim, Claim] | undefined => {
  for (let i = 0; i < claims.length; i++)
    for (let k = i + 1; k < claims.length; k++) {
      const [one, other] = [claims[i], claims[k]];
      if (one && other && !agree(one, other)) return [one, other];
    }
  return undefined;
};

const agree = (a: Claim, b: Claim): boolean => {
  if (a.text === b.text || (a.kind === 'guid') !== (b.kind === 'guid')) return true;
  const mayLead = a.kind !== b.kind || a.kind === 'name';
  // Names are claimed before paths.
  if (mayLead && (isPathTo(b.text, a.text) || isPathTo(a.text, b.text))) return true;
  return fold(a.text) === fold(b.text);
};

/**
 * True for a distinguished name that begins with this name (RFC 4514, section 2.3), and for a canonical path that ends in it. A name
 * may be a distinguished name itself, or only look like one.
 */
const isPathTo = (path: string, name: string): boolean => {
  const first = commonName(path);
  if (first === name) return true;
  const end = fold(path.replaceAll('\\/', '/'));
  const isTo = (own: string): boolean => (first !== undefined && fold(first) === own) || end.endsWith(`/${own}`);
  return isTo(fold(name)) || isTo(fold(commonName(name) ?? name));
};

/** Without case and blanks, which wrapped text loses. */
const fold = (text: string): string =>
  /^[!-z]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/\s+/g, '')
        .replace(/^\{([^{}]*)\}$/, '$1');

/** What .NET reads as a GUID, in the three forms that exports have, and of an object that was saved. */
const isGuid = (text: string): boolean => guid.test(text) || guid.test(fold(text));

const guid = /^(?![0-]*$)(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** The value of the first part of a distinguished name, where that is a common name, without its escapes. */
const commonName = (path: string): string | undefined => {
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

/**
 * What several records of a host say of each other: one Guid has two names (`guid-of-two-names`), or distinguished names end in two
 * configuration containers, which are those of two organisations or of two Edge servers (`configurations-differ`).
 */
export const doubtsAcross = (connectors: readonly SendConnector[]): readonly Diagnostic[] => {
  const names = new Map<string, string>();
  let container: string | undefined;
  const reports: Reports = new Map();
  for (const { place, guid, distinguishedName, name: ownName } of connectors) {
    const path = knownValue(distinguishedName);
    const name = knownValue(ownName) ?? (path && commonName(path));
    const key = knownValue(guid);
    if (key !== undefined && name !== undefined && isGuid(key) && !isMasked(name)) {
      const first = names.get(key) ?? name;
      names.set(key, first);
      if (first !== name && fold(first) !== fold(name))
        report(
          reports,
          diagnostic('guid-of-two-names', { ...place, property: 'Guid' }, { here: seen(name), elsewhere: seen(first) }),
        );
    }
    const own = /,\s*CN\s*=\s*Configuration\s*,(.*)$/is.exec(path ?? '')?.[1];
    if (own === undefined || own === container || isMasked(own)) continue;
    container ??= own;
    if (fold(container) !== fold(own))
      report(reports, diagnostic('configurations-differ', { ...place, property: 'DistinguishedName' }));
  }
  return [...reports.values()];
};
