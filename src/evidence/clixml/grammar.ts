import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Given } from '../../diagnostics/diagnostic.js';
import { type Reports, reportAt } from '../../diagnostics/reports.js';
import type { ExportValue } from '../../model/export-record.js';
import type { Place } from '../../model/place.js';
import type { Position } from '../../text/lines.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement, type XmlText } from '../../xml/tree.js';
import { isEscaped, primitives, unescapeClixml } from './value.js';

/*
 * What PowerShell's serializer writes (MS-PSRP 2.2.5; in PowerShell's source, InternalSerializer). `value` is an Obj, a Ref, or a
 * primitive of ./value.ts.
 *
 *     <Objs Version="1.1.0.1" xmlns="…">  value*                        of the objects' own stream: no S, or S="Output"
 *     <Obj RefId>                         (TN | TNRef)? ToString? (value | LST | IE | STK | QUE | DCT)? Props? MS?
 *     <Ref RefId>                         an Obj that began before
 *     <TN RefId>                          T+
 *     <TNRef RefId>                       an earlier TN
 *     <Props>, <MS>                       value* with a name each, N; a property once, over both
 *     <MS N> within MS                    the same: a set of members
 *     <LST>, <IE>, <STK>, <QUE>           value* without a name
 *     <DCT>                               <En>*: a value with the name Key, then one with the name Value
 *
 * No comment, instruction, CDATA section or other namespace; text only in primitives, T and ToString.
 */

export const rootTag =
  /^<Objs Version="([^"<>]*)" xmlns="http:\/\/schemas\.microsoft\.com\/powershell\/2004\/04" ?\/?>/;
export const version = '1.1.0.1';

/** The elements that hold a list's members. */
export const lists = new Set(['LST', 'IE', 'STK', 'QUE']);

const withId = new Set(['Obj', 'Ref', 'TN', 'TNRef']);

const names = new Set([
  ...['Objs', 'T', 'ToString', 'Props', 'MS', 'DCT', 'En', 'N', 'S', 'Version', 'RefId', 'xmlns'],
  ...withId,
  ...lists,
  ...primitives.keys(),
]);

/** A name as a message shows it: one of CLIXML's, and nothing of any other. Where markup is damaged, a secret may pass for one. */
export const shownXmlName = (name: string): string => (names.has(name) ? name : '(not shown)');

/** Where the part of an Obj comes among the others. */
export const orderOf = (part: string): number =>
  part === 'TN' || part === 'TNRef' ? 0 : part === 'ToString' ? 1 : part === 'Props' ? 3 : part === 'MS' ? 4 : 2;

/** What is known while a file is read. */
export interface Context {
  readonly file: string;
  readonly position: (offset: number) => Position;
  readonly reports: Reports;
  /** What RefIds stand for: those of objects, and those of type names, which are a space of their own. */
  readonly objects: Map<string, ExportValue>;
  readonly typeNames: Map<string, readonly string[]>;
  /** The child of the root that is being read. */
  pipelineObject: XmlElement | undefined;
  /** Within a secret, where names are not shown and objects not kept. */
  inSecret: boolean;
}

/** Where something was found, with the name of the connector that is being read. */
export const placeOf = (context: Context, at: XmlElement, property?: string): Place => ({
  file: context.file,
  ...context.position(at.start),
  connector: context.pipelineObject && nameOf(context.pipelineObject),
  property: context.inSecret ? undefined : property,
});

const nameOf = (object: XmlElement): string | undefined => {
  for (const set of [firstOf(object, 'Props'), firstOf(object, 'MS')]) {
    const name = set && elementsOf(set, 'S').find((child) => /^name$/i.test(attributeOf(child, 'N') ?? ''));
    if (name !== undefined) return unescapeClixml(textOf(name));
  }
  return undefined;
};

/** Reports something that is not as the grammar has it. */
export const doubt = <C extends DiagnosticCode>(context: Context, code: C, at: XmlElement, ...given: Given<C>): void =>
  reportAt(context.reports, code, () => placeOf(context, at), ...given);

/** The same of an element that stands where it should not, or is not as it should be. */
export const misplaced = (context: Context, at: XmlElement, expected: string): void =>
  doubt(context, 'clixml-structure', at, { element: shownXmlName(at.name), expected });

/** Where an element stands, which says what attributes it has besides its RefId: S at the root, N where it is named. */
type Standing = 'root' | 'named' | 'nameless';

/** The child elements of one that holds nothing but elements, each checked for its attributes. */
export const membersOf = (context: Context, element: XmlElement, standing: Standing): readonly XmlElement[] => {
  const members: XmlElement[] = [];
  for (const child of element.children)
    if (child.kind === 'element') {
      members.push(child);
      checkAttributes(context, child, standing);
    } else checkBetween(context, element, child);
  return members;
};

/** Checks text that stands among elements, where only white space may be. */
export const checkBetween = (context: Context, element: XmlElement, { text }: XmlText): void => {
  if (/[^ \t\r\n]/.test(text)) misplaced(context, element, 'elements, not text');
};

/** Checks the attributes of an element by where it stands. */
export const checkAttributes = (context: Context, element: XmlElement, standing: Standing): void => {
  let lacksId = withId.has(element.name);
  let lacksName = standing === 'named';
  for (const { name, prefix, value } of element.attributes) {
    if (name === 'RefId' && prefix === '' && lacksId && /^\d{1,10}$/.test(value)) lacksId = false;
    else if (name === 'N' && prefix === '' && lacksName && value !== '' && isEscaped(value)) lacksName = false;
    else if (name !== 'S' || prefix !== '' || standing !== 'root') {
      misplaced(context, element, 'no other attributes than PowerShell writes here');
      return;
    }
  }
  if (lacksId) misplaced(context, element, 'a number as RefId');
  if (lacksName) misplaced(context, element, 'a name (N)');
};

/** The text of an element that holds nothing else. */
export const plainText = (context: Context, element: XmlElement): string => {
  if (element.children.some(({ kind }) => kind === 'element')) misplaced(context, element, 'a value, not elements');
  return textOf(element);
};

/** The same, unescaped, for an element whose text is escaped. */
export const escapedText = (context: Context, element: XmlElement): string => {
  const text = plainText(context, element);
  if (!isEscaped(text)) doubt(context, 'clixml-value', element, { element: element.name });
  return unescapeClixml(text);
};
