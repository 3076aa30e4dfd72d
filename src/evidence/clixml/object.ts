import type { ExportProperty, ExportValue } from '../../model/export-record.js';
import { attributeOf, elementsOf, type XmlElement } from '../../xml/tree.js';
import { isSecret } from '../secrets.js';
import { type Context, declare, membersOf, plainText, refuse, refuseUnknown, resolve } from './context.js';
import { primitives, unescapeClixml } from './value.js';

export type ObjectValue = Extract<ExportValue, { kind: 'object' }>;

const broken: ExportValue = { kind: 'unreadable', reason: 'unreadable' };

/** Any value: a primitive, an object, or a reference to an earlier one. */
export const readValue = (context: Context, element: XmlElement): ExportValue => {
  if (element.name === 'Obj') return readObject(context, element);
  if (element.name === 'Ref') return resolve(context, context.objects, element, 'Obj') ?? broken;
  const read = primitives.get(element.name);
  if (read === undefined) {
    refuseUnknown(context, element);
    return broken;
  }
  return read(element.name === 'PR' ? '' : plainText(context, element));
};

/** The elements that hold a list's members. */
export const lists = new Set(['LST', 'IE', 'STK', 'QUE']);

/** The elements that objects are made of, besides values. */
const structure = new Set(['Obj', 'Ref', 'TNRef', 'T', 'ToString', 'Props', 'MS', 'DCT', 'En', ...lists]);

/** An `Obj` with its type names, ToString, the value that it wraps, and its properties from both Props and MS. */
const readObject = (context: Context, element: XmlElement): ObjectValue => {
  const id = attributeOf(element, 'RefId');
  declare<ExportValue>(context, context.objects, id, { ...broken, seen: 'a reference to the object that it is in' });
  const met = new Set<string>();
  const properties = new Map<string, ExportProperty>();
  let typeNames: readonly string[] = [];
  let text: string | undefined;
  let inner: ExportValue | undefined;
  for (const child of membersOf(context, element)) {
    const part = partOf(child.name);
    if (met.has(part)) refuse(context, 'clixml-structure', child, { expected: `one ${part} only`, actual: 'Obj' });
    met.add(part);
    if (child.name === 'TN') typeNames = readTypeNames(context, child);
    else if (child.name === 'TNRef') typeNames = resolve(context, context.typeNames, child, 'TN') ?? [];
    else if (child.name === 'ToString') text = unescapeClixml(plainText(context, child));
    else if (part === 'Props' || part === 'MS') readProperties(context, child, properties);
    else if (lists.has(child.name)) inner = readList(context, child);
    else if (child.name === 'DCT') inner = readDictionary(context, child);
    else inner = readValue(context, child);
  }
  const value: ObjectValue = { kind: 'object', typeNames, text, inner: wholeList(inner, properties), properties };
  declare<ExportValue>(context, context.objects, id, value, true);
  return value;
};

const partOf = (name: string): string =>
  name === 'TNRef' ? 'TN' : name === 'TN' || name === 'ToString' || name === 'Props' || name === 'MS' ? name : 'value';

/** A list that says it has another number of members is not whole. */
const wholeList = (inner: ExportValue | undefined, properties: ObjectValue['properties']): ExportValue | undefined => {
  const count = properties.get('count')?.value;
  if (inner?.kind !== 'list' || count?.kind !== 'number' || Number(count.text) === inner.items.length) return inner;
  return { kind: 'unreadable', reason: 'cut', seen: `${inner.items.length} of ${count.text} members` };
};

const readTypeNames = (context: Context, element: XmlElement): readonly string[] => {
  const names = membersOf(context, element).map((child) => {
    if (child.name !== 'T') refuseUnknown(context, child);
    return unescapeClixml(plainText(context, child));
  });
  declare(context, context.typeNames, attributeOf(element, 'RefId'), names);
  return names;
};

const readList = (context: Context, element: XmlElement): ExportValue => ({
  kind: 'list',
  items: membersOf(context, element).map((child) => readValue(context, child)),
});

/** A hashtable becomes an object that has its entries as properties. */
const readDictionary = (context: Context, element: XmlElement): ExportValue => {
  const properties = new Map<string, ExportProperty>();
  for (const entry of membersOf(context, element)) {
    const parts = membersOf(context, entry);
    const part = (name: string) => parts.find((child) => unescapeClixml(attributeOf(child, 'N') ?? '') === name);
    const [key, value] = [part('Key'), part('Value')];
    if (entry.name !== 'En') refuseUnknown(context, entry);
    else if (key === undefined || value === undefined || parts.length !== 2)
      refuse(context, 'clixml-structure', entry, { expected: 'one Key and one Value', actual: 'En' });
    else addProperty(context, properties, unescapeClixml(plainText(context, key)), value);
  }
  return { kind: 'object', typeNames: [], properties };
};

const readProperties = (context: Context, set: XmlElement, properties: Map<string, ExportProperty>): void => {
  const own = new Set<string>();
  for (const child of membersOf(context, set)) {
    const name = unescapeClixml(attributeOf(child, 'N') ?? '');
    if (name === '') refuse(context, 'clixml-structure', child, { expected: 'a name (N)', actual: child.name });
    if (own.has(name.toLowerCase())) refuseTwice(context, child, name, properties);
    own.add(name.toLowerCase());
    addProperty(context, properties, name, child);
  }
};

/** Adds a property by its name, unescaped; one that is there already must have the same value. */
const addProperty = (
  context: Context,
  properties: Map<string, ExportProperty>,
  name: string,
  element: XmlElement,
): void => {
  const key = name.toLowerCase();
  const value = isSecret(name) ? withhold(context, element) : readMember(context, element);
  const before = properties.get(key);
  if (before !== undefined && !same(before.value, value)) refuseTwice(context, element, name, properties);
  const place = { file: context.file, line: context.position(element.start).line };
  if (before === undefined) properties.set(key, { name, place, value });
};

const refuseTwice = (
  context: Context,
  at: XmlElement,
  name: string,
  properties: ReadonlyMap<string, ExportProperty>,
): void =>
  refuse(
    context,
    'clixml-property-twice',
    at,
    { expected: String(properties.get(name.toLowerCase())?.place.line) },
    name,
  );

/** A property's value, or a named set of properties inside another. */
const readMember = (context: Context, element: XmlElement): ExportValue => {
  if (element.name !== 'MS') return readValue(context, element);
  const properties = new Map<string, ExportProperty>();
  readProperties(context, element, properties);
  return { kind: 'object', typeNames: [], properties };
};

/** What is inside a secret is never read; what refers to it, or to a part of it, gets as little. */
const withhold = (context: Context, element: XmlElement): ExportValue => {
  const value: ExportValue = { kind: 'withheld' };
  if (element.name === 'Obj') declare<ExportValue>(context, context.objects, attributeOf(element, 'RefId'), value);
  if (element.name === 'TN') readTypeNames(context, element);
  else if (!primitives.has(element.name) && !structure.has(element.name)) refuseUnknown(context, element);
  for (const child of elementsOf(element)) withhold(context, child);
  return value;
};

const same = (a: ExportValue, b: ExportValue): boolean => {
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if ((a.kind === 'text' && b.kind === 'text') || (a.kind === 'number' && b.kind === 'number'))
    return a.text === b.text;
  return a === b || (a.kind === b.kind && (a.kind === 'null' || a.kind === 'withheld'));
};
