import { type Scan, type Scope, xmlFault } from './scan.js';
import type { XmlAttribute } from './tree.js';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

export const outermost: Scope = { declared: new Map([['xml', xmlNamespace]]), outer: undefined };

/** Searched outwards rather than copied inwards: each of many elements may declare one more prefix beside many others. */
const lookUp = (prefix: string, scope: Scope): string | undefined => {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
};

/** Splits a qualified name at its colon. */
export const splitName = (qualified: string): { readonly prefix: string; readonly name: string } => {
  const colon = qualified.indexOf(':');
  return colon === -1
    ? { prefix: '', name: qualified }
    : { prefix: qualified.slice(0, colon), name: qualified.slice(colon + 1) };
};

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** True for an attribute that declares a namespace or may be in one; `name` is the whole, as it is written. */
export const isQualified = ({ name }: XmlAttribute): boolean => name.includes(':') || name === 'xmlns';

/** The scope inside an element with these attributes, whose names are as they are written. */
export const declare = (attributes: readonly XmlAttribute[], scope: Scope, start: number, scan: Scan): Scope => {
  const declared = new Map<string, string>();
  for (const { name, value: uri } of attributes) {
    if (!isDeclaration(name)) continue;
    const prefix = name.slice('xmlns:'.length);
    const wrong =
      prefix === 'xmlns' ||
      uri === xmlnsNamespace ||
      (prefix === 'xml') !== (uri === xmlNamespace) ||
      (prefix !== '' && uri === '');
    if (wrong) scan.namespaceFault ??= xmlFault('xml-namespace', start, { declaration: name });
    declared.set(prefix, uri);
  }
  return declared.size === 0 ? scope : { declared, outer: scope };
};

export const namespaceOf = (prefix: string, scope: Scope, start: number, scan: Scan): string => {
  const uri = lookUp(prefix, scope);
  if (uri === undefined && prefix !== '') scan.namespaceFault ??= xmlFault('xml-unbound-prefix', start, { prefix });
  return uri ?? '';
};

/** The attributes without the declarations. Only a prefix gives an attribute a namespace: the default one is for elements. */
export const resolve = (
  attributes: readonly XmlAttribute[],
  scope: Scope,
  start: number,
  scan: Scan,
): readonly XmlAttribute[] => {
  const resolved: XmlAttribute[] = [];
  const expanded = new Set<string>();
  for (const attribute of attributes) {
    if (isDeclaration(attribute.name)) continue;
    const { prefix, name } = splitName(attribute.name);
    if (prefix === '') {
      resolved.push(attribute);
      continue;
    }
    const namespace = namespaceOf(prefix, scope, start, scan);
    const key = `${namespace} ${name}`;
    if (expanded.has(key))
      scan.namespaceFault ??= xmlFault('xml-attribute-twice', start, { attribute: attribute.name });
    expanded.add(key);
    resolved.push({ name, prefix, namespace, value: attribute.value });
  }
  return resolved;
};
