import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../model/export-record.js';
import { hostColumns } from './property-names.js';
import { recognise } from './recognise.js';

/** How many objects may lie one in another around the connectors. */
const deepest = 3;

/**
 * Takes send connectors out of an object that somebody's script, Group-Object or a web service put them in. They must stand in
 * one member of it alone: of several, nobody can say which one counts. What the object says of the server that was asked is a
 * property of each. Undefined for an object without any connector. Diagnostics: `wrapper`, `wrapper-of-several`.
 */
export const unwrap = (
  wrapper: ExportRecord,
): { readonly records: readonly ExportRecord[]; readonly diagnostic: Diagnostic } | undefined => {
  const found = new Map<string, ExportRecord[]>();
  search(wrapper.properties, 1, found, new Set());
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const [member, records] = first;
  if (others.length > 0) {
    const members = [member, ...others.map(([other]) => other)];
    return { records: [], diagnostic: diagnostic('wrapper-of-several', wrapper.place, { members }) };
  }
  const server = serverOf(wrapper, member);
  const named = server === undefined ? records : records.map((record) => withServer(record, server));
  return { records: named, diagnostic: diagnostic('wrapper', wrapper.place, { member }) };
};

/** Collects connectors by the path of the member that they stand in. */
const search = (
  properties: ExportRecord['properties'],
  depth: number,
  found: Map<string, ExportRecord[]>,
  met: Set<ExportValue>,
  path = '',
): void => {
  for (const [, property] of properties) {
    const member = `${path}${property.name}`;
    const look = (value: ExportValue): void => {
      if (value.kind !== 'list' && value.kind !== 'object') return;
      const record = value.kind === 'object' ? recordOf(value, property) : undefined;
      if (record !== undefined) {
        const records = found.get(member);
        if (records === undefined) found.set(member, [record]);
        else records.push(record);
        return;
      }
      // What is referred to many times is searched once.
      if (met.has(value)) return;
      met.add(value);
      if (value.kind === 'list') for (const item of value.items) look(item);
      else if (value.inner !== undefined) look(value.inner);
      else if (depth < deepest) search(value.properties, depth + 1, found, met, `${member}.`);
    };
    look(property.value);
  }
};

type ObjectValue = Extract<ExportValue, { kind: 'object' }>;

/** An object as a record, if it is a send connector. */
const recordOf = ({ typeNames, properties }: ObjectValue, { place }: ExportProperty): ExportRecord | undefined => {
  if (recognise({ typeNames, properties }).is !== 'send-connector') return undefined;
  const [first] = properties;
  return { place: first?.[1].place ?? place, typeNames, properties };
};

/** A member's name that says what is in it; any other is what a script tells servers apart by. */
const generic = /connector|value|item|data|result|group|output|object|list|mail|exchange|config/i;

const serverOf = ({ properties, place }: ExportRecord, member: string): ExportProperty | undefined => {
  for (const [key, property] of properties)
    if (hostColumns.has(key.replace(/\s/g, '')) && property.value.kind === 'text') return property;
  return generic.test(member) ? undefined : { name: 'Server', place, value: { kind: 'text', text: member } };
};

const withServer = (record: ExportRecord, server: ExportProperty): ExportRecord => {
  const key = server.name.toLowerCase();
  return record.properties.has(key)
    ? record
    : { ...record, properties: new Map([...record.properties, [key, server]]) };
};
