import { reportAt } from '../../diagnostics/reports.js';
import type { ExportProperty, ExportValue } from '../../model/export-record.js';
import { attributeOf, type XmlElement } from '../../xml/tree.js';
import { addProperty } from '../add-property.js';
import { decisive } from '../property-names.js';
import { isSecret } from '../secrets.js';
import {
  type Context,
  doubt,
  escapedText,
  lists,
  membersOf,
  misplaced,
  orderOf,
  placeOf,
  plainText,
  shownXmlName,
} from './grammar.js';
import { primitives, unescapeClixml } from './value.js';

export type ObjectValue = Extract<ExportValue, { kind: 'object' }>;

const withheld: ExportValue = { kind: 'withheld' };
const broken: ExportValue = { kind: 'unreadable', reason: 'unreadable' };

/** Any value: a primitive, an object, or a reference to one. */
export const readValue = (context: Context, element: XmlElement): ExportValue => {
  if (element.name === 'Obj') return readObject(context, element);
  if (element.name === 'Ref') return resolve(context, context.objects, element) ?? broken;
  const primitive = primitives.get(element.name);
  if (primitive === undefined) {
    doubt(context, 'clixml-element', element, { element: shownXmlName(element.name) });
    return broken;
  }
  if (element.name === 'PR') return primitive.read('');
  const text = plainText(context, element);
  if (!primitive.genuine.test(text)) doubt(context, 'clixml-value', element, { element: element.name });
  return primitive.read(text);
};

/** An `Obj` with its type names, ToString, the value that it wraps, and its properties from both Props and MS. */
const readObject = (context: Context, element: XmlElement): ObjectValue => {
  const { objects } = context;
  declare<ExportValue>(context, objects, element, { ...broken, seen: 'a reference to the object that it is in' });
  const properties = new Map<string, ExportProperty>();
  let typeNames: readonly string[] = [];
  let text: string | undefined;
  let inner: ExportValue | undefined;
  let order = -1;
  for (const part of membersOf(context, element, 'nameless')) {
    if (orderOf(part.name) <= order) misplaced(context, part, "an object's parts, each once and in PowerShell's order");
    order = Math.max(order, orderOf(part.name));
    if (part.name === 'TN') typeNames = readTypeNames(context, part);
    else if (part.name === 'TNRef') typeNames = resolve(context, context.typeNames, part) ?? [];
    else if (part.name === 'ToString') text = escapedText(context, part);
    else if (part.name === 'Props' || part.name === 'MS') readProperties(context, part, properties);
    else if (lists.has(part.name)) inner = readList(context, part);
    else if (part.name === 'DCT') inner = readDictionary(context, part);
    else inner = readValue(context, part);
  }
  if (inner?.kind === 'list') checkCount(context, element, inner.items.length, properties);
  const value: ObjectValue = { kind: 'object', typeNames, text, inner, properties };
  const id = attributeOf(element, 'RefId');
  if (id !== undefined) objects.set(id, context.inSecret ? withheld : value);
  return value;
};

const readTypeNames = (context: Context, element: XmlElement): readonly string[] => {
  const names = membersOf(context, element, 'nameless').map((child) => {
    if (child.name !== 'T') misplaced(context, child, 'a type name (T)');
    return escapedText(context, child);
  });
  declare(context, context.typeNames, element, names);
  return names;
};

const readList = (context: Context, element: XmlElement): ExportValue => ({
  kind: 'list',
  items: membersOf(context, element, 'nameless').map((child) => readValue(context, child)),
});

/** What a list says of its own length. */
const lengths = ['count', 'length', 'longlength'];

const checkCount = (
  context: Context,
  element: XmlElement,
  found: number,
  properties: ReadonlyMap<string, ExportProperty>,
): void => {
  for (const key of lengths) {
    const value = properties.get(key)?.value;
    if (value !== undefined && !((value.kind === 'number' || value.kind === 'text') && value.text === String(found)))
      doubt(context, 'clixml-count', element, { found });
  }
};

/** A dictionary becomes an object that has its entries as properties. */
const readDictionary = (context: Context, element: XmlElement): ObjectValue => {
  const properties = new Map<string, ExportProperty>();
  for (const entry of membersOf(context, element, 'nameless')) {
    const [key, value, ...more] = membersOf(context, entry, 'named');
    const parts = [key, value].map((part) => part && attributeOf(part, 'N'));
    if (
      entry.name !== 'En' ||
      key === undefined ||
      value === undefined ||
      more.length > 0 ||
      parts.join() !== 'Key,Value'
    )
      misplaced(context, entry, 'an entry (En) with one Key and one Value');
    else readProperty(context, properties, unescapeClixml(plainText(context, key)), value);
  }
  return { kind: 'object', typeNames: [], properties };
};

const readProperties = (context: Context, set: XmlElement, properties: Map<string, ExportProperty>): void => {
  for (const member of membersOf(context, set, 'named'))
    readProperty(context, properties, unescapeClixml(attributeOf(member, 'N') ?? ''), member, set.name === 'MS');
};

const readProperty = (
  context: Context,
  properties: Map<string, ExportProperty>,
  name: string,
  element: XmlElement,
  mayBeSet = false,
): void => {
  const key = name.toLowerCase();
  if (context.inSecret && decisive.has(key)) doubt(context, 'record-in-secret', element);
  const value = isSecret(name) ? withhold(context, element) : readMember(context, element, mayBeSet);
  const place = { file: context.file, line: context.position(element.start).line };
  const first = addProperty(properties, key, { name, place, value });
  if (first !== undefined)
    reportAt(context.reports, 'clixml-property-twice', () => placeOf(context, element, name), {
      line: first.place.line,
    });
};

/** A property's value, or a named set of members inside another. */
const readMember = (context: Context, element: XmlElement, mayBeSet: boolean): ExportValue => {
  if (element.name !== 'MS' || !mayBeSet) return readValue(context, element);
  const properties = new Map<string, ExportProperty>();
  readProperties(context, element, properties);
  return { kind: 'object', typeNames: [], properties };
};

/** Nothing of a secret is kept, and what refers to it, or to a part of it, gets as little. */
const withhold = (context: Context, element: XmlElement): ExportValue => {
  const { inSecret } = context;
  context.inSecret = true;
  readValue(context, element);
  context.inSecret = inSecret;
  return withheld;
};

/** Notes what an id stands for. One that several have is the latest one's, as it would be if files were joined. */
const declare = <T>(context: Context, ids: Map<string, T>, element: XmlElement, value: T): void => {
  const id = attributeOf(element, 'RefId');
  if (id === undefined) return;
  if (ids.has(id)) doubt(context, 'clixml-id-twice', element, { element: element.name });
  ids.set(id, value);
};

const resolve = <T>(context: Context, ids: ReadonlyMap<string, T>, reference: XmlElement): T | undefined => {
  const found = ids.get(attributeOf(reference, 'RefId') ?? '');
  if (found === undefined) doubt(context, 'clixml-reference', reference, { element: reference.name });
  return found;
};
