import { type Diagnostic, type Reading, refused } from '../../diagnostics/diagnostic.js';
import { reportAt } from '../../diagnostics/reports.js';
import type { ExportRecord, ExportValue } from '../../model/export-record.js';
import { knownValue } from '../../model/property.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { parseXmlItems } from '../../xml/parse.js';
import { attributeOf, elementsOf, type XmlElement } from '../../xml/tree.js';
import { isSendConnectorType, recognise } from '../recognise.js';
import { seen } from '../seen.js';
import { toText } from '../values.js';
import {
  type Context,
  checkAttributes,
  checkBetween,
  doubt,
  lists,
  misplaced,
  placeOf,
  rootTag,
  shownXmlName,
  version,
} from './grammar.js';
import { type ObjectValue, readValue } from './object.js';

/**
 * Reads the output of Export-Clixml and of PowerShell's other serializers: a record for each object of the pipeline, or for each
 * member of a list that was exported whole. Genuine is what ./grammar.ts has; and at the root objects alone, or one list of
 * them alone, or nothing: no element, `<Nil />`, an empty list. A line `#< CLIXML` may come first. Everything else is a doubt
 * (`clixml-…`, `record-in-secret`), and what can be read is read. Refused is what is not well-formed (the diagnostics of
 * parseXml), has another root (`clixml-root`) or holds no object (`clixml-no-objects`).
 *
 * @param text the decoded file, without a byte order mark
 * @param file the name to show in diagnostics
 */
export const fromClixml = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<readonly ExportRecord[]> => {
  const document = text.replace(/^\s*#< CLIXML[^\r\n]*/, (line) => line.replace(/[^\r\n]/g, ' '));
  const context: Context = {
    file,
    position: lineIndex(document),
    reports: new Map(),
    objects: new Map(),
    typeNames: new Map(),
    pipelineObject: undefined,
    inSecret: false,
  };
  const pipeline: Pipeline = { records: [], items: 0, list: undefined, other: undefined };
  const parsed = parseXmlItems(document, file, limits, (root) => {
    checkRoot(context, document, root);
    return (element) => {
      checkAttributes(context, element, 'root');
      context.pipelineObject = element;
      readItem(context, element, pipeline);
      context.pipelineObject = undefined;
    };
  });
  if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics.map(withoutNames) };
  if (parsed.value.name !== 'Objs') return refused('clixml-root', placeOf(context, parsed.value));
  for (const child of parsed.value.children) if (child.kind === 'text') checkBetween(context, parsed.value, child);
  const { records, items, list, other } = pipeline;
  if (list !== undefined && items > 1) doubtList(context, list, 'others beside it');
  const isNothing = other?.name === 'Nil' && items === 1 && list === undefined;
  if (other !== undefined && !isNothing) {
    const found = { element: shownXmlName(other.name) };
    if (records.length === 0) return refused('clixml-no-objects', placeOf(context, other), found);
    doubt(context, 'clixml-values', other, found);
  }
  return { ok: true, value: records, diagnostics: [...context.reports.values()] };
};

/** Of the faults that quote names, those that are not CLIXML's are taken out; the others quote numbers and characters. */
const withoutNames = (d: Diagnostic): Diagnostic => {
  if (!/^xml-(truncated|end-tag|two-roots|attribute|namespace|unbound|reserved)/.test(d.code)) return d;
  const args = Object.entries(d.args).map(([key, name]) => [key, name && shownXmlName(String(name))]);
  return { ...d, args: Object.fromEntries(args) } as Diagnostic;
};

/** What begins a comment, an instruction or a CDATA section, where a document is well-formed. */
const otherMarkup = /<[!?]/;

/** A tag that declares a namespace. */
const declaration = /<(?:[^<>"']|"[^"]*"|'[^']*')*?\sxmlns/;

/** Checks the root's tag, and that the document holds elements and text alone. */
const checkRoot = (context: Context, document: string, root: XmlElement): void => {
  const note = (code: 'clixml-root-tag' | 'clixml-version' | 'clixml-markup' | 'clixml-namespace', offset: number) =>
    reportAt(context.reports, code, () => ({ file: context.file, ...context.position(offset) }));
  const tag = rootTag.exec(document.slice(root.start, root.start + 200));
  if (tag === null) note('clixml-root-tag', root.start);
  else if (tag[1] !== version) note('clixml-version', root.start);
  const markup = document.search(otherMarkup);
  if (markup !== -1) note('clixml-markup', markup);
  const end = root.start + (tag?.[0].length ?? 1);
  const declared = document.includes('xmlns', end) ? document.slice(end).search(declaration) : -1;
  if (declared !== -1) note('clixml-namespace', end + declared);
};

/** What was read of the pipeline so far. */
interface Pipeline {
  readonly records: ExportRecord[];
  /** How many children the root has. */
  items: number;
  /** The first of them that is a list. */
  list: XmlElement | undefined;
  /** The first that stands in the place of an object and is none. */
  other: XmlElement | undefined;
}

/** PowerShell's streams besides the output. */
const streams = new Set(['error', 'warning', 'verbose', 'debug', 'progress', 'information']);

/** Reads a child of the root. What another stream holds is left out, but for connectors, which no cmdlet writes there. */
const readItem = (context: Context, element: XmlElement, pipeline: Pipeline): void => {
  pipeline.items += 1;
  const value = readValue(context, element);
  const stream = attributeOf(element, 'S')?.toLowerCase() ?? 'output';
  if (stream !== 'output') {
    const shown = { stream: streams.has(stream) ? stream : 'unknown' };
    doubt(context, 'clixml-stream', element, shown);
    if (value.kind !== 'object' || recognise(value).is !== 'send-connector') return;
  }
  if (value.kind === 'object' && value.inner?.kind === 'list') pipeline.list ??= element;
  addValue(context, element, value, pipeline);
};

const addValue = (context: Context, element: XmlElement, value: ExportValue, pipeline: Pipeline): void => {
  if (value.kind !== 'object') pipeline.other ??= element;
  else if (value.inner?.kind === 'list') addMembers(context, element, value, value.inner.items, pipeline);
  else pipeline.records.push(recordOf(context, element, value));
};

/** Adds the members of a list; not once more those of one that is referred to. */
const addMembers = (
  context: Context,
  element: XmlElement,
  object: ObjectValue,
  items: readonly ExportValue[],
  pipeline: Pipeline,
): void => {
  if (element.name === 'Ref') {
    doubtList(context, element, 'been there before');
    return;
  }
  const odd = oddInList(object);
  if (odd !== undefined) doubtList(context, element, odd);
  if (odd !== undefined && recognise(object).is === 'send-connector')
    pipeline.records.push(recordOf(context, element, object));
  const members = elementsOf(element).find(({ name }) => lists.has(name));
  for (const [i, member] of (members === undefined ? [] : elementsOf(members)).entries()) {
    const value = items[i] ?? { kind: 'null' };
    if (value.kind === 'object' && value.inner?.kind === 'list') doubtList(context, member, 'a list in it');
    addValue(context, member, value, pipeline);
  }
};

const doubtList = (context: Context, at: XmlElement, found: string): void =>
  doubt(context, 'clixml-list', at, { found });

/** What PowerShell and .NET say of a collection itself, not of what is in it. */
const ofCollections =
  /^(?:count|length|longlength|rank|capacity|syncroot|isreadonly|isfixedsize|issynchronized|pscomputername|runspaceid|psshowcomputername)$/;

const isCollectionType = (name: string): boolean =>
  /\[\]$|(?:^|\.)System\.Array$/.test(name) || /(?:^|\.)System\.Collections\.|\.MultiValuedProperty/.test(name);

/** What an object that holds a list has which no list has: it would be lost with the object. */
const oddInList = ({ typeNames, properties }: ObjectValue): string | undefined => {
  const odd = [...properties].find(([key]) => !ofCollections.test(key))?.[1].name;
  if (odd !== undefined) return `the property ${odd}`;
  return typeNames.length === 0 || typeNames.some(isCollectionType)
    ? undefined
    : `the type ${typeNames[0]?.slice(0, 100)}`;
};

/** A record has an object's properties, or a dictionary's entries. */
const recordOf = (context: Context, element: XmlElement, { inner, ...object }: ObjectValue): ExportRecord => {
  const { typeNames } = object;
  const place = { file: context.file, line: context.position(element.start).line };
  if (inner !== undefined && object.properties.size > 0) misplaced(context, element, 'either a value or properties');
  if (inner?.kind !== 'object') {
    checkToString(context, element, object);
    return { place, typeNames, properties: object.properties };
  }
  doubt(context, 'clixml-dictionary', element);
  return { place, typeNames, properties: new Map([...inner.properties, ...object.properties]) };
};

/** A connector's ToString is its name, which is what keeps the parts of two objects apart. Select-Object's objects have none. */
const checkToString = (
  context: Context,
  element: XmlElement,
  { typeNames, text, properties }: Omit<ObjectValue, 'inner'>,
): void => {
  const name = properties.get('name');
  if (text === undefined || name === undefined) return;
  if (!typeNames.some((type) => isSendConnectorType(type) && !type.includes('Selected.'))) return;
  const known = knownValue(toText(name.value)) ?? '';
  if (text.trim().toLowerCase() !== known.trim().toLowerCase())
    reportAt(context.reports, 'clixml-to-string', () => placeOf(context, element, 'Name'), { text: seen(text) });
};
