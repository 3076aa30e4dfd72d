import { type Reading, refused } from '../../diagnostics/diagnostic.js';
import { type Reports, reportAt } from '../../diagnostics/reports.js';
import { type BareNode, parseJsonSequence } from '../../json/parse.js';
import type { JsonObject } from '../../json/tree.js';
import type { ExportProperty, ExportRecord, ExportValue, Properties, Shape } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { addProperty } from '../add-property.js';
import { decisive } from '../property-names.js';
import { cellValue, PropertyRow, shapeOf } from '../property-row.js';
import { isSecretKey } from '../secrets.js';

/**
 * Reads what ConvertTo-Json wrote. Genuine are, as the whole text,
 *
 *     [object, …]                           several connectors, one (`-AsArray`) or none
 *     object object …                       one call for each connector, on a line each or printed over several
 *     {"value": [object, …], "Count": n}    an array that Windows PowerShell wrapped, with its true number
 *     null                                  none
 *
 * and within an object each key once, without case as PowerShell's names are. The one exception is an enum of Windows PowerShell:
 * `{"value": 4, "Value": "DomainValidation"}`. Everything else is a doubt, and what can be read is read: `json-joined`,
 * `json-not-objects`, `json-count`, `json-next-link`, `json-key-twice`, `record-in-secret`. Refused is what does not parse
 * (`json-truncated`, `json-syntax`, `json-too-deep`, `too-many-items`) or holds no object (`json-no-objects`).
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 */
export const fromJson = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<readonly ExportRecord[]> => {
  const at = lineIndex(text);
  const place = (offset: number): Place => ({ file, line: at(offset).line });
  const starts: number[] = [];
  const context: Context = {
    place,
    starts,
    placeOfNth: (n) => place(starts[n] ?? 0),
    names: new Map(),
    shapes: [],
    records: [],
    reports: new Map(),
    object: undefined,
    other: undefined,
  };
  let values = 0;
  let arrays = 0;
  const parsed = parseJsonSequence(text, file, limits, {
    item: (node) => addItem(node, context),
    value: (node) => {
      const wrapped = wrappedItems(node, context);
      values++;
      if (node.kind === 'array' || wrapped !== undefined) arrays++;
      if (node.kind !== 'array') for (const item of wrapped ?? [node]) addItem(item, context);
      if (arrays > 0 && values > 1) reportAt(context.reports, 'json-joined', () => place(node.start));
    },
  });
  if (!parsed.ok) return parsed;
  const { records, reports, other } = context;
  const isNull = other?.kind === 'null' && values === 1 && arrays === 0;
  if (other !== undefined && !isNull) {
    const found = { found: describe(other) };
    if (records.length === 0) return refused('json-no-objects', place(other.start), found);
    reportAt(reports, 'json-not-objects', () => place(other.start), found);
  }
  return { ok: true, value: records, diagnostics: [...reports.values()] };
};

interface Context {
  readonly place: (offset: number) => Place;
  /** Where the properties of rows begin, one row's behind the other's. */
  readonly starts: number[];
  readonly placeOfNth: (n: number) => Place;
  /** The names of properties that were met, with the same in lower case. */
  readonly names: Map<string, string>;
  /** The names of objects that were met. */
  readonly shapes: Shape[];
  readonly records: ExportRecord[];
  readonly reports: Reports;
  /** Within a secret, where not even keys are shown. */
  readonly inSecret?: true;
  /** The connector that is being read, for messages. */
  object: BareObject | undefined;
  /** The first that stands in the place of an object and is none. */
  other: BareNode | undefined;
}

type BareObject = JsonObject<Member>;
type Member = BareNode | string;

/** Makes a record of an object. In an array that stands in its place there may be others. */
const addItem = (item: BareNode, context: Context): void => {
  if (item.kind !== 'object') {
    context.other ??= item;
    if (item.kind === 'array') for (const inner of item.items) addItem(inner, context);
    return;
  }
  context.object = item;
  const properties = propertiesOf(item, context);
  const next = properties.get('@odata.nextlink');
  if (next !== undefined) reportAt(context.reports, 'json-next-link', () => next.place);
  context.records.push({ place: context.place(item.start), typeNames, properties });
};

/** The items of an array that Windows PowerShell wrapped; undefined for anything else. What it says of their number must be true. */
const wrappedItems = (node: BareNode, context: Context): readonly BareNode[] | undefined => {
  if (node.kind !== 'object' || node.keys.length !== 2) return undefined;
  const [value, count] = [nodeOf(node, 'value'), nodeOf(node, 'Count')];
  if (value?.kind !== 'array' || count?.kind !== 'number') return undefined;
  const { items } = value;
  if (Number(count.text) !== items.length) {
    const counts = { said: count.text, found: items.length };
    reportAt(context.reports, 'json-count', () => context.place(node.start), counts);
  }
  return items;
};

/** The first member of a name, unless it is a string. */
const nodeOf = ({ keys, values }: BareObject, name: string): BareNode | undefined => {
  const value = values[keys.indexOf(name)];
  return typeof value === 'string' ? undefined : value;
};

/** So many shapes are remembered: connectors have one, their values a few. */
const mostShapes = 20;

const propertiesOf = (object: BareObject, context: Context): Properties => {
  const { keys, keyStarts, values } = object;
  const { shapes, starts, placeOfNth } = context;
  const shape = context.inSecret ? undefined : shapes.find(({ names }) => areSame(names, keys));
  if (shape === undefined) {
    const properties = readProperties(object, context);
    const made = properties.size === keys.length && shapes.length < mostShapes;
    const found = made ? shapeOf(keys, [...properties.keys()]) : undefined;
    if (found !== undefined) shapes.push(found);
    return properties;
  }
  const first = starts.length;
  for (const start of keyStarts) starts.push(start);
  const cells = values.map((value, i) => memberValue(shape.keys[i] ?? '', value, context));
  return new PropertyRow(shape, cells, placeOfNth, first);
};

const areSame = (names: readonly string[], keys: readonly string[]): boolean =>
  names === keys || (names.length === keys.length && names.every((name, i) => name === keys[i]));

/** The text itself where it is a string. */
const memberValue = (key: string, value: Member, context: Context): string | ExportValue => {
  if (isSecretKey(key)) return withheld(value, context);
  return typeof value === 'string' ? value : toValue(value, context);
};

const readProperties = (object: BareObject, context: Context): ReadonlyMap<string, ExportProperty> => {
  const properties = new Map<string, ExportProperty>();
  for (const [i, key] of object.keys.entries()) {
    const name = lowerCase(key, context);
    const place = context.place(object.keyStarts[i] ?? 0);
    const value = cellValue(memberValue(name, object.values[i] ?? '', context));
    const first = addProperty(properties, name, { name: key, place, value });
    if (first !== undefined) reportTwice(context, { ...place, property: key }, first);
    if (context.inSecret && decisive.has(name)) reportAt(context.reports, 'record-in-secret', () => place);
  }
  return properties;
};

const reportTwice = (context: Context, place: Place, first: ExportProperty): void => {
  const connector = () => context.object && nameOf(context.object);
  const property = context.inSecret ? '(not shown)' : place.property;
  const where = () => ({ ...place, connector: connector(), property });
  reportAt(context.reports, 'json-key-twice', where, { line: first.place.line });
};

const nameOf = ({ keys, values }: BareObject): string | undefined => {
  const name = values[keys.findIndex((key) => key.toLowerCase() === 'name')];
  return typeof name === 'string' ? name : undefined;
};

/** The same text for the same name: a record's keys are many, its names few. */
const lowerCase = (key: string, { names }: Context): string => {
  const known = names.get(key);
  if (known !== undefined) return known;
  const lower = key.toLowerCase();
  if (names.size < 1000) names.set(key, lower);
  return lower;
};

/** What is inside a secret is looked at for a connector, which would be lost with it, and not kept. */
const withheld = (value: Member, context: Context): ExportValue => {
  if (typeof value !== 'string') {
    if (value.kind === 'null') return nothing;
    toValue(value, { ...context, inSecret: true });
  }
  return { kind: 'withheld' };
};

const typeNames: readonly string[] = [];
const nothing = cellValue('');
const noItems: readonly ExportValue[] = [];
const yes: ExportValue = { kind: 'boolean', value: true };
const no: ExportValue = { kind: 'boolean', value: false };

const toValue = (node: BareNode, context: Context): ExportValue => {
  switch (node.kind) {
    case 'null':
      return nothing;
    case 'true':
      return yes;
    case 'false':
      return no;
    case 'number':
      return { kind: 'number', text: node.text };
    case 'string':
      return cellValue(node.value);
    case 'array':
      return toList(node.items, context);
    case 'object':
      return objectOf(node, context);
  }
};

const toList = (items: readonly BareNode[], context: Context): ExportValue => ({
  kind: 'list',
  items: items.length === 0 ? noItems : items.map((item) => toValue(item, context)),
});

const objectOf = (object: BareObject, context: Context): ExportValue => {
  const word = enumWord(object);
  if (word !== undefined) return { kind: 'object', typeNames, ...word, properties: new Map() };
  const items = wrappedItems(object, context);
  const inner = items && toList(items, context);
  return { kind: 'object', typeNames, inner, properties: propertiesOf(object, context) };
};

/** An enum of Windows PowerShell: an integer and a word. Both are kept, for they must say the same. */
const enumWord = (object: BareObject): { readonly text: string; readonly inner: ExportValue } | undefined => {
  const { keys, values } = object;
  const number = keys.length === 2 ? nodeOf(object, 'value') : undefined;
  const text = values[keys.indexOf('Value')];
  return number?.kind === 'number' && typeof text === 'string'
    ? { text, inner: { kind: 'number', text: number.text } }
    : undefined;
};

const describe = (node: BareNode): string => {
  switch (node.kind) {
    case 'string':
      return 'a string';
    case 'number':
      return 'a number';
    case 'array':
      return 'an array';
    default:
      return node.kind;
  }
};
