import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Report } from './report.js';

/** What may be in each element of a CKL; an element that is not listed holds text alone. */
const contents: Readonly<Record<string, readonly string[]>> = {
  CHECKLIST: ['ASSET', 'STIGS'],
  ASSET: [
    'ROLE',
    'ASSET_TYPE',
    'MARKING',
    'HOST_NAME',
    'HOST_IP',
    'HOST_MAC',
    'HOST_GUID',
    'HOST_FQDN',
    'TARGET_COMMENT',
    'TECH_AREA',
    'TARGET_KEY',
    'STIG_GUID',
    'WEB_OR_DATABASE',
    'WEB_DB_SITE',
    'WEB_DB_INSTANCE',
  ],
  STIGS: ['iSTIG'],
  iSTIG: ['STIG_INFO', 'VULN'],
  STIG_INFO: ['SI_DATA'],
  SI_DATA: ['SID_NAME', 'SID_DATA'],
  VULN: ['STIG_DATA', 'STATUS', 'FINDING_DETAILS', 'COMMENTS', 'SEVERITY_OVERRIDE', 'SEVERITY_JUSTIFICATION'],
  STIG_DATA: ['VULN_ATTRIBUTE', 'ATTRIBUTE_DATA'],
};

/** Elements that may be repeated; of all others the last one counts. */
const repeated: readonly string[] = ['iSTIG', 'SI_DATA', 'VULN', 'STIG_DATA'];

/** The children that MITRE's tools take for that element: the exact name, in no namespace. */
export const own = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent, name).filter((child) => child.namespace === '');

/** The one that counts where an element is there several times. */
export const lastOf = (parent: XmlElement, name: string): XmlElement | undefined => own(parent, name).at(-1);

/** The text of the one that counts; undefined where there is none. */
export const lastText = (parent: XmlElement, name: string): string | undefined => {
  const at = lastOf(parent, name);
  return at === undefined ? undefined : textOf(at);
};

/**
 * Walks through all elements of a CKL: `mitre-element-in-text` where markup is in an element of text, `mitre-passed-over` and
 * `mitre-rules-passed-over` for elements that are not known there, and for all but the last where one alone counts.
 */
export const walkCkl = (element: XmlElement, report: Report): readonly Diagnostic[] => {
  const allowed = contents[element.name];
  const children = elementsOf(element);
  if (allowed === undefined)
    return children
      .slice(0, 1)
      .map((child) => report('mitre-element-in-text', child, element.name, { element: child.name }));
  const last = new Map(children.filter(({ namespace }) => namespace === '').map((child) => [child.name, child]));
  return children.flatMap((child) => {
    if (!allowed.includes(child.name) || child.namespace !== '') return [unknown(element, child, report)];
    return [...superseded(element, child, last.get(child.name), report), ...walkCkl(child, report)];
  });
};

const unknown = (parent: XmlElement, child: XmlElement, report: Report): Diagnostic =>
  report(holdsRules(child) ? 'mitre-rules-passed-over' : 'mitre-passed-over', child, parent.name, {
    element: child.name,
    expected: `<${contents[parent.name]?.join('> or <')}> without namespace`,
  });

/** What is no VULN by its name may have been meant as one. */
const holdsRules = (element: XmlElement): boolean =>
  elementsOf(element).some((child) => ['VULN', 'STIG_DATA', 'STATUS'].includes(child.name) || holdsRules(child));

const superseded = (
  parent: XmlElement,
  child: XmlElement,
  last: XmlElement | undefined,
  report: Report,
): readonly Diagnostic[] => {
  if (repeated.includes(child.name) || last === undefined || last === child) return [];
  if (child.name === 'STIGS')
    return [report('mitre-rules-passed-over', child, parent.name, { element: child.name, expected: 'one <STIGS>' })];
  return textOf(last) === textOf(child)
    ? []
    : [report('mitre-last-counts', child, child.name, { element: child.name })];
};
