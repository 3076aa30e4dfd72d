import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { parseJsonItems } from '../../json/parse.js';
import type { JsonMember, JsonNode, JsonObject } from '../../json/tree.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { isSecretKey } from '../secrets.js';

/**
 * Reads what ConvertTo-Json wrote: one object, an array of objects, or an array in PowerShell's wrapper
 * (`{"value": […], "Count": n}`). Keys count without case, as PowerShell's names do. Refused whole: `json-truncated`,
 * `json-syntax`, `json-too-deep`, `too-many-items`, `json-key-twice` (two keys of one name contradict each other, at any depth; an enum's
 * `value` and `Value` aside), `json-count`, `json-not-objects`.
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
  const context: Context = { place, names: new Map(), object: undefined, refusals: [] };
  // Each object of an array becomes a record as soon as it is read: a tree of all of them would be many times the file.
  const records: ExportRecord[] = [];
  const parsed = parseJsonItems(text, file, limits, (item) => addRecord(item, records, context));
  if (!parsed.ok) return parsed;
  if (parsed.value.kind !== 'array') addRecords(parsed.value, records, context);
  const [refusal] = context.refusals;
  if (refusal !== undefined) return { ok: false, diagnostics: [refusal] };
  return { ok: true, value: records, diagnostics: [] };
};

interface Context {
  readonly place: (offset: number) => Place;
  /** The names of properties that were met, with the same in lower case. */
  readonly names: Map<string, string>;
  /** The connector that is being read, for refusals. */
  object: JsonObject | undefined;
  /** Within a secret, where not even keys are shown. */
  readonly withheld?: true | undefined;
  /** The first of them is the reason for refusing the file. */
  readonly refusals: Diagnostic[];
}

const addRecords = (root: JsonNode, records: ExportRecord[], context: Context): void => {
  const wrapped = root.kind === 'object' ? wrappedItems(root) : undefined;
  if (wrapped?.count !== undefined && wrapped.count !== wrapped.items.length)
    refuse(context, 'json-count', root, {
      expected: String(wrapped.count),
      actual: String(wrapped.items.length),
    });
  for (const item of wrapped?.items ?? [root]) addRecord(item, records, context);
};

const addRecord = (item: JsonNode, records: ExportRecord[], context: Context): void => {
  context.object = item.kind === 'object' ? item : undefined;
  if (item.kind === 'object')
    records.push({ place: context.place(item.start), typeNames: [], properties: propertiesOf(item, context) });
  else refuse(context, 'json-not-objects', item, { expected: 'an object for each connector', actual: describe(item) });
};

const nameOf = (object: JsonObject): string | undefined => {
  const name = object.members.find((member) => member.key.toLowerCase() === 'name')?.value;
  return name?.kind === 'string' ? name.value : undefined;
};

/** The items of a collection that ConvertTo-Json wrapped, with the count that it gives. */
const wrappedItems = (
  object: JsonObject,
): { readonly items: readonly JsonNode[]; readonly count: number } | undefined => {
  if (object.members.length !== 2) return undefined;
  const [value, count] = ['value', 'count'].map(
    (key) => object.members.find((m) => m.key.toLowerCase() === key)?.value,
  );
  return value?.kind === 'array' && count?.kind === 'number'
    ? { items: value.items, count: Number(count.text) }
    : undefined;
};

const propertiesOf = (object: JsonObject, context: Context): ReadonlyMap<string, ExportProperty> => {
  const properties = new Map<string, ExportProperty>();
  for (const { key, keyStart, value } of object.members) {
    const name = lowerCase(key, context);
    const place = context.place(keyStart);
    const first = properties.get(name);
    if (first !== undefined) {
      const shown = context.withheld === true ? '(not shown)' : key;
      const words = { actual: shown, expected: String(first.place.line) };
      const connector = context.object && nameOf(context.object);
      const where = { ...place, connector, property: shown };
      context.refusals.push(diagnostic('json-key-twice', where, words));
    }
    properties.set(name, {
      name: key,
      place,
      value: isSecretKey(name) ? withheld(value, context) : toValue(value, context),
    });
  }
  return properties;
};

/** The same text for the same name: a record's keys are many, its names few. */
const lowerCase = (key: string, { names }: Context): string => {
  const known = names.get(key);
  if (known !== undefined) return known;
  const lower = key.toLowerCase();
  if (names.size < 1000) names.set(key, lower);
  return lower;
};

/** Looks into a secret value only for contradictions in its keys, and keeps nothing of it. */
const withheld = (value: JsonNode, context: Context): ExportValue => {
  if (value.kind === 'null') return nothing;
  toValue(value, { ...context, withheld: true });
  return { kind: 'withheld' };
};

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
      refuseConnectors(node.items, context);
      return { kind: 'list', items: node.items.map((item) => toValue(item, context)) };
    case 'object':
      return objectOf(node, context);
  }
};

const ofConnectors = new Set(['domainsecureenabled', 'dnsroutingenabled']);

/** Connectors in a list that is a property's value lost their own places, and would be lost with it. */
const refuseConnectors = (items: readonly JsonNode[], context: Context): void => {
  const connector = items.find(
    (item) => item.kind === 'object' && item.members.some(({ key }) => ofConnectors.has(lowerCase(key, context))),
  );
  if (connector !== undefined)
    refuse(context, 'json-not-objects', connector, {
      expected: 'an object for each connector',
      actual: 'a connector within another',
    });
};

const objectOf = (object: JsonObject, context: Context): ExportValue => {
  const word = enumWord(object.members);
  if (word !== undefined) return { kind: 'object', typeNames: [], ...word, properties: new Map() };
  const wrapped = wrappedItems(object);
  if (wrapped !== undefined && wrapped.count !== wrapped.items.length)
    return {
      kind: 'unreadable',
      reason: 'unreadable',
      seen: `${wrapped.items.length} members, Count ${wrapped.count}`,
    };
  if (wrapped !== undefined) refuseConnectors(wrapped.items, context);
  const inner = wrapped && { kind: 'list' as const, items: wrapped.items.map((item) => toValue(item, context)) };
  return { kind: 'object', typeNames: [], inner, properties: propertiesOf(object, context) };
};

/**
 * PowerShell 5.1 writes an enum as `{"value": 4, "Value": "DomainValidation"}`: the same name twice but for case, an integer
 * and a word. Both are kept, for they must say the same.
 */
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

const refuse = (
  context: Context,
  code: 'json-count' | 'json-not-objects',
  node: JsonNode,
  words: { readonly expected?: string; readonly actual?: string },
): void => void context.refusals.push(diagnostic(code, context.place(node.start), words));
