import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type Reports, report } from '../diagnostics/reports.js';
import type { ExportFormat } from '../model/connector.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../model/export-record.js';
import type { Place } from '../model/place.js';
import { knownValue } from '../model/property.js';
import { connectorLabel, identityDoubts } from './identity.js';
import { type Inside, insideLooker, nothingInside } from './inside.js';
import { isSendConnectorName, receiveOnly, session, shownName, twinOf } from './property-names.js';
import { onceForShape } from './property-row.js';
import { seen } from './seen.js';
import { isSpliced } from './spliced.js';
import { textOf, toBoolean } from './values.js';

/**
 * What withholds a pass in any format, although every record can be read: names that pass for decisive ones, records inside values,
 * what an object says of itself, values that only receive connectors have, a type or names that contradict one another.
 *
 * @param contradictions what records say otherwise that they are (`recognise`)
 */
export const reportSigns = (
  records: readonly ExportRecord[],
  contradictions: ReadonlyMap<ExportRecord, string>,
  format: ExportFormat,
  reports: Reports,
): void => {
  const names = new Map<string, NameSigns>();
  const lookInside = insideLooker();
  for (const record of records) {
    const label = () => connectorLabel(record);
    const isRow = format === 'csv' ? (line: string) => isRowOf(record, line) : undefined;
    record.properties.forEach((property, key) => {
      const signs = names.get(key) ?? signsOf(key, property.name, { ...property.place, connector: label() });
      names.set(key, signs);
      const inside = lookInside(property.value, isRow);
      if (signs.isPlain && inside === nothingInside) return;
      const place = (): Place => ({ ...property.place, connector: label(), property: shownName(property.name) });
      reportProperty(property, signs, inside, place, reports);
    });
    const what = contradictions.get(record);
    if (what !== undefined)
      report(reports, diagnostic('type-contradicts', { ...record.place, connector: label() }, { what }));
    for (const doubt of identityDoubts(record)) report(reports, doubt);
  }
  if (format !== 'csv') reportMissing(records, reports);
};

const reportProperty = (
  { name, value }: ExportProperty,
  { doubts, ofItself, isReceiveOnly }: NameSigns,
  inside: Inside,
  place: () => Place,
  reports: Reports,
): void => {
  for (const doubt of doubts) report(reports, doubt);
  if (inside.record) report(reports, diagnostic('record-inside', place()));
  if (inside.line) report(reports, diagnostic('value-holds-line', place()));
  const said = ofItself?.(value, place);
  if (said !== undefined) report(reports, said);
  if (isReceiveOnly && hasValue(value)) report(reports, diagnostic('receive-values', place(), { name }));
};

/**
 * One command gives all objects the same properties: one that lacks what another has lost it, perhaps with the end of this connector
 * and the beginning of the next. Not for CSV, where a header holds for all rows.
 */
const reportMissing = (records: readonly ExportRecord[], reports: Reports): void => {
  const names = new Map<string, string>();
  const addNames = onceForShape((properties) => {
    for (const [key, { name }] of properties) if (isSendConnectorName(key) && !session.has(key)) names.set(key, name);
  });
  for (const { properties } of records) addNames(properties);
  const keys = [...names.keys()];
  const firstMissing = onceForShape((properties) => keys.find((key) => !properties.has(key)));
  for (const record of records) {
    const key = firstMissing(record.properties);
    const missing = key && names.get(key);
    if (missing === undefined) continue;
    const place = { ...record.place, connector: connectorLabel(record) };
    report(reports, diagnostic('record-lacks', place, { name: missing }));
  }
};

/** What there is to ask of a property by its name; put together once for all records. */
interface NameSigns {
  readonly doubts: readonly Diagnostic[];
  readonly ofItself: ReturnType<(typeof ofItself)['get']>;
  readonly isReceiveOnly: boolean;
  /** None of these. */
  readonly isPlain: boolean;
}

const signsOf = (key: string, name: string, place: Place): NameSigns => {
  const doubts = ofName(name, place);
  const isReceiveOnly = receiveOnly.has(key);
  const isPlain = doubts.length === 0 && !isReceiveOnly && !ofItself.has(key);
  return { doubts, ofItself: ofItself.get(key), isReceiveOnly, isPlain };
};

/** What withholds a pass in a property's name: it has none, passes for a decisive one, or was put together of two. */
const ofName = (name: string, place: Place): readonly Diagnostic[] => {
  if (name.trim() === '') return [diagnostic('name-missing', place)];
  if (isSendConnectorName(name.toLowerCase())) return [];
  const twin = twinOf(name);
  if (twin !== undefined) return [diagnostic('name-twin', place, { twin })];
  return isSpliced(name.toLowerCase()) ? [diagnostic('name-spliced', place)] : [];
};

/** What an object says of itself under these properties, where that withholds a pass. */
export const ofItself = new Map<string, (value: ExportValue, at: () => Place) => Diagnostic | undefined>([
  ['isvalid', (value, at) => (knownValue(toBoolean(value)) === false ? diagnostic('object-invalid', at()) : undefined)],
  [
    'objectstate',
    (value, at) => {
      const state = stateOf(value);
      return state === undefined ? undefined : diagnostic('object-unsaved', at(), { state: seen(state) });
    },
  ],
  ['sideindicator', (_, at) => diagnostic('object-compared', at())],
]);

/** An ObjectState other than Unchanged, whose integer is 1; nothing where the export has no value. */
const stateOf = (value: ExportValue): string | undefined => {
  const parts = value.kind === 'object' ? [textOf(value), textOf(value.inner)] : [textOf(value)];
  return parts.find((part) => part !== undefined && !/^\s*(1|Unchanged)\s*$/i.test(part));
};

const hasValue = (value: ExportValue): boolean => {
  if (value.kind === 'list') return value.items.length > 0;
  if (value.kind === 'object' && value.inner !== undefined) return hasValue(value.inner);
  return value.kind !== 'null' && !(value.kind === 'text' && value.text.trim() === '');
};

/** True for a line that is a whole row of a record's table: as many cells, with a truth word or nothing under each decisive Boolean. */
const isRowOf = ({ properties }: ExportRecord, line: string): boolean => {
  const keys = [...properties.keys()];
  const booleans = ['domainsecureenabled', 'dnsroutingenabled'].map((key) => keys.indexOf(key)).filter((i) => i !== -1);
  if (keys.length < 2 || booleans.length === 0) return false;
  return [',', ';', '\t', '|'].some((delimiter) => {
    const cells = cellsOf(line, delimiter);
    return cells.length === keys.length && booleans.every((i) => truthOrNothing.test(cells[i] ?? ''));
  });
};

const truthOrNothing = /^[\s"]*(\$?(true|false)[\s"]*)?$/i;

/** A line cut at a delimiter outside quotes. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  line.replace(/"(?:[^"]|"")*"/g, (quoted) => quoted.replaceAll(delimiter, '_')).split(delimiter);
