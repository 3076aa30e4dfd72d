import type { Reading } from '../model/diagnostic.js';
import type { ExportRecord } from '../model/export-record.js';
import { lineIndex } from '../text/lines.js';
import { parseXml } from '../xml/parse.js';
import { attributeOf, elementsOf, type XmlElement } from '../xml/tree.js';
import { type Context, membersOf, powerShellNamespace, refuse } from './clixml-context.js';
import { lists, type ObjectValue, readValue } from './clixml-object.js';
import { primitives } from './clixml-value.js';

/**
 * Reads the output of Export-Clixml (the XML of MS-PSRP 2.2.5), each object of the pipeline a record. An array that was
 * exported whole gives its members; an empty `Objs` gives no record. A property's name decides once: Props and MS that
 * contradict each other are refused, as is a reference that leads nowhere.
 *
 * @param text the decoded file, without a byte order mark; a line `#< CLIXML` may come first
 * @param file the name to show in diagnostics
 * @returns the records. Diagnostics, all refusals: those of parseXml; `clixml-root`, `clixml-unknown-element`,
 *   `clixml-structure`, `clixml-reference`, `clixml-reference-ambiguous`, `clixml-property-twice`, `clixml-no-objects`,
 *   `clixml-mixed-objects`, `clixml-list-count`, `clixml-nested-list`, `clixml-error-stream`
 */
export const fromClixml = (text: string, file: string): Reading<readonly ExportRecord[]> => {
  const document = text.replace(/^\s*#< CLIXML[^\r\n]*/, (line) => line.replace(/[^\r\n]/g, ' '));
  const parsed = parseXml(document, file);
  if (!parsed.ok) return parsed;
  const context: Context = {
    file,
    position: lineIndex(document),
    objects: new Map(),
    typeNames: new Map(),
    pipelineObject: undefined,
    pipelineIndex: 0,
    fault: undefined,
  };
  const records = readPipeline(context, parsed.value);
  return context.fault === undefined
    ? { ok: true, value: records, diagnostics: [] }
    : { ok: false, diagnostics: [context.fault] };
};

/** What was read of the pipeline so far: the records, how many bare values of each kind were met, and the first. */
interface Pipeline {
  readonly records: ExportRecord[];
  readonly values: Map<string, number>;
  firstValue: XmlElement | undefined;
}

const readPipeline = (context: Context, root: XmlElement): readonly ExportRecord[] => {
  const actual = root.namespace === '' ? root.name : `${root.name} in ${root.namespace}`;
  if (root.name !== 'Objs' || root.namespace !== powerShellNamespace) {
    refuse(context, 'clixml-root', root, { expected: `Objs in ${powerShellNamespace}`, actual });
    return [];
  }
  const pipeline: Pipeline = { records: [], values: new Map(), firstValue: undefined };
  for (const element of membersOf(context, root)) {
    context.pipelineIndex += 1;
    context.pipelineObject = element;
    if (isOutput(context, element)) readPipelineObject(context, element, pipeline);
    if (context.fault !== undefined) return [];
  }
  context.pipelineObject = undefined;
  const { firstValue } = pipeline;
  if (firstValue === undefined) return pipeline.records;
  const seen = [...pipeline.values].map(([name, count]) => `${count} ${name}`).join(', ');
  refuse(context, pipeline.records.length > 0 ? 'clixml-mixed-objects' : 'clixml-no-objects', firstValue, {
    actual: seen,
  });
  return [];
};

/** The output of a whole PowerShell process (`-OutputFormat XML`) has its other streams among the objects. */
const isOutput = (context: Context, element: XmlElement): boolean => {
  const stream = attributeOf(element, 'S')?.toLowerCase() ?? 'output';
  if (stream === 'error') refuse(context, 'clixml-error-stream', element, {});
  return !['progress', 'verbose', 'debug', 'warning', 'information'].includes(stream);
};

const readPipelineObject = (context: Context, element: XmlElement, pipeline: Pipeline): void => {
  const value = readValue(context, element);
  if (value.kind !== 'object') countValue(context, element, pipeline);
  else if (value.inner?.kind === 'list') readListed(context, element, value, pipeline);
  else if (value.inner?.kind === 'unreadable' && value.inner.reason === 'cut')
    refuse(context, 'clixml-list-count', element, { actual: value.inner.seen });
  else pipeline.records.push(toRecord(context, element, value));
};

/** An array that was exported whole: its members are the records. Lists in it are not, nor is one that is referred to. */
const readListed = (context: Context, element: XmlElement, object: ObjectValue, pipeline: Pipeline): void => {
  if (element.name === 'Ref') refuse(context, 'clixml-nested-list', element, {});
  const list = elementsOf(element).find((child) => lists.has(child.name));
  for (const [i, member] of (list === undefined ? [] : elementsOf(list)).entries()) {
    const value = object.inner?.kind === 'list' ? object.inner.items[i] : undefined;
    if (value?.kind === 'object' && value.inner?.kind === 'list') refuse(context, 'clixml-nested-list', member, {});
    else if (value?.kind === 'object') pipeline.records.push(toRecord(context, member, value));
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

const toRecord = (context: Context, element: XmlElement, value: ObjectValue): ExportRecord => ({
  place: { file: context.file, line: context.position(element.start).line },
  typeNames: value.typeNames,
  properties: value.properties,
});
