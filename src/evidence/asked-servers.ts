import type { AskedServer } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import { hostColumns } from './property-names.js';
import { textOf } from './values.js';

const none: readonly AskedServer[] = [];

/** The servers that a record says were asked for it. */
export const askedServers = ({ properties }: ExportRecord): readonly AskedServer[] => {
  let servers = none;
  for (const key of properties.keys()) {
    if (!hostColumns.has(/\s/.test(key) ? key.replace(/\s+/g, '') : key)) continue;
    const property = properties.get(key);
    const name = textOf(property?.value)?.trim();
    if (property !== undefined && name !== undefined && name !== '')
      servers = [...servers, { name, property: property.name, place: property.place }];
  }
  return servers;
};
