import { elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf } from '../reading/words.js';

/** The names that STIG_INFO has for what it says of a STIG. */
export const sidNames = [
  'classification',
  'customname',
  'description',
  'filename',
  'notice',
  'releaseinfo',
  'source',
  'stigid',
  'title',
  'uuid',
  'version',
] as const;

/** The names that a VULN has for what it says of a rule. */
export const vulnAttributes = [
  'Vuln_Num',
  'Severity',
  'Group_Title',
  'Rule_ID',
  'Rule_Ver',
  'Rule_Title',
  'Vuln_Discuss',
  'IA_Controls',
  'Check_Content',
  'Fix_Text',
  'False_Positives',
  'False_Negatives',
  'Documentable',
  'Mitigations',
  'Potential_Impact',
  'Third_Party_Tools',
  'Mitigation_Control',
  'Responsibility',
  'Security_Override_Guidance',
  'Check_Content_Ref',
  'Weight',
  'Class',
  'STIGRef',
  'TargetKey',
  'STIG_UUID',
  'LEGACY_ID',
  'CCI_REF',
] as const;

export type SpotOf = (element: XmlElement, property?: string) => Spot;

/** A text with its name, and the element that holds both. */
export type Named = readonly [name: string, text: string, element: XmlElement];

/** The pairs of a name and a text that children hold, such as SID_NAME and SID_DATA in SI_DATA. */
export const pairsIn = (parents: readonly XmlElement[], child: string, name: string, value: string): readonly Named[] =>
  parents
    .flatMap((parent) => elementsOf(parent, child))
    .map((data) => {
      const text = firstOf(data, value);
      return [textOf(firstOf(data, name) ?? data).trim(), text === undefined ? '' : asLf(textOf(text)), data];
    });

/** Texts by their names; of repeated ones the first. The others are left behind, with unknown ones and those that only identify something. */
export const byName = <Name extends string>(
  all: readonly Named[],
  known: ReadonlySet<Name>,
  report: Report,
  spotOf: SpotOf,
  ids: ReadonlySet<string> = new Set(),
): ((name: Name) => string) => {
  const found = new Map<string, string>();
  for (const [name, text, element] of all)
    if (ids.has(name)) report.leaveId(name, spotOf(element), text);
    else if (!known.has(name as Name)) report.leave(name, spotOf(element), text);
    else if (found.has(name)) report.leave(`another ${name}`, spotOf(element), text);
    else found.set(name, text);
  return (name) => found.get(name) ?? '';
};
