import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExportProperty, ExportRecord } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import { addProperty } from '../add-property.js';
import { decisive, isSendConnectorName, session, shownName } from '../property-names.js';
import { isSecret } from '../secrets.js';
import { seen } from '../seen.js';
import { isConnectorName } from './label.js';
import type { ListObject } from './object.js';
import type { Part } from './parts.js';
import { type Cmdlet, commandKind } from './prompt.js';
import { readTable } from './table.js';
import { valueOfPieces } from './value.js';

type Tell = (found: Diagnostic) => void;

type Group = Part & { readonly is: 'group' };

/** The records of a text, whether a command listed all connectors, and how many tables there were. */
export interface ListRecords {
  readonly records: readonly ExportRecord[];
  readonly listed: boolean;
  readonly tables: number;
}

/** Makes records of a text's parts, and tells of what cannot be whole. */
export const recordsOf = (
  parts: readonly Part[],
  lines: readonly string[],
  { file, cmdlet }: { readonly file: string; readonly cmdlet: Cmdlet | undefined },
  tell: Tell,
): ListRecords => {
  const at = (line: number): Place => ({ file, line: line + 1 });
  const width = widthOf(parts);
  const records: ExportRecord[] = [];
  let [listed, tables, transcripts] = [false, 0, 0];
  let group: Group | undefined;
  let groupUsed = true;
  let first: ListObject | undefined;
  const add = (record: ExportRecord) => {
    groupUsed = true;
    if (!isOfConnector(record)) tell(diagnostic('list-other-object', record.place));
    else records.push(group === undefined ? record : inGroup(record, group, file, tell));
  };
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1];
    // What one command prints stands an empty line apart.
    if (before?.is !== 'objects' || before.end !== part.line - 1) first = undefined;
    if (part.is !== 'objects' && part.is !== 'table') {
      if (group !== undefined && !groupUsed) tell(diagnostic('list-line-unknown', at(group.line)));
      group = part.is === 'group' ? part : undefined;
      groupUsed = false;
    }
    switch (part.is) {
      case 'command': {
        const kind = commandKind(part.command, cmdlet);
        listed ||= kind === 'lists';
        if (kind === 'other') tell(diagnostic('list-command', at(part.line), { command: shown(part.command) }));
        break;
      }
      case 'frame':
        if (part.transcript === 'end' && transcripts === 0) tell(diagnostic('list-transcript-cut', at(part.line)));
        else if (part.transcript !== undefined) transcripts += part.transcript === 'start' ? 1 : -1;
        break;
      case 'complaint':
        tell(diagnostic('list-complaint', at(part.line)));
        break;
      case 'unknown':
        tell(diagnostic('list-line-unknown', at(part.line)));
        break;
      case 'table': {
        tables++;
        tell(diagnostic('list-table', at(part.line)));
        const rows = readTable(lines, part.line, part.dashes, part.end, file);
        for (const row of rows) if ([...row.properties.keys()].some((key) => decisive.has(key))) add(row);
        break;
      }
      case 'objects':
        for (const object of part.objects) {
          if (object.padded && first !== undefined && !isAlike(object, first))
            tell(diagnostic('list-labels-differ', at(object.line)));
          if (object.padded && isPartOfAll(object)) tell(diagnostic('list-lines-removed', at(object.line)));
          first ??= object;
          add(recordOf(object, width, file, tell));
        }
    }
  }
  if (group !== undefined && !groupUsed) tell(diagnostic('list-line-unknown', at(group.line)));
  if (transcripts > 0) tell(diagnostic('list-transcript-cut', { file }));
  return { records, listed, tables };
};

/** True for a record with a property of a connector. Any text has labels and colons, and in a damaged one a label may be a secret. */
const isOfConnector = ({ properties }: ExportRecord): boolean =>
  [...properties.keys()].some((key) => isConnectorName(key) && !isSecret(key));

/** Of another cmdlet's command the name alone: what follows may be a secret. */
const shown = (command: string): string =>
  /^Get-SendConnector\b/i.test(command) ? seen(command) : (/^[\w-]{1,60}/.exec(command)?.[0] ?? 'another command');

/** The cells of the longest line: where PowerShell breaks values, if it broke any. */
const widthOf = (parts: readonly Part[]): number => {
  let width = 0;
  for (const part of parts)
    for (const { properties } of part.is === 'objects' ? part.objects : [])
      for (const { pieces } of properties) for (const { end } of pieces) width = Math.max(width, end);
  return width;
};

/** True for objects with the same properties of a connector; scripts may add others, and sessions have their own. */
const isAlike = (some: ListObject, others: ListObject): boolean => {
  const same = some.properties.every(({ key }, i) => key === others.properties[i]?.key);
  if (same && some.properties.length === others.properties.length) return true;
  const [mine, theirs] = [connectorLabels(some), connectorLabels(others)];
  return mine.size === theirs.size && [...mine].every((key) => theirs.has(key));
};

const connectorLabels = ({ properties }: ListObject): ReadonlySet<string> =>
  new Set(properties.map(({ key }) => key).filter((key) => isSendConnectorName(key) && !session.has(key)));

/** What Format-List prints of a send connector in every version of Exchange, unless it is told what to print. */
const always = new Set([
  ...['addressspaces', 'comment', 'connecteddomains', 'connectioninactivitytimeout', 'dnsroutingenabled'],
  ...[
    'domainsecureenabled',
    'enabled',
    'forcehelo',
    'fqdn',
    'homemta',
    'homemtaserverid',
    'identity',
    'ignorestarttls',
  ],
  ...['isscopedconnector', 'issmtpconnector', 'maxmessagesize', 'name', 'port', 'protocollogginglevel', 'requiretls'],
  ...['smarthostauthmechanism', 'smarthosts', 'smarthostsstring', 'sourceipaddress', 'sourceroutinggroup'],
  ...['sourcetransportservers', 'useexternaldnsserversenabled'],
]);

/** Nobody selects more than half of them by name: then it was all of them, and some are gone. */
const isPartOfAll = ({ properties }: ListObject): boolean => {
  const count = new Set(properties.map(({ key }) => key).filter((key) => always.has(key))).size;
  return count > always.size / 2 && count < always.size;
};

const recordOf = (object: ListObject, width: number, file: string, tell: Tell): ExportRecord => {
  const properties = new Map<string, ExportProperty>();
  for (const property of object.properties) {
    const { name, key, line } = property;
    const place = { file, line: line + 1 };
    const value = isSecret(name) ? ({ kind: 'withheld' } as const) : valueOfPieces(key, property.pieces, width);
    const first = addProperty(properties, key, { name, place, value });
    if (first !== undefined)
      tell(diagnostic('list-label-twice', { ...place, property: shownName(name) }, { first: first.place.line ?? 0 }));
  }
  return { place: { file, line: object.line + 1 }, typeNames: [], properties };
};

/** Gives a record the property that its group's heading names; where it has another value of it, that stays. */
const inGroup = (record: ExportRecord, group: Group, file: string, tell: Tell): ExportRecord => {
  const key = group.name.toLowerCase();
  const place = { file, line: group.line + 1 };
  const value = isSecret(group.name)
    ? ({ kind: 'withheld' } as const)
    : valueOfPieces(key, [{ text: group.value, end: 0 }], 0);
  const own = record.properties.get(key);
  if (own !== undefined) {
    const differs = JSON.stringify(own.value) !== JSON.stringify(value);
    if (differs) tell(diagnostic('list-group-differs', { ...own.place, property: shownName(own.name) }));
    return record;
  }
  return { ...record, properties: new Map([...record.properties, [key, { name: group.name, place, value }]]) };
};
