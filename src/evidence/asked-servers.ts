import type { AskedServer } from '../model/connector.js';
import type { ExportRecord, Properties } from '../model/export-record.js';
import { hostColumns } from './property-names.js';
import { textOf } from './values.js';

const none: readonly AskedServer[] = [];

/** The columns of a record that may name a server, whatever their blanks. */
export const serverColumns = (properties: Properties): readonly string[] =>
  [...properties.keys()].filter((key) => hostColumns.has(key.replace(/\s+/g, '')));

/** The servers that a record says in these columns were asked for it. */
export const askedServers = ({ properties }: ExportRecord, columns: readonly string[]): readonly AskedServer[] => {
  let servers = none;
  for (const key of columns) {
    const property = properties.get(key);
    const name = textOf(property?.value)?.trim();
    if (property !== undefined && name !== undefined && name !== '')
      servers = [...servers, { name, property: property.name, place: property.place }];
  }
  return servers;
};
