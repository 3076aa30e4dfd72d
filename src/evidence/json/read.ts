import { type Reading, refused } from '../../diagnostics/diagnostic.js';
import { type Reports, reportAt } from '../../diagnostics/reports.js';
import { parseJsonSequence } from '../../json/parse.js';
import type { JsonMember, JsonNode, JsonObject } from '../../json/tree.js';
import type { ExportProperty, ExportRecord, ExportValue, Properties, Shape } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { addProperty } from '../add-property.js';
import { decisive } from '../property-names.js';
import { PropertyRow, shapeOf } from '../property-row.js';
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
  const context: Context = {
    place,
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
  /** The names of properties that were met, with the same in lower case. */
  readonly names: Map<string, string>;
  /** The names of objects that were met. */
  readonly shapes: Shape[];
  readonly records: ExportRecord[];
  readonly reports: Reports;
  /** Within a secret, where not even keys are shown. */
  readonly inSecret?: true;
  /** The connector that is being read, for messages. */
  object: JsonObject | undefined;
  /** The first that stands in the place of an object and is none. */
  other: JsonNode | undefined;
}

/** Makes a record of an object. In an array that stands in its place there may be others. */
const addItem = (item: JsonNode, context: Context): void => {
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
const wrappedItems = (node: JsonNode, context: Context): readonly JsonNode[] | undefined => {
  if (node.kind !== 'object' || node.members.length !== 2) return undefined;
  const [value, count] = ['value', 'Count'].map((name) => node.members.find(({ key }) => key === name)?.value);
  if (value?.kind !== 'array' || count?.kind !== 'number') return undefined;
  const items = value.items;
  if (Number(count.text) !== items.length) {
    const counts = { said: count.text, found: items.length };
    reportAt(context.reports, 'json-count', () => context.place(node.start), counts);
  }
  return items;
};

/** So many shapes are remembered: connectors have one, their values a few. */
const mostShapes = 20;

const propertiesOf = (object: JsonObject, context: Context): Properties => {
  const { members } = object;
  const { shapes } = context;
  const shape = context.inSecret ? undefined : shapes.find((one) => isOfShape(members, one));
  if (shape === undefined) {
    const properties = readProperties(object, context);
    const made = properties.size === members.length && shapes.length < mostShapes;
    const found = made
      ? shapeOf(
          members.map(({ key }) => key),
          [...properties.keys()],
        )
      : undefined;
    if (found !== undefined) shapes.push(found);
    return properties;
  }
  const values = members.map(({ value }, i) => {
    const key = shape.keys[i] ?? '';
    return value.kind === 'string' && !isSecretKey(key) ? value.value : memberValue(key, value, context);
  });
  const starts = members.map(({ keyStart }) => keyStart);
  return new PropertyRow(shape, values, (i) => context.place(starts[i] ?? 0));
};

const isOfShape = (members: readonly JsonMember[], { names }: Shape): boolean =>
  members.length === names.length && members.every(({ key }, i) => key === names[i]);

const memberValue = (key: string, value: JsonNode, context: Context): ExportValue =>
  isSecretKey(key) ? withheld(value, context) : toValue(value, context);

const readProperties = (object: JsonObject, context: Context): ReadonlyMap<string, ExportProperty> => {
  const properties = new Map<string, ExportProperty>();
  for (const { key, keyStart, value } of object.members) {
    const name = lowerCase(key, context);
    const place = context.place(keyStart);
    const first = addProperty(properties, name, { name: key, place, value: memberValue(name, value, context) });
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

const nameOf = (object: JsonObject): string | undefined => {
  const name = object.members.find(({ key }) => key.toLowerCase() === 'name')?.value;
  return name?.kind === 'string' ? name.value : undefined;
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
const withheld = (value: JsonNode, context: Context): ExportValue => {
  if (value.kind === 'null') return nothing;
  toValue(value, { ...context, inSecret: true });
  return { kind: 'withheld' };
};

const typeNames: readonly string[] = [];
const nothing: ExportValue = { kind: 'null' };
const yes: ExportValue = { kind: 'boolean', value: true };
const no: ExportValue = { kind: 'boolean', value: false };

const toValue = (node: JsonNode, context: Context): ExportValue => {
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
      return node.value === '' ? nothing : { kind: 'text', text: node.value };
    case 'array':
      return toList(node.items, context);
    case 'object':
      return objectOf(node, context);
  }
};

const toList = (items: readonly JsonNode[], context: Context): ExportValue => ({
  kind: 'list',
  items: items.map((item) => toValue(item, context)),
});

const objectOf = (object: JsonObject, context: Context): ExportValue => {
  const word = enumWord(object.members);
  if (word !== undefined) return { kind: 'object', typeNames, ...word, properties: new Map() };
  const items = wrappedItems(object, context);
  const inner = items && toList(items, context);
  return { kind: 'object', typeNames, inner, properties: propertiesOf(object, context) };
};

/** An enum of Windows PowerShell: an integer and a word. Both are kept, for they must say the same. */
const enumWord = (
  members: readonly JsonMember[],
): { readonly text: string; readonly inner: ExportValue } | undefined => {
  if (members.length !== 2) return undefined;
  const number = members.find((member) => member.key === 'value')?.value;
  const word = members.find((member) => member.key === 'Value')?.value;
  return number?.kind === 'number' && word?.kind === 'string'
    ? { text: word.value, inner: { kind: 'number', text: number.text } }
    : undefined;
};

const describe = (node: JsonNode): string => {
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
