import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExportValue } from '../../model/export-record.js';
import type { Position } from '../../text/lines.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import { shownXmlName } from './names.js';
import { unescapeClixml } from './value.js';

export const powerShellNamespace = 'http://schemas.microsoft.com/powershell/2004/04';

/** What is known while a file is read. Reading goes on after a fault, with what it gives thrown away at the end. */
export interface Context {
  readonly file: string;
  readonly position: (offset: number) => Position;
  readonly objects: Map<string, Declared<ExportValue>>;
  readonly typeNames: Map<string, Declared<readonly string[]>>;
  /** The pipeline object that is being read, and which it is. */
  pipelineObject: XmlElement | undefined;
  pipelineIndex: number;
  /** The first fault: the file is refused for it. */
  fault: Diagnostic | undefined;
}

/** Something with a RefId. `ambiguous`: one pipeline object has the id twice; `again`: several have it. */
interface Declared<T> {
  readonly value: T;
  readonly index: number;
  readonly ambiguous: boolean;
  readonly again: boolean;
}

type Words = { readonly expected?: string | undefined; readonly actual?: string | undefined };

/** Notes the first fault, with its line and the name of the connector that it is in. */
export const refuse = (
  context: Context,
  code: DiagnosticCode,
  at: XmlElement,
  words: Words,
  property?: string,
): void => {
  if (context.fault !== undefined) return;
  const connector = context.pipelineObject && nameOf(context.pipelineObject);
  const place = { file: context.file, ...context.position(at.start), connector, property };
  context.fault = diagnostic(code as 'clixml-structure', place, words);
};

const nameOf = (object: XmlElement): string | undefined => {
  for (const set of [firstOf(object, 'Props'), firstOf(object, 'MS')]) {
    const name = set && elementsOf(set, 'S').find((child) => /^name$/i.test(attributeOf(child, 'N') ?? ''));
    if (name !== undefined) return unescapeClixml(textOf(name));
  }
  return undefined;
};

/** Notes what an id stands for: as soon as it is met, and once more when it is completely read. */
export const declare = <T>(
  context: Context,
  ids: Map<string, Declared<T>>,
  id: string | undefined,
  value: T,
  complete = false,
): void => {
  if (id === undefined) return;
  const before = ids.get(id);
  const index = context.pipelineIndex;
  if (complete && before !== undefined) ids.set(id, { ...before, value });
  else
    ids.set(id, {
      value,
      index,
      ambiguous: before?.index === index,
      again: before !== undefined,
    });
};

/** What an id refers to: the latest before it. An id that does not say which of several is meant is refused. */
export const resolve = <T>(
  context: Context,
  ids: Map<string, Declared<T>>,
  reference: XmlElement,
  what: string,
): T | undefined => {
  const found = ids.get(attributeOf(reference, 'RefId') ?? '');
  const words = { expected: what, actual: reference.name };
  if (found === undefined) refuse(context, 'clixml-reference', reference, words);
  else if (found.ambiguous || (found.again && found.index !== context.pipelineIndex))
    refuse(context, 'clixml-reference-ambiguous', reference, words);
  return found?.value;
};

/** The child elements, where an element may hold nothing but elements of PowerShell's namespace. */
export const membersOf = (context: Context, element: XmlElement): readonly XmlElement[] => {
  const members: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (/[^ \t\r\n]/.test(child.text))
        refuse(context, 'clixml-structure', element, { expected: 'elements only, not text', actual: element.name });
    } else {
      if (child.namespace !== powerShellNamespace) refuseUnknown(context, child);
      checkAttributes(context, child);
      members.push(child);
    }
  }
  return members;
};

/** The attributes that CLIXML has: reference id, name, stream; the root's version. */
const attributes = new Set(['RefId', 'N', 'S', 'Version']);

/** A damaged `RefId` or `N` is an attribute of another name, or an id that is no number: what it said is lost. */
export const checkAttributes = (context: Context, element: XmlElement): void => {
  const id = attributeOf(element, 'RefId');
  if (id !== undefined && !/^\d{1,10}$/.test(id))
    refuse(context, 'clixml-structure', element, { expected: 'a number as RefId', actual: element.name });
  const other = element.attributes.find(({ name, prefix }) => prefix !== '' || !attributes.has(name));
  if (other !== undefined)
    refuse(context, 'clixml-structure', element, {
      expected: 'no attributes but N, RefId, S and Version',
      actual: element.name,
    });
};

export const refuseUnknown = (context: Context, element: XmlElement): void =>
  refuse(context, 'clixml-unknown-element', element, { actual: shownXmlName(element.name) });

/** The text of an element that may hold nothing else. */
export const plainText = (context: Context, element: XmlElement): string => {
  if (element.children.some((child) => child.kind === 'element'))
    refuse(context, 'clixml-structure', element, { expected: 'a value, not elements', actual: element.name });
  return textOf(element);
};
