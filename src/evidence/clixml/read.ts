import { type Diagnostic, type Reading, wordsOf } from '../../diagnostics/diagnostic.js';
import type { ExportRecord } from '../../model/export-record.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { parseXmlItems } from '../../xml/parse.js';
import { attributeOf, elementsOf, type XmlElement } from '../../xml/tree.js';
import { type Context, checkAttributes, membersOf, powerShellNamespace, refuse } from './context.js';
import { hiddenIn } from './hidden.js';
import { shownXmlName } from './names.js';
import { namespaceCheck } from './namespaces.js';
import { lists, type ObjectValue, readValue } from './object.js';
import { isOutput } from './stream.js';
import { primitives } from './value.js';

/**
 * Reads the output of Export-Clixml (the XML of MS-PSRP 2.2.5), each object of the pipeline a record. An array that was
 * exported whole gives its members; an empty `Objs` gives no record. A property's name decides once: Props and MS that
 * contradict each other are refused, as is a reference that leads nowhere.
 *
 * @param text the decoded file, without a byte order mark; a line `#< CLIXML` may come first
 * @param file the name to show in diagnostics
 * @returns the records. Diagnostics: `clixml-comment`, a warning; all others refuse: those of parseXml; `clixml-root`,
 *   `clixml-unknown-element`, `clixml-structure`, `clixml-reference`, `clixml-reference-ambiguous`,
 *   `clixml-property-twice`, `clixml-no-objects`, `clixml-mixed-objects`, `clixml-list-count`, `clixml-nested-list`,
 *   `clixml-list-with-properties`, `clixml-error-stream`, `clixml-other-stream`, `clixml-commented-out`
 */
export const fromClixml = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<readonly ExportRecord[]> => {
  // Only the output of a whole PowerShell process, which this line begins, has its other streams among the objects.
  const mark = /^\s*#< CLIXML[^\r\n]*/.exec(text)?.[0];
  const document = mark === undefined ? text : mark.replace(/[^\r\n]/g, '') + text.slice(mark.length);
  const context: Context = {
    file,
    position: lineIndex(document),
    objects: new Map(),
    typeNames: new Map(),
    pipelineObject: undefined,
    pipelineIndex: 0,
    fault: undefined,
  };
  const pipeline: Pipeline = { records: [], values: new Map(), firstValue: undefined };
  // What is declared where is checked behind everything else, though it is read along with it.
  const declared: Context = { ...context };
  const parsed = parseXmlItems(document, file, limits, (root) => {
    checkRoot(context, root);
    const checkBelow = namespaceCheck(declared, document, root);
    return (element) => {
      if (context.fault !== undefined) return;
      readItem(context, element, mark !== undefined, pipeline);
      checkBelow(element);
    };
  });
  if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics.map(withoutNames) };
  refuseValues(context, pipeline);
  const fault = context.fault ?? declared.fault;
  if (fault !== undefined) return { ok: false, diagnostics: [fault] };
  const hidden = hiddenIn(document, file);
  if (hidden?.severity === 'error') return { ok: false, diagnostics: [hidden] };
  return { ok: true, value: pipeline.records, diagnostics: hidden === undefined ? [] : [hidden] };
};

/** Of the faults that quote names, those that are not CLIXML's are taken out; the others quote numbers and characters. */
const withoutNames = (d: Diagnostic): Diagnostic => {
  const shown = (word: string | undefined) => word && shownXmlName(word);
  if (!/^xml-(truncated|end-tag|two-roots|attribute|namespace|unbound|reserved)/.test(d.code)) return d;
  const { expected, actual } = wordsOf(d);
  return { ...d, args: { expected: shown(expected), actual: shown(actual) } } as Diagnostic;
};

/** What was read of the pipeline so far: the records, how many bare values of each kind were met, and the first. */
interface Pipeline {
  readonly records: ExportRecord[];
  readonly values: Map<string, number>;
  firstValue: XmlElement | undefined;
}

/** Checks the root and the tags of its children; what is in these is not there yet. */
const checkRoot = (context: Context, root: XmlElement): void => {
  const actual = root.namespace === '' ? root.name : `${root.name} in ${root.namespace}`;
  if (root.name !== 'Objs' || root.namespace !== powerShellNamespace) {
    refuse(context, 'clixml-root', root, { expected: `Objs in ${powerShellNamespace}`, actual });
    return;
  }
  checkAttributes(context, root);
  if (attributeOf(root, 'Version') === undefined)
    refuse(context, 'clixml-structure', root, { expected: 'the attribute Version', actual: root.name });
  membersOf(context, root);
};

const readItem = (context: Context, element: XmlElement, streamed: boolean, pipeline: Pipeline): void => {
  context.pipelineIndex += 1;
  context.pipelineObject = element;
  if (isOutput(context, element, streamed)) readPipelineObject(context, element, pipeline);
  context.pipelineObject = undefined;
};

/** A file of bare values, or of these and objects, is no export. */
const refuseValues = (context: Context, { records, values, firstValue }: Pipeline): void => {
  if (firstValue === undefined) return;
  const actual = [...values].map(([name, count]) => `${count} ${name}`).join(', ');
  refuse(context, records.length > 0 ? 'clixml-mixed-objects' : 'clixml-no-objects', firstValue, { actual });
};

const readPipelineObject = (context: Context, element: XmlElement, pipeline: Pipeline): void => {
  const value = readValue(context, element);
  if (value.kind !== 'object') countValue(context, element, pipeline);
  else if (value.inner?.kind === 'list') readListed(context, element, value, pipeline);
  else if (value.inner?.kind === 'unreadable' && value.inner.reason === 'cut')
    refuse(context, 'clixml-list-count', element, { actual: value.inner.seen });
  else addRecord(context, element, value, pipeline);
};

/** An array that was exported whole: its members are the records. Lists in it are not, nor is one that is referred to. */
const readListed = (context: Context, element: XmlElement, object: ObjectValue, pipeline: Pipeline): void => {
  if (element.name === 'Ref') refuse(context, 'clixml-nested-list', element, {});
  const odd = oddInList(object);
  if (odd !== undefined) refuse(context, 'clixml-list-with-properties', element, { actual: odd });
  const list = elementsOf(element).find((child) => lists.has(child.name));
  for (const [i, member] of (list === undefined ? [] : elementsOf(list)).entries()) {
    const value = object.inner?.kind === 'list' ? object.inner.items[i] : undefined;
    if (value?.kind === 'object' && value.inner?.kind === 'list') refuse(context, 'clixml-nested-list', member, {});
    else if (value?.kind === 'object') addRecord(context, member, value, pipeline);
    else countValue(context, member, pipeline);
  }
};

const countValue = (context: Context, element: XmlElement, pipeline: Pipeline): void => {
  if (!primitives.has(element.name)) {
    refuse(context, 'clixml-structure', element, { expected: 'an object to refer to', actual: element.name });
    return;
  }
  pipeline.firstValue ??= element;
  pipeline.values.set(element.name, (pipeline.values.get(element.name) ?? 0) + 1);
};

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

/** A value or a dictionary beside the properties is a second content: which of the two is the connector cannot be known. */
const addRecord = (context: Context, element: XmlElement, value: ObjectValue, pipeline: Pipeline): void => {
  if (value.inner !== undefined && value.properties.size > 0)
    refuse(context, 'clixml-structure', element, { expected: 'either a value or properties', actual: element.name });
  pipeline.records.push({
    place: { file: context.file, line: context.position(element.start).line },
    typeNames: value.typeNames,
    properties: value.properties,
  });
};
