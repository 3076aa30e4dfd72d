import type { AskedServer } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import { knownValue } from '../model/property.js';
import { toText } from './values.js';

/** PSComputerName of a remote session, and the columns that scripts put the server into; without case and blanks. */
const columns = new Set(['pscomputername', 'server', 'servername', 'computername', 'machinename', 'hostname']);

/** The servers that a record says were asked for it. */
export const askedServers = ({ properties }: ExportRecord): readonly AskedServer[] => {
  const servers: AskedServer[] = [];
  for (const [key, { name: property, place, value }] of properties) {
    if (!columns.has(key.replace(/\s+/g, ''))) continue;
    const name = knownValue(toText(value))?.trim();
    if (name !== undefined && name !== '') servers.push({ name, property, place });
  }
  return servers;
};
