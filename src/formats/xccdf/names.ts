import { element, textElement, type XmlTree } from '../../xml/element.js';

/** How the test-system of our own results begins. */
export const ownTestSystem = 'cpe:/a:exchange-stig:exchange-stig:';

/** Namespaces and ids of the XCCDF results that this program writes. */
export const namespaces = {
  cdf: 'http://checklists.nist.gov/xccdf/1.2',
  dc: 'http://purl.org/dc/elements/1.1/',
  sm: 'http://github.com/nuwcdivnpt/stig-manager',
} as const;

/** The same as attributes of the root. */
export const namespaceAttributes = Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const);

const disa = 'xccdf_mil.disa.stig';

/** Ids of other publishers have a prefix of their own, with which they are kept. */
const xccdfId =
  (kind: 'benchmark' | 'group' | 'rule') =>
  (id: string): string =>
    new RegExp(`^xccdf_[^_]+_${kind}_.`).test(id) ? id : `${disa}_${kind}_${id}`;

export const benchmarkXccdfId = xccdfId('benchmark');
export const groupXccdfId = xccdfId('group');
export const ruleXccdfId = xccdfId('rule');
/** Ends in a UUID: a host name may hold what an NCName may not. */
export const testResultXccdfId = (uuid: string): string => `xccdf_exchange-stig_testresult_${uuid}`;

type Attributes = XmlTree['attributes'];

/** An element in XCCDF's namespace. STIG Viewer imports a result only where the prefix is written. */
export const cdf = (name: string, children: XmlTree['children'], attributes?: Attributes): XmlTree =>
  element(`cdf:${name}`, children, attributes);

/** The same with text alone. */
export const cdfText = (name: string, text: string, attributes?: Attributes): XmlTree =>
  textElement(`cdf:${name}`, text, attributes);

/** An attribute where the value is known and its type allows it, else none: an empty one would be invalid. */
export const attributeIf = (name: string, value: string, type: RegExp = /./): readonly (readonly [string, string])[] =>
  type.test(value) ? [[name, value]] : [];

export const dateType = /^\d{4}-\d\d-\d\d$/;
